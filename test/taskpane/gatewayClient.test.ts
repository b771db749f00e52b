import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { RefreshFrame } from "../../src/sales/stream";
import { createGatewayClient } from "../../src/taskpane/gatewayClient";
import { crm, csv, session } from "./doubles";

const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const SHORT = { answerSeconds: 0.3, connectSeconds: 0.3, silenceSeconds: 0.3 };

async function clientOf(listener: RequestListener) {
  const server = createServer(listener).listen(0);
  open.push(server);
  await new Promise((resolve) => server.once("listening", resolve));
  return createGatewayClient(
    `http://localhost:${(server.address() as AddressInfo).port}/taskpane.html`,
    SHORT,
  );
}

const answering =
  (status: number, type: string, body: string): RequestListener =>
  (_, response) => {
    response.writeHead(status, { "Content-Type": type }).end(body);
  };

const collect = async (frames: AsyncIterable<RefreshFrame>): Promise<RefreshFrame[]> => {
  const list: RefreshFrame[] = [];
  for await (const frame of frames) list.push(frame);
  return list;
};

const START = { type: "start", source: "d", sourceLabel: "D", dataDate: 1, tables: ["salespeople"] };
const signal = new AbortController().signal;

test("the sources are asked beside the page", async () => {
  let asked = "";
  const client = await clientOf((request, response) => {
    asked = `${request.method} ${request.url}`;
    answering(200, "application/json", JSON.stringify({ sources: [csv] }))(request, response);
  });
  expect(await client.sources()).toEqual({ ok: true, value: [csv] });
  expect(asked).toBe("GET /api/sources");
});

test.each([
  [
    "HTML with status 200, as a hotel's network answers",
    200,
    "text/html",
    "<html>",
    "gateway-invalid-answer",
  ],
  ["HTML with status 502, as a proxy answers", 502, "text/html", "<html>", "gateway-invalid-answer"],
  ["JSON that is cut", 200, "application/json", '{"sources":[', "gateway-invalid-answer"],
  ["JSON of something else", 200, "application/json", '{"cats":1}', "gateway-invalid-answer"],
  [
    "an unknown failure",
    500,
    "application/json",
    '{"failure":{"code":"evil","params":{}}}',
    "gateway-invalid-answer",
  ],
  [
    "a failure of ours",
    429,
    "application/json",
    '{"failure":{"code":"too-many-requests","params":{"seconds":9}}}',
    "too-many-requests",
  ],
])("%s becomes a failure", async (_, status, type, body, code) => {
  const client = await clientOf(answering(status, type, body));
  expect(await client.sources()).toMatchObject({ ok: false, failure: { code } });
});

test("a gateway that is down and one that is slow are told apart", async () => {
  const down = createGatewayClient("http://localhost:1/", SHORT);
  expect(await down.sources()).toMatchObject({ ok: false, failure: { code: "gateway-unreachable" } });
  const slow = await clientOf(() => undefined);
  expect(await slow.sources()).toMatchObject({ ok: false, failure: { code: "gateway-timeout" } });
});

test("connecting sends JSON, or a form when there are files", async () => {
  const bodies: [string | undefined, string][] = [];
  const client = await clientOf((request, response) => {
    let body = "";
    request.on("data", (part) => {
      body += part;
    });
    request.on("end", () => {
      bodies.push([request.headers["content-type"], body]);
      answering(
        201,
        "application/json",
        JSON.stringify({ ...session, session: "s", token: "t" }),
      )(request, response);
    });
  });
  expect(await client.connect(crm, { key: "k" })).toMatchObject({
    ok: true,
    value: { token: "t", source: "demo" },
  });
  await client.connect(csv, { files: [new File(["a;b"], "clients.csv")] });
  expect(bodies[0]).toEqual(["application/json", '{"source":"crm","options":{"key":"k"}}']);
  expect(bodies[1]?.[0]).toMatch(/^multipart\/form-data/);
  expect(bodies[1]?.[1]).toMatch(/name="files"; filename="clients.csv"[\s\S]*a;b/);
});

test("a refresh carries the session and gives its frames", async () => {
  const end = { type: "end", refreshedAt: "2026-11-23T08:30:00Z", totalRows: 0 };
  const table = { type: "table-end", table: "salespeople", rows: 0, rejectedCount: 0, rejected: [] };
  const lines = [START, { type: "table", table: "salespeople" }, table, end];
  let authorization: string | undefined;
  const asked: (string | undefined)[] = [];
  const client = await clientOf((request, response) => {
    authorization = request.headers.authorization;
    asked.push(request.url);
    const body = lines.map((line) => `${JSON.stringify(line)}\n`).join("");
    answering(200, "application/x-ndjson", body)(request, response);
  });
  expect(await collect(client.refresh(session, signal))).toEqual(lines);
  await collect(client.refresh(session, signal, "a.b&c"));
  expect(asked).toEqual(["/api/refresh", "/api/refresh?since=a.b%26c"]);
  expect(authorization).toBe(`Bearer ${session.token}`);
});

test.each([
  ["that is cut", (text: string) => text, true, "stream-truncated"],
  ["that falls silent", (text: string) => text, false, "gateway-timeout"],
  ["that becomes HTML", (text: string) => `${text}<html>oops\n`, true, "gateway-invalid-answer"],
])("a refresh %s ends with a failure", async (_, bodyOf, isCut, code) => {
  const client = await clientOf((_request, response) => {
    response.writeHead(200, { "Content-Type": "application/x-ndjson" });
    response.write(bodyOf(`${JSON.stringify(START)}\n`));
    if (isCut) setTimeout(() => response.destroy(), 50);
  });
  const list = await collect(client.refresh(session, signal));
  expect(list.at(-1)).toMatchObject({ type: "error", failure: { code } });
});

test("a refresh of an expired session says so", async () => {
  const body = '{"failure":{"code":"session-expired","params":{}}}';
  const client = await clientOf(answering(401, "application/json", body));
  expect(await collect(client.refresh(session, signal))).toMatchObject([
    { failure: { code: "session-expired" } },
  ]);
});

test("Stop ends a refresh as stopped, and the gateway sees the client leave", async () => {
  const left = { by: undefined as string | undefined };
  const client = await clientOf((request, response) => {
    request.on("close", () => {
      left.by = "close";
    });
    response.writeHead(200, { "Content-Type": "application/x-ndjson" }).write(`${JSON.stringify(START)}\n`);
  });
  const stop = new AbortController();
  const list: RefreshFrame[] = [];
  for await (const frame of client.refresh(session, stop.signal)) {
    list.push(frame);
    stop.abort();
  }
  expect(list.at(-1)).toMatchObject({ type: "error", failure: { code: "stopped" } });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(left.by).toBe("close");
});
