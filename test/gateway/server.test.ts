import { mkdtempSync, readFileSync } from "node:fs";
import { request } from "node:https";
import { connect as connectTcp } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectors } from "../../src/crm/connectors";
import { registry } from "../../src/crm/registry";
import { developmentCertificate } from "../../src/gateway/certificates";
import { type RunningGateway, startGateway } from "../../src/gateway/server";
import { decodeFrames } from "../../src/sales/frames";
import { TABLE_NAMES } from "../../src/sales/schema";
import type { RefreshFrame } from "../../src/sales/stream";
import { builtAddIn, configOf, fakeConnector } from "./doubles";

const folder = mkdtempSync(join(tmpdir(), "vigie-certificates-"));
const certificate = join(folder, "localhost.crt");
const key = join(folder, "localhost.key");
let gateway: RunningGateway;

beforeAll(async () => {
  await developmentCertificate(folder);
  gateway = await startGateway(configOf({ port: 0, https: { certificate, key }, dist: builtAddIn() }));
}, 60_000);
afterAll(() => gateway.close());

interface Answer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: string;
}

/** A request over TLS that trusts nothing but the certificate made for it. */
function ask(path: string, { method = "GET", headers = {}, body = "" } = {}): Promise<Answer> {
  const { hostname, port } = new URL(gateway.url);
  const ca = readFileSync(join(folder, "ca.crt"));
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers, ca }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts).toString(),
        }),
      );
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

test("over https, the demo CRM is loaded whole", async () => {
  const body = JSON.stringify({ source: "demo" });
  const opened = await ask("/api/sessions", {
    method: "POST",
    body,
    headers: { "Content-Type": "application/json" },
  });
  expect(opened.status).toBe(201);
  const { token: session } = JSON.parse(opened.body);
  const { body: lines } = await ask("/api/refresh", { headers: { Authorization: `Bearer ${session}` } });
  const frames: RefreshFrame[] = [];
  for await (const frame of decodeFrames(new Response(lines).body!)) frames.push(frame);
  const ends = frames.filter((frame) => frame.type === "table-end");
  expect(ends.map(({ table }) => table)).toEqual(TABLE_NAMES.filter((table) => table !== "invoice_lines"));
  expect(ends.find(({ table }) => table === "order_lines")?.rows).toBeGreaterThan(10_000);
  expect(frames.at(-1)?.type).toBe("end");
});

test("a lasting address is announced as https only", async () => {
  expect((await ask("/taskpane.html")).headers["strict-transport-security"]).toContain("max-age");
});

test.each([
  "/../beside-dist.txt",
  "/assets/../../beside-dist.txt",
  "/..\\beside-dist.txt",
  "/%2e%2e%2fbeside-dist.txt",
])("the raw path %s leads nowhere", async (path) => {
  const answer = await ask(path);
  expect(answer.body).not.toContain("not served");
  expect(answer.status).toBeGreaterThanOrEqual(400);
});

test("a certificate that cannot be read, a port that is taken and an unknown source are refused at start", async () => {
  const refusal = async (settings: Parameters<typeof configOf>[0]) =>
    startGateway(configOf(settings)).catch((e) => e.failure);
  const port = Number(new URL(gateway.url).port);
  const missing = { certificate: "missing.crt", key };
  expect(await refusal({ https: missing })).toMatchObject({ params: { setting: "https.certificate" } });
  expect(await refusal({ port })).toEqual({ code: "port-taken", params: { host: "localhost", port } });
  expect(await refusal({ host: "192.0.2.1" })).toMatchObject({
    code: "configuration-invalid",
    params: { value: expect.stringContaining("EADDRNOTAVAIL") },
  });
  expect(await refusal({ sources: ["sap"] })).toMatchObject({ params: { setting: "sources", value: "sap" } });
});

test("a client that hangs up stops the source", async () => {
  let stopped = () => undefined as unknown;
  const heard = new Promise((resolve) => {
    stopped = () => resolve(true);
  });
  const endless = fakeConnector("endless", {
    page: (_table, _cursor, signal) => {
      signal.addEventListener("abort", stopped);
      return new Promise(() => undefined);
    },
  });
  const plain = await startGateway(configOf({ port: 0 }), { registry: registry([endless, ...connectors]) });
  try {
    const opened = await fetch(`${plain.url}/api/sessions`, { method: "POST", body: '{"source":"endless"}' });
    const { token: session } = await opened.json();
    const { port } = new URL(plain.url);
    const socket = connectTcp(Number(port), "localhost");
    socket.write(`GET /api/refresh HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${session}\r\n\r\n`);
    await new Promise((resolve) => socket.once("data", resolve));
    socket.destroy();
    expect(await heard).toBe(true);
  } finally {
    await plain.close();
  }
});

test("closing ends a refresh under way with a last frame", async () => {
  const silent = fakeConnector("silent", { page: () => new Promise(() => undefined) });
  const plain = await startGateway(configOf({ port: 0 }), { registry: registry([silent]) });
  const opened = await fetch(`${plain.url}/api/sessions`, { method: "POST", body: '{"source":"silent"}' });
  const { token: session } = await opened.json();
  const response = await fetch(`${plain.url}/api/refresh`, {
    headers: { Authorization: `Bearer ${session}` },
  });
  const text = response.text();
  await plain.close();
  expect(await text).toContain('"code":"stopped"');
});
