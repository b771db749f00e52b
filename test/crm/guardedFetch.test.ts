import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { type AddressInfo, createServer as createRawServer, type Server as RawServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { guardedFetch } from "../../src/crm/guardedFetch";
import { getJson, postJson } from "../../src/crm/http";

const never = new AbortController().signal;
const house = { fetch: guardedFetch({ privateAddresses: true }), label: "CRM", retries: 0 };
const world = { fetch: guardedFetch({ privateAddresses: false }), label: "CRM", retries: 0 };
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    (answer) => ({ answer }),
    (error) => error.failure?.code,
  );

describe("fetching from an address that a person gave", () => {
  const open: RawServer[] = [];
  let calls = 0;

  const listening = async (server: RawServer): Promise<number> => {
    open.push(server);
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    return (server.address() as AddressInfo).port;
  };
  afterEach(() => {
    calls = 0;
    for (const server of open.splice(0)) server.close();
  });

  const echo = () =>
    createServer((request, response) => {
      calls++;
      const parts: Buffer[] = [];
      request.on("data", (part) => parts.push(part));
      request.on("end", () => {
        const { "content-type": type, authorization } = request.headers;
        const body = Buffer.concat(parts).toString();
        response.end(JSON.stringify({ method: request.method, type, authorization, body }));
      });
    });

  test("a question arrives whole, and so does its answer", async () => {
    const port = await listening(echo());
    const source = { ...house, headers: { authorization: "Session x" } };
    expect(await postJson(`http://127.0.0.1:${port}/db/`, { é: 1 }, source, never)).toEqual({
      method: "POST",
      type: "application/json",
      authorization: "Session x",
      body: '{"é":1}',
    });
  });

  test("a name that leads into the private network is refused before anything is sent", async () => {
    const port = await listening(echo());
    expect(await codeOf(getJson(`https://localhost:${port}/`, world, never))).toBe(
      "source-address-forbidden",
    );
    expect(await codeOf(getJson(`https://127.0.0.1:${port}/`, world, never))).toBe(
      "source-address-forbidden",
    );
    expect(calls).toBe(0);
    expect(await codeOf(getJson(`http://localhost:${port}/`, house, never))).toHaveProperty("answer");
  });

  describe("packed answers", () => {
    /** A server that packs if it is asked to, as Apache and nginx before a CRM do. */
    const packing = (body: string, cut?: number) =>
      createServer(({ headers }, response) => {
        if (!headers["accept-encoding"]?.includes("gzip")) return response.end(body);
        const packed = gzipSync(body);
        response.setHeader("content-encoding", "gzip");
        return response.end(cut === undefined ? packed : packed.subarray(0, cut));
      });

    test("are asked for, and read as they were before", async () => {
      const records = Array.from({ length: 100 }, (_, id) => ({ id, name: `Client ${id}, élève` }));
      let sent = 0;
      const server = packing(JSON.stringify(records));
      server.on("connection", (socket) => socket.on("close", () => (sent += socket.bytesWritten)));
      const port = await listening(server);
      expect(await getJson(`http://127.0.0.1:${port}/`, house, never)).toEqual(records);
      const [answer] = [await house.fetch(new Request(`http://127.0.0.1:${port}/`))];
      expect(answer.headers.get("content-encoding")).toBeNull();
      server.closeAllConnections();
      await new Promise<void>((done) => setImmediate(done));
      expect(sent).toBeLessThan(JSON.stringify(records).length);
    });

    test("a small one that unpacks to more than may be is cut while it is read", async () => {
      const port = await listening(packing(`"${"0".repeat(5_000_000)}"`));
      const bounded = { ...house, fetch: guardedFetch({ privateAddresses: true }, 1_000_000) };
      expect(await codeOf(getJson(`http://127.0.0.1:${port}/`, bounded, never))).toBe("source-unavailable");
      expect(await codeOf(getJson(`http://127.0.0.1:${port}/`, house, never))).toHaveProperty("answer");
    });

    test("one that is cut off is no answer", async () => {
      const port = await listening(packing(JSON.stringify(["x".repeat(100)]), 20));
      expect(await codeOf(getJson(`http://127.0.0.1:${port}/`, house, never))).toBe("source-unavailable");
    });
  });

  test.each([600, 612, 700, 999])(
    "the status %d, which is none, is an answer that no reader takes",
    async (status) => {
      const port = await listening(createServer((_, response) => response.writeHead(status).end("{}")));
      expect(await codeOf(getJson(`http://127.0.0.1:${port}/`, house, never))).toBe("source-invalid-answer");
    },
  );

  test.each(["101 Switching", "102 Processing", "199 Odd", "000 None", "099 Low"])(
    "the status %s ends like a source that does not answer",
    async (line) => {
      const port = await listening(
        createRawServer((socket) => {
          socket.on("error", () => undefined);
          socket.once("data", () => socket.end(`HTTP/1.1 ${line}\r\nContent-Length: 2\r\n\r\n{}`));
        }),
      );
      const source = { ...house, attemptTimeoutMs: 2_000 };
      expect(await codeOf(getJson(`http://127.0.0.1:${port}/`, source, never))).toMatch(
        /^source-(unavailable|invalid-answer)$/,
      );
    },
  );

  test("a redirection is not followed", async () => {
    const target = await listening(echo());
    const port = await listening(
      createServer((_, response) =>
        response.writeHead(302, { location: `http://127.0.0.1:${target}/` }).end(),
      ),
    );
    expect(await codeOf(getJson(`http://127.0.0.1:${port}/`, house, never))).toBe("source-invalid-answer");
    expect(calls).toBe(0);
  });

  test("an answer that breaks off is no answer", async () => {
    const port = await listening(
      createServer((_, response) => {
        response.writeHead(200, { "content-length": "100" }).write("{}");
        setTimeout(() => response.destroy(), 20);
      }),
    );
    expect(await codeOf(getJson(`http://127.0.0.1:${port}/`, house, never))).toBe("source-unavailable");
  });

  test("an answer that does not come is given up", async () => {
    const silent = createServer(() => {});
    const port = await listening(silent);
    const hasty = { ...house, attemptTimeoutMs: 50 };
    expect(await codeOf(getJson(`http://127.0.0.1:${port}/`, hasty, never))).toBe("source-unavailable");
    silent.closeAllConnections();
  });

  test("nobody at the port is no answer", async () => {
    const port = await listening(echo());
    for (const server of open.splice(0)) server.close();
    expect(await codeOf(getJson(`http://127.0.0.1:${port}/`, house, never))).toBe("source-unavailable");
  });

  test("a self-signed certificate is refused by its name", async () => {
    const folder = mkdtempSync(join(tmpdir(), "vigie-certificate-"));
    try {
      const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
      const subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1"];
      const made = [
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-keyout",
        key,
        "-out",
        cert,
      ];
      execFileSync("openssl", [...made, ...subject], { stdio: "ignore" });
      const server = createSecureServer(
        { key: readFileSync(key), cert: readFileSync(cert) },
        (_, response) => {
          calls++;
          response.end("{}");
        },
      );
      const port = await listening(server as unknown as Server);
      expect(await codeOf(getJson(`https://127.0.0.1:${port}/`, house, never))).toBe("source-certificate");
      expect(await codeOf(getJson(`https://127.0.0.1:${port}/`, { ...house, fetch }, never))).toBe(
        "source-certificate",
      );
      expect(calls).toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
