import { createGateway } from "../../src/gateway/gateway";
import { configOf, depsOf, fakeConnector, refusing } from "./doubles";

const json = (body: unknown): RequestInit => ({
  method: "POST",
  headers: { "Content-Type": "application/json" },
  body: typeof body === "string" ? body : JSON.stringify(body),
});
const bearer = (session: string) => ({ headers: { Authorization: `Bearer ${session}` } });
const field = { name: "password", label: { fr: "Mot de passe", en: "Password" }, kind: "secret" } as const;
const files = { name: "files", label: { fr: "Fichiers", en: "Files" }, kind: "files" } as const;

const codeOf = async (response: Response): Promise<string> => (await response.json()).failure.code;

test("the health check tells the version", async () => {
  const { app } = createGateway(configOf(), depsOf([]));
  const response = await app.request("/api/health");
  expect(await response.json()).toEqual({ status: "ok", version: "1.2.3" });
  expect(response.headers.get("Cache-Control")).toBe("no-store");
});

test("the sources are told with their forms", async () => {
  const { app } = createGateway(configOf(), depsOf([fakeConnector("crm", { fields: [field] })]));
  const { sources } = await (await app.request("/api/sources")).json();
  expect(sources).toEqual([expect.objectContaining({ id: "crm", fields: [field] })]);
});

test("connecting answers a session that opens a refresh, and closing it ends both", async () => {
  const connector = fakeConnector("crm");
  const { app } = createGateway(configOf(), depsOf([connector]));
  const opened = await app.request("/api/sessions", json({ source: "crm", options: {} }));
  expect(opened.status).toBe(201);
  const { session: handle, token: session, ...rest } = await opened.json();
  expect(handle).not.toBe(session);
  expect(rest).toEqual({
    source: "crm",
    sourceLabel: { fr: "Source crm", en: "crm" },
    user: "Ana",
    tables: ["salespeople"],
    lacks: [],
    expiresInSeconds: 3_600,
  });
  expect((await app.request("/api/refresh", bearer(session))).status).toBe(200);
  const closed = await app.request("/api/sessions/current", { method: "DELETE", ...bearer(session) });
  expect(closed.status).toBe(204);
  expect(connector.closed()).toBe(1);
  expect(await codeOf(await app.request("/api/refresh", bearer(session)))).toBe("session-expired");
});

test.each([
  ["no JSON", "{oops", 400, "request-invalid"],
  ["a list", "[]", 400, "request-invalid"],
  ["options that are no object", { source: "crm", options: "x" }, 400, "request-invalid"],
  ["an unknown source", { source: "sap", options: {} }, 404, "source-unknown"],
  ["a missing field", { source: "crm", options: {} }, 400, "argument-invalid"],
  ["a field of the wrong kind", { source: "crm", options: { password: 4 } }, 400, "argument-invalid"],
  [
    "a field as long as a book",
    { source: "crm", options: { password: "x".repeat(3_000) } },
    400,
    "argument-invalid",
  ],
])("%s is refused", async (_, body, status, code) => {
  const { app } = createGateway(configOf(), depsOf([fakeConnector("crm", { fields: [field] })]));
  const response = await app.request("/api/sessions", json(body));
  expect([response.status, await codeOf(response)]).toEqual([status, code]);
});

test("an option the form does not have never reaches the source", async () => {
  const onConnect = jest.fn();
  const connector = fakeConnector("crm", { fields: [field], onConnect });
  const { app } = createGateway(configOf(), depsOf([connector]));
  await app.request("/api/sessions", json({ source: "crm", options: { password: "p", folder: "/etc" } }));
  expect(onConnect.mock.calls[0]?.[0]).toEqual({ password: "p" });
});

test("what the administrator sets for a source is added, and cannot be changed by the form", async () => {
  const onConnect = jest.fn();
  const connector = fakeConnector("crm", { fields: [field], onConnect });
  const config = configOf({ options: { crm: { password: "set", dataDate: "2026-11-23" } } });
  const { app } = createGateway(config, depsOf([connector]));
  await app.request("/api/sessions", json({ source: "crm", options: { password: "typed" } }));
  expect(onConnect.mock.calls[0]?.[0]).toEqual({ password: "set", dataDate: "2026-11-23" });
});

test("uploaded files reach the source whole, without the sender's folders in their names", async () => {
  const onConnect = jest.fn();
  const connector = fakeConnector("csv", { fields: [files], onConnect });
  const { app } = createGateway(configOf(), depsOf([connector]));
  const form = new FormData();
  form.set("source", "csv");
  form.append("files", new File(["a;b"], "C:\\Users\\ana\\clients.csv"));
  form.append("files", new File(["é"], "../../visites.csv"));
  const response = await app.request("/api/sessions", { method: "POST", body: form });
  expect(response.status).toBe(201);
  expect(onConnect.mock.calls[0]?.[0].files).toEqual([
    { name: "clients.csv", bytes: new TextEncoder().encode("a;b") },
    { name: "visites.csv", bytes: new TextEncoder().encode("é") },
  ]);
});

