import { createGateway } from "../../../src/gateway/gateway";
import { networkOf } from "../../../src/gateway/limits/clientAddress";
import { configOf, depsOf, fakeConnector } from "../doubles";

const PROXY = "10.0.0.1";
const files = { name: "files", label: { fr: "Fichiers", en: "Files" }, kind: "files" } as const;

/** A gateway behind a proxy that tells whose request it is. */
function behindProxy(settings: Parameters<typeof configOf>[0], now: () => number = Date.now) {
  const connectors = [fakeConnector("demo"), fakeConnector("crm"), fakeConnector("csv", { fields: [files] })];
  const config = configOf({ trustedProxies: [PROXY], ...settings });
  const { app } = createGateway(config, { ...depsOf(connectors), now });
  const env = { incoming: { socket: { remoteAddress: PROXY } } };
  const ask = (from: string, path: string, init: RequestInit = {}) =>
    app.request(path, { ...init, headers: { ...init.headers, "X-Forwarded-For": from } }, env);
  const open = async (from: string, source: string) => {
    const response = await ask(from, "/api/sessions", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ source }),
    });
    return { status: response.status, ...(await response.json()) };
  };
  const upload = async (from: string, contents: readonly string[]) => {
    const form = new FormData();
    form.set("source", "csv");
    for (const content of contents) form.append("files", new File([content], "a.csv"));
    const response = await ask(from, "/api/sessions", { method: "POST", body: form });
    return { status: response.status, ...(await response.json()) };
  };
  const isAlive = async (from: string, token: string) =>
    (await ask(from, "/api/reconciliation", { headers: { Authorization: `Bearer ${token}` } })).status ===
    200;
  return { ask, open, upload, isAlive };
}

test("one person without a password takes every session, from a whole /64, and nobody is kept out", async () => {
  const { open, isAlive } = behindProxy({
    maxSessions: 20,
    signInsPerMinute: 1_000,
    requestsPerMinute: 1_000,
  });
  for (let index = 0; index < 30; index++) await open(`2001:db8:1:2::${index + 1}`, "demo");
  const mine = await Promise.all(
    ["203.0.113.1", "203.0.113.2", "203.0.113.3"].map((from) => open(from, "crm")),
  );
  expect(mine.map(({ status }) => status)).toEqual([201, 201, 201]);
  for (let index = 0; index < 30; index++) await open(`2001:db8:1:2::f${index + 1}`, "demo");
  for (const [at, { token }] of mine.entries())
    expect(await isAlive(`203.0.113.${at + 1}`, token)).toBe(true);
});

test("a full gateway says when a place becomes free, and it does", async () => {
  let now = 0;
  const { open } = behindProxy({ maxSessions: 2 }, () => now);
  await open("203.0.113.1", "crm");
  await open("203.0.113.1", "crm");
  now = 60_000;
  const { status, failure } = await open("203.0.113.1", "crm");
  expect([status, failure]).toEqual([429, { code: "gateway-full", params: { sessions: 2, seconds: 240 } }]);
  now += 240_000;
  expect((await open("203.0.113.1", "crm")).status).toBe(201);
});

test("uploads are bounded in all and for one network, from the first byte to the end of their session", async () => {
  let now = 0;
  const settings = { uploadTotalMegabytes: 4, uploadMegabytes: 3, signInsPerMinute: 1_000 };
  const { upload, ask } = behindProxy(settings, () => now);
  const megabyte = "x".repeat(1_000_000);
  const full = { status: 429, failure: { code: "uploads-full", params: { megabytes: 4 } } };
  const first = await upload("203.0.113.1", [megabyte]);
  expect(first.status).toBe(201);
  // Half of all for one network, whatever others use.
  expect(await upload("203.0.113.1", [megabyte])).toEqual(full);
  expect((await upload("203.0.113.2", [megabyte])).status).toBe(201);
  expect((await upload("203.0.113.3", [megabyte])).status).toBe(201);
  expect(await upload("203.0.113.4", [megabyte])).toEqual(full);
  // What was refused holds nothing; what is over neither.
  const bearer = { Authorization: `Bearer ${first.token}` };
  await ask("203.0.113.1", "/api/sessions/current", { method: "DELETE", headers: bearer });
  expect((await upload("203.0.113.4", [megabyte])).status).toBe(201);
  expect(await upload("203.0.113.5", [megabyte])).toEqual(full);
  now = 6 * 60_000;
  expect((await upload("203.0.113.5", [megabyte])).status).toBe(201);
});

test("parts are counted while they are read: the rest of fifty thousand is not", async () => {
  const { ask } = behindProxy({ uploadFiles: 5 });
  let sent = 0;
  const part = '--b\r\nContent-Disposition: form-data; name="files"; filename="a.csv"\r\n\r\nx\r\n';
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1;
      if (sent > 50_000) controller.close();
      else controller.enqueue(new TextEncoder().encode(part));
    },
  });
  const headers = { "Content-Type": "multipart/form-data; boundary=b" };
  const response = await ask("203.0.113.1", "/api/sessions", {
    method: "POST",
    headers,
    body,
    duplex: "half",
  } as RequestInit);
  expect((await response.json()).failure).toEqual({ code: "upload-too-large", params: { files: 5 } });
  expect(sent).toBeLessThan(2_000);
});

test("a form that breaks off anywhere is refused, and ends nothing else", async () => {
  const { ask } = behindProxy({ signInsPerMinute: 1_000 });
  const whole =
    '--b\r\nContent-Disposition: form-data; name="source"\r\n\r\ncsv\r\n--b\r\nContent-Disposition: form-data; name="files"; filename="a.csv"\r\n\r\nid;nom\r\n--b--\r\n';
  const headers = { "Content-Type": "multipart/form-data; boundary=b" };
  for (let length = 0; length < whole.length - 4; length++) {
    const body = whole.slice(0, length);
    const { status } = await ask("203.0.113.1", "/api/sessions", { method: "POST", headers, body });
    expect([length, status]).toEqual([length, 400]);
  }
});

test("requests of a session are counted as its own, so that an office behind one address is no crowd", async () => {
  const { open, isAlive } = behindProxy({ requestsPerMinute: 10, signInsPerMinute: 1_000 });
  const tokens = [];
  for (let person = 0; person < 5; person++) tokens.push((await open("203.0.113.1", "crm")).token);
  for (const token of tokens)
    for (let request = 0; request < 8; request++) expect(await isAlive("203.0.113.1", token)).toBe(true);
});

test("attempts that succeed are no guesses", async () => {
  const { open } = behindProxy({ signInsPerMinute: 3, requestsPerMinute: 100 });
  for (let person = 0; person < 10; person++) expect((await open("203.0.113.1", "crm")).status).toBe(201);
  const refused = [];
  for (let guess = 0; guess < 4; guess++) refused.push((await open("203.0.113.1", "sap")).status);
  expect(refused).toEqual([404, 404, 404, 429]);
});

test("an IPv6 address of the same household is no other network", () => {
  expect(networkOf("2001:db8:1:2::1")).toBe(networkOf("2001:db8:1:2:ffff::"));
  expect(networkOf("2001:db8:1:2::1")).not.toBe(networkOf("2001:db8:1:3::1"));
});
