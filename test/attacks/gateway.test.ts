import { request as plain } from "node:http";
import { connect } from "node:tls";
import fc from "fast-check";
import { inTurn, runs, seed } from "../support/runs";
import { BODIES, CROSS_SITE, innerAddresses, PATHS, SESSION_HEADERS } from "./batteries";
import { Tally } from "./tally";
import { json, openTarget, type Target } from "./target";

let target: Target;
beforeAll(async () => {
  target = await openTarget({ connectSeconds: 3 });
}, 60_000);
afterAll(() => target.stop());

/** Never a fault of ours: a code for every refusal, and no words of a stack. */
const isClean = (status: number, text: string): boolean =>
  status !== 500 && !text.includes('"internal"') && !/\bat .*\.ts:\d+/.test(text);

test("pages of other sites change nothing", async () => {
  const tally = new Tally("cross-site requests");
  for (const { name, path, sent } of inTurn(CROSS_SITE)) {
    const { status, headers } = await target.ask(path, sent);
    tally.note(status === 400 && headers["access-control-allow-origin"] === undefined, `${name}: ${status}`);
  }
  tally.close();
}, 120_000);

test("no path leads out of the built add-in", async () => {
  const tally = new Tally("paths");
  for (const path of PATHS) {
    const { status, text } = await target.ask(path).catch(() => ({ status: 400, text: "" }));
    tally.note(
      status >= 400 && isClean(status, text) && !/not served|root:|"vigie"/.test(text),
      `${path}: ${status}`,
    );
  }
  tally.close();
});

test("no address of a CRM leads into our network", async () => {
  const tally = new Tally("forged CRM addresses");
  const sources = [
    ["odoo", { database: "d", key: "k" }],
    ["dolibarr", { key: "k" }],
    ["tryton", { database: "d", user: "u", password: "p" }],
    ["salesforce", { token: "t" }],
    ["dynamics", { token: "t" }],
  ] as const;
  const cases = sources.flatMap(([source, options]) =>
    innerAddresses(target.innerPort).map((address) => ({ source, options: { ...options, address } })),
  );
  for (const attempt of inTurn(cases)) {
    const { status, text } = await target.ask("/api/sessions", json(attempt));
    const isRefused = status >= 400 && isClean(status, text) && target.innerHits() === 0;
    tally.note(isRefused, `${attempt.source} ${attempt.options.address}: ${status} ${text.slice(0, 80)}`);
  }
  tally.close();
}, 300_000);

test("no body opens what it should not, and none is a fault of ours", async () => {
  const tally = new Tally("bodies");
  for (const { name, path, sent } of BODIES) {
    const { status, text } = await target.ask(path, sent).catch(() => ({ status: 413, text: "" }));
    tally.note(
      status >= 400 && status < 500 && isClean(status, text),
      `${name}: ${status} ${text.slice(0, 80)}`,
    );
  }
  await fc.assert(
    fc.asyncProperty(
      fc.json({ maxDepth: 4 }),
      fc.constantFrom("/api/sessions", "/api/sign-in"),
      async (body, path) => {
        const { status, text } = await target.ask(path, json(body));
        tally.note(
          status >= 400 && status < 500 && isClean(status, text),
          `${path} ${body.slice(0, 60)}: ${status}`,
        );
      },
    ),
    { numRuns: runs(2_000), seed },
  );
  tally.close();
}, 120_000);

test("no secret that was not given opens a session", async () => {
  const tally = new Tally("session secrets");
  for (const headers of SESSION_HEADERS)
    for (const path of ["/api/refresh", "/api/estimate", "/api/reconciliation"]) {
      const { status } = await target.ask(path, { headers });
      tally.note(status === 401, `${path} ${JSON.stringify(headers)}: ${status}`);
    }
  await fc.assert(
    fc.asyncProperty(fc.base64String({ minLength: 20, maxLength: 60 }), async (secret) => {
      const { status } = await target.ask("/api/refresh", { headers: { Authorization: `Bearer ${secret}` } });
      tally.note(status === 401, secret);
    }),
    { numRuns: runs(500), seed },
  );
  tally.close();
}, 120_000);

test("one who takes every session keeps nobody of another source out", async () => {
  const tally = new Tally("sessions taken");
  const small = await openTarget({ maxSessions: 20 });
  for (let index = 0; index < 60; index++) await small.ask("/api/sessions", json({ source: "demo" }));
  const csv = new FormData();
  csv.set("source", "csv");
  csv.set("files", new File(["id;nom\n1;Ana\n"], "commerciaux.csv"));
  const encoded = new Response(csv);
  const body = Buffer.from(await encoded.arrayBuffer());
  const headers = { "Content-Type": encoded.headers.get("content-type")! };
  const { status, text } = await small.ask("/api/sessions", { method: "POST", headers, body });
  await small.stop();
  // 422: its columns have to be chosen; it was not refused for want of a place.
  tally.note(status === 201 || status === 422, `${status} ${text.slice(0, 100)}`);
  tally.close();
}, 60_000);

test("two hundred refreshes at once leave room for everybody else", async () => {
  const tally = new Tally("refreshes at once");
  const { token } = JSON.parse((await target.ask("/api/sessions", json({ source: "demo" }))).text);
  const bearer = { headers: { Authorization: `Bearer ${token}` } };
  let isOver = false;
  const flood = Promise.all(
    Array.from({ length: runs(200) }, () => target.ask("/api/refresh", bearer)),
  ).finally(() => {
    isOver = true;
  });
  while (!isOver) {
    const { status } = await target.ask("/api/health");
    tally.note(status === 200, `health ${status}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const answers = await flood;
  // Four at a time: those that were ended say so, and at least the last is whole.
  for (const { text } of answers)
    tally.note(/"type":"(end|error)"/.test(text.slice(-2_000)), text.slice(-100));
  expect(answers.some(({ text }) => text.includes('"type":"end"'))).toBe(true);
  tally.close();
}, 300_000);

test("what is no HTTPS, or never ends, is cut", async () => {
  const tally = new Tally("raw sockets");
  const { port } = target;
  const isRefused = await new Promise<boolean>((resolve) => {
    const asked = plain({ host: "localhost", port, path: "/api/health" }, () => resolve(false));
    asked.on("error", () => resolve(true));
    asked.end();
  });
  tally.note(isRefused, "plain HTTP was answered");
  const lines = ["GET /\0 HTTP/1.1\r\n\r\n", "\r\n".repeat(500), "X".repeat(40_000)];
  const smuggled =
    "POST /api/sessions HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
  for (const bytes of [...lines, smuggled]) {
    const heard = await new Promise<string>((resolve) => {
      const socket = connect({ port, host: "localhost", rejectUnauthorized: false }, () =>
        socket.write(bytes),
      );
      let all = "";
      socket.on("data", (data) => {
        all += data;
      });
      socket.on("error", () => undefined);
      socket.on("close", () => resolve(all));
      setTimeout(() => socket.destroy(), 3_000).unref();
    });
    tally.note(
      heard === "" || /^HTTP\/1.1 4\d\d/.test(heard),
      `${bytes.slice(0, 30)}: ${heard.slice(0, 60)}`,
    );
  }
  tally.close();
}, 60_000);

test("after all of it the gateway is well", async () => {
  const { status, milliseconds } = await target.ask("/api/health");
  process.stdout.write(`attacks: afterwards health takes ${milliseconds.toFixed(0)} ms\n`);
  expect(status).toBe(200);
});