test("a form without files, with too many or too heavy ones is refused", async () => {
  const config = configOf({ uploadFiles: 2, uploadMegabytes: 1 });
  const { app } = createGateway(config, depsOf([fakeConnector("csv", { fields: [files] })]));
  const send = async (contents: readonly string[]) => {
    const form = new FormData();
    form.set("source", "csv");
    for (const content of contents) form.append("files", new File([content], "a.csv"));
    const response = await app.request("/api/sessions", { method: "POST", body: form });
    return [response.status, await codeOf(response)];
  };
  expect(await send([])).toEqual([400, "argument-invalid"]);
  expect(await send(["a", "b", "c"])).toEqual([413, "upload-too-large"]);
  expect(await send(["x".repeat(1_100_000)])).toEqual([413, "upload-too-large"]);
});

test("a refused login is 403, a source that never answers is given up, a fault says nothing of itself", async () => {
  const lines: string[] = [];
  const deps = depsOf(
    [
      fakeConnector("refusing", { onConnect: refusing }),
      fakeConnector("silent", { onConnect: () => new Promise(() => undefined) }),
      fakeConnector("broken", { onConnect: () => Promise.reject(new TypeError("password hunter2")) }),
    ],
    lines,
  );
  const { app } = createGateway(configOf({ connectSeconds: 1 }), deps);
  const open = async (source: string) => {
    const response = await app.request("/api/sessions", json({ source, options: {} }));
    return [response.status, await response.text()];
  };
  expect(await open("refusing")).toEqual([403, expect.stringContaining("source-refused")]);
  expect(await open("silent")).toEqual([502, expect.stringContaining("source-unavailable")]);
  const [status, text] = await open("broken");
  const { id } = JSON.parse(String(text)).failure.params;
  expect([status, text]).toEqual([500, `{"failure":{"code":"internal","params":{"id":"${id}"}}}`]);
  expect(lines.join("")).not.toContain("hunter2");
  // The administrator finds it again by what the person was shown, with the place in our code.
  const fault = JSON.parse(lines.find((line) => line.includes(id)) ?? "{}");
  expect(fault).toMatchObject({ fault: "TypeError", msg: "connecting failed" });
  expect(fault.at[0]).toMatch(/^gateway\/sessions\.test\.ts:\d+:\d+$/);
});

test("a session that nobody uses expires and hangs up", async () => {
  let now = 0;
  const connector = fakeConnector("crm");
  const { app } = createGateway(configOf({ sessionMinutes: 1 }), { ...depsOf([connector]), now: () => now });
  const { token: session } = await (await app.request("/api/sessions", json({ source: "crm" }))).json();
  now = 59_000;
  expect((await app.request("/api/refresh", bearer(session))).status).toBe(200);
  now += 60_001;
  expect((await app.request("/api/refresh", bearer(session))).status).toBe(401);
  expect(connector.closed()).toBe(1);
});

test("no more sessions than configured", async () => {
  const { app } = createGateway(configOf({ maxSessions: 1 }), depsOf([fakeConnector("crm")]));
  await app.request("/api/sessions", json({ source: "crm" }));
  expect((await app.request("/api/sessions", json({ source: "crm" }))).status).toBe(429);
});

test("requests beyond the limit wait for the next minute", async () => {
  let now = 0;
  const { app } = createGateway(configOf({ requestsPerMinute: 2 }), { ...depsOf([]), now: () => now });
  const statuses = [];
  for (let index = 0; index < 3; index += 1) statuses.push((await app.request("/api/health")).status);
  expect(statuses).toEqual([200, 200, 429]);
  now = 60_001;
  expect((await app.request("/api/health")).status).toBe(200);
});

test("another site's page gets nothing, an allowed one its CORS headers", async () => {
  const { app } = createGateway(configOf({ allowedOrigins: ["https://intranet.test"] }), depsOf([]));
  const from = (origin: string) => app.request("/api/health", { headers: { Origin: origin } });
  expect((await from("https://evil.test")).status).toBe(400);
  expect((await from("null")).status).toBe(400);
  const allowed = await from("https://intranet.test");
  expect(allowed.headers.get("Access-Control-Allow-Origin")).toBe("https://intranet.test");
  expect((await from("http://localhost")).status).toBe(200);
});

test("tokens, e-mail addresses and file names stay out of the log", async () => {
  const lines: string[] = [];
  const { app } = createGateway(configOf(), depsOf([fakeConnector("csv", { fields: [files] })], lines));
  const form = new FormData();
  form.set("source", "csv");
  form.append("files", new File(["ana@example.test"], "Dupont.csv"));
  const { token: session } = await (
    await app.request("/api/sessions", { method: "POST", body: form })
  ).json();
  await (await app.request("/api/refresh?who=ana@example.test", bearer(session))).text();
  const log = lines.join("");
  expect(log).toContain('"path":"/api/refresh"');
  for (const secret of [session, "example.test", "Dupont"]) expect(log).not.toContain(secret);
});
