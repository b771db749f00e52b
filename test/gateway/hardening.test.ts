import { readFileSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import type { Context } from "hono";
import { JSDOM } from "jsdom";
import { registry } from "../../src/crm/registry";
import { createGateway } from "../../src/gateway/gateway";
import { clientAddress } from "../../src/gateway/limits/clientAddress";
import { startGateway } from "../../src/gateway/server";
import { fillUrl, guardSecret } from "../../src/gateway/signIn/urlTemplate";
import { builtAddIn, configOf, depsOf, fakeConnector, refusing } from "./doubles";
import { decoded } from "./signIn/scene";

const post = (headers: Record<string, string>, body = '{"source":"crm"}'): RequestInit => ({
  method: "POST",
  headers,
  body,
});
const codeOf = async (response: Response): Promise<string> => (await response.json()).failure?.code;

describe("a page of another site makes a browser do nothing", () => {
  const { app } = createGateway(
    configOf({ allowedOrigins: ["https://intranet.test"] }),
    depsOf([fakeConnector("crm")]),
  );
  const HERE = { Origin: "http://localhost", "Sec-Fetch-Site": "same-origin", "X-Vigie-Pane": "1" };

  test("our own pane may", async () => {
    expect((await app.request("/api/sessions", post(HERE))).status).toBe(201);
  });

  test.each([
    ["a form of another site", { Origin: "https://evil.test", "Sec-Fetch-Site": "cross-site" }],
    ["a page of a sister site", { "Sec-Fetch-Site": "same-site", "X-Vigie-Pane": "1" }],
    ["a form without an origin", { "Sec-Fetch-Site": "cross-site", "X-Vigie-Pane": "1" }],
    ["a form of our own site", { Origin: "http://localhost", "Sec-Fetch-Site": "same-origin" }],
    ["a browser that tells its cookies only", { Cookie: "__Host-vigie-person=x" }],
  ])("%s may not", async (_, headers) => {
    for (const [method, path] of [
      ["POST", "/api/sessions"],
      ["POST", "/api/sign-in"],
      ["POST", "/api/sign-in/claim"],
      ["DELETE", "/api/sessions/current"],
      ["DELETE", "/api/sign-in/crm"],
    ] as const) {
      const response = await app.request(path, { method, headers, ...(method === "POST" && { body: "{}" }) });
      expect([path, response.status, await codeOf(response)]).toEqual([path, 400, "request-invalid"]);
    }
  });

  test("a script of another site may not send the headers, unless its origin is allowed", async () => {
    const ask = (origin: string) =>
      app.request("/api/refresh", {
        method: "OPTIONS",
        headers: {
          Origin: origin,
          "Access-Control-Request-Method": "GET",
          "Access-Control-Request-Headers": "x-vigie-session",
        },
      });
    expect((await ask("https://evil.test")).headers.get("Access-Control-Allow-Origin")).toBeNull();
    const allowed = await ask("https://intranet.test");
    expect(allowed.headers.get("Access-Control-Allow-Origin")).toBe("https://intranet.test");
    expect(allowed.headers.get("Access-Control-Allow-Credentials")).toBeNull();
  });

  test("a session's cookie without the header that names it opens nothing", async () => {
    const cookie = "__Host-vigie-person=somebody-with-cookies";
    const opened = await app.request("/api/sessions", post({ ...HERE, Cookie: cookie }));
    const { session, token } = await opened.json();
    expect(token).toBeUndefined();
    const kept = opened.headers
      .getSetCookie()
      .find((line) => line.includes(session))!
      .split(";")[0]!;
    const refresh = (headers: Record<string, string>) => app.request("/api/refresh", { headers });
    expect((await refresh({ Cookie: kept })).status).toBe(401);
    expect((await refresh({ Cookie: kept, "X-Vigie-Session": session })).status).toBe(200);
  });
});

test("behind a proxy that speaks HTTPS only the public address is ours", async () => {
  const config = configOf({ https: "off", publicAddress: "https://vigie.test" });
  const { app } = createGateway(config, depsOf([]));
  const from = async (Origin: string) =>
    (await app.request("http://10.0.0.5/api/health", { headers: { Origin, Host: "10.0.0.5" } })).status;
  expect([await from("https://vigie.test"), await from("https://evil.test")]).toEqual([200, 400]);
});

test("another host than the public one is not ours, where that is known", async () => {
  const ask = async (url: string, settings: Parameters<typeof configOf>[0]) =>
    (await createGateway(configOf(settings), depsOf([])).app.request(`${url}/api/health`)).status;
  const known = { publicAddress: "https://vigie.test" };
  expect(await ask("https://vigie.test", known)).toBe(200);
  for (const host of ["localhost:3443", "10.0.0.5", "[fd00::1]:3443"])
    expect(await ask(`https://${host}`, known)).toBe(200);
  for (const host of ["evil.test", "vigie.test.evil.test", "10.0.0.5.evil.test"])
    expect(await ask(`https://${host}`, known)).toBe(400);
  expect(await ask("https://anything.test", {})).toBe(200);
});

test("attempts to get a session are counted more strictly than other requests", async () => {
  const config = configOf({ signInsPerMinute: 3, requestsPerMinute: 100 });
  const { app } = createGateway(config, depsOf([fakeConnector("crm", { onConnect: refusing })]));
  const statuses = [];
  for (let index = 0; index < 4; index += 1)
    statuses.push((await app.request("/api/sessions", post({}))).status);
  expect(statuses).toEqual([403, 403, 403, 429]);
  expect((await app.request("/api/sign-in", post({}))).status).toBe(429);
  expect((await app.request("/sign-in/callback?state=x")).status).toBe(429);
  expect((await app.request("/api/sources")).status).toBe(200);
});

describe("the address a request is counted under", () => {
  const from = (socket: string, forwarded: string | undefined, trustedProxies: readonly string[]) =>
    clientAddress(configOf({ trustedProxies: [...trustedProxies] }))({
      env: { incoming: { socket: { remoteAddress: socket } } },
      req: { header: () => forwarded },
    } as unknown as Context);

  test.each([
    ["nobody is believed by default", "203.0.113.9", "1.2.3.4", [], "203.0.113.9"],
    ["a trusted proxy is", "10.0.0.1", "198.51.100.7", ["10.0.0.0/8"], "198.51.100.7"],
    ["what a client wrote itself is not", "10.0.0.1", "1.1.1.1, 198.51.100.7", ["10.0.0.1"], "198.51.100.7"],
    ["a chain of trusted ones", "::ffff:10.0.0.1", "198.51.100.7, 10.0.0.2", ["10.0.0.0/8"], "198.51.100.7"],
    ["a proxy that tells nothing", "10.0.0.1", undefined, ["10.0.0.0/8"], "10.0.0.1"],
    ["IPv6", "fd00::1", "2001:db8::7", ["fd00::/8"], "2001:db8::7"],
  ])("%s", (_, socket, forwarded, trusted, expected) => {
    expect(from(socket, forwarded, trusted)).toBe(expected);
  });

  test("a proxy that is no address is refused at start", () => {
    for (const wrong of ["proxy.test", "10.0.0.0/8/9", ""])
      expect(() => configOf({ trustedProxies: [wrong] })).toThrow();
  });
});

test("a body that is too large is refused, on the sign-in routes long before an upload's size", async () => {
  const { app } = createGateway(configOf(), depsOf([fakeConnector("crm")]));
  const large = JSON.stringify({ source: "crm", options: { a: "x".repeat(40_000) } });
  for (const path of ["/api/sign-in", "/api/sign-in/claim"])
    expect((await app.request(path, post({}, large))).status).toBe(400);
});

describe("over a socket", () => {
  const ask = async (bytes: (socket: ReturnType<typeof connect>) => void) => {
    const gateway = await startGateway(configOf({ port: 0, headerSeconds: 1 }), { registry: registry([]) });
    const socket = connect(Number(new URL(gateway.url).port), "localhost");
    let heard = "";
    socket.on("data", (part) => {
      heard += part;
    });
    socket.on("error", () => undefined);
    bytes(socket);
    await new Promise((resolve) => socket.once("close", resolve));
    await gateway.close();
    return heard;
  };

  test("headers that never end are cut", async () => {
    const heard = await ask((socket) => socket.write("GET /api/health HTTP/1.1\r\nHost: x\r\nA: "));
    expect(heard).toMatch(/^HTTP\/1.1 408/);
  });

  test("one network has its share of connections, and a closed one gives its place back", async () => {
    const gateway = await startGateway(configOf({ port: 0, socketsPerAddress: 3 }), {
      registry: registry([]),
    });
    const opened = () =>
      new Promise<ReturnType<typeof connect> | undefined>((resolve) => {
        const socket = connect(Number(new URL(gateway.url).port), "localhost");
        socket.on("error", () => undefined);
        socket.once("data", () => resolve(socket));
        socket.once("close", () => resolve(undefined));
        socket.write("GET /api/health HTTP/1.1\r\nHost: localhost\r\n\r\n");
      });
    const sockets = [await opened(), await opened(), await opened()];
    expect(sockets.every(Boolean)).toBe(true);
    expect(await opened()).toBeUndefined();
    sockets[0]!.destroy();
    await new Promise((resolve) => setTimeout(resolve, 100));
    const next = await opened();
    expect(next).toBeDefined();
    for (const socket of [...sockets, next]) socket?.destroy();
    await gateway.close();
  });

  test("headers as long as a book are refused", async () => {
    const heard = await ask((socket) =>
      socket.write(`GET /api/health HTTP/1.1\r\nHost: x\r\nA: ${"a".repeat(20_000)}\r\n\r\n`),
    );
    expect(heard).toMatch(/^HTTP\/1.1 431/);
  });
});

describe("the pages of the sign-in window", () => {
  const { app } = createGateway(configOf({ dist: builtAddIn() }), depsOf([]));

  test("run our scripts only, in nobody's frame, and tell nobody their address", async () => {
    for (const path of ["/sign-in/start?attempt=x", "/sign-in/callback?state=x&code=y&error=z"]) {
      const response = await app.request(path);
      const policy = response.headers.get("Content-Security-Policy") ?? "";
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self' https://appsforoffice.microsoft.com;");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain("nonce");
      expect(policy.match(/[\w-]+ [^;]*unsafe[^;]*/g)).toEqual(["style-src-attr 'unsafe-inline'"]);
      expect(response.headers.get("Referrer-Policy")).toBe("no-referrer");
      expect(response.headers.get("Cache-Control")).toBe("no-store");
      expect(response.headers.get("Permissions-Policy")).toContain("camera=()");
      const page = await response.text();
      expect(page).not.toMatch(/<script(?![^>]*src=)|\son\w+=|<style|__VIGIE_/);
    }
  });

  test("carry their task in an attribute that a build left without quotes", async () => {
    const dist = builtAddIn();
    const template = readFileSync(join(dist, "signIn.html"), "utf8").replaceAll('"', "");
    writeFileSync(join(dist, "signIn.html"), template);
    const bare = createGateway(configOf({ dist }), depsOf([])).app;
    const page = await (await bare.request("/sign-in/callback?state=x")).text();
    const [meta] = new JSDOM(page).window.document.getElementsByName("vigie-task");
    expect(JSON.parse(meta?.getAttribute("content") ?? "")).toEqual({
      failure: { code: "source-sign-in", params: { source: "", reason: "unknown" } },
    });
    expect(meta?.attributes).toHaveLength(2);
  });

  test("repeat nothing of what the address says", async () => {
    const attack = encodeURIComponent('"><script>alert(1)</script>');
    const page = await (await app.request(`/sign-in/callback?state=${attack}&error=${attack}`)).text();
    expect(decoded(page)).not.toContain("alert(1)");
  });
});

describe("addresses made of what a person typed", () => {
  const PUBLIC = { privateAddresses: false };
  const refusal = (template: string, fields: Record<string, string>) => {
    try {
      return fillUrl(template, fields, PUBLIC);
    } catch (thrown) {
      return (thrown as { failure: { code: string } }).failure.code;
    }
  };

  test("are what the CRM's sign-in needs", () => {
    expect(refusal("{address}/oauth/token", { address: "https://acme.test/" })).toBe(
      "https://acme.test/oauth/token",
    );
    expect(refusal("https://crm.test/a?scope={address}/all", { address: "https://acme.test/" })).toBe(
      "https://crm.test/a?scope=https%3A%2F%2Facme.test/all",
    );
    expect(refusal("https://{company}.crm.test/token", { company: "acme" })).toBe(
      "https://acme.crm.test/token",
    );
    expect(refusal("https://crm.test/{tenant}/token", { tenant: "a/../b?c" })).toBe(
      "https://crm.test/a%2F..%2Fb%3Fc/token",
    );
  });

  test.each([
    ["{address}/token", { address: "https://127.0.0.1" }, "source-address-forbidden"],
    ["{address}/token", { address: "https://169.254.169.254" }, "source-address-forbidden"],
    ["{address}/token", { address: "http://crm.test" }, "source-address-forbidden"],
    ["{address}/token", { address: "https://a@evil.test" }, "source-address-forbidden"],
    ["{address}/token", { address: "file:///etc/passwd" }, "source-address-forbidden"],
    ["{address}/token", {}, "source-address-forbidden"],
    ["https://{company}.crm.test/token", { company: "evil.test/x?" }, "argument-invalid"],
    ["https://{company}.crm.test/token", { company: "evil.test#" }, "argument-invalid"],
    ["https://{company}.crm.test/token", { company: "a@evil.test:443/" }, "argument-invalid"],
    ["https://{company}.crm.test/token", { company: "" }, "argument-invalid"],
  ])("%s with %j leads nowhere else", (template, fields, code) => {
    expect(refusal(template, fields as Record<string, string>)).toBe(code);
  });

  test("get the client's secret only where the CRM lives, or where the administrator says", () => {
    const signIn = {
      authorizeUrl: "{address}/authorize",
      tokenUrl: "{address}/token",
      scopes: [],
      registration: { fr: "", en: "" },
      hosts: ["login.crm.test", "*.my.crm.test"],
    };
    const guard =
      (address: string, set: readonly string[] = []) =>
      () =>
        guardSecret(signIn, { address }, set);
    for (const address of ["https://login.crm.test", "https://acme.my.crm.test"])
      expect(guard(address)).not.toThrow();
    for (const address of ["https://evil.test", "https://my.crm.test.evil.test", "https://evilmy.crm.test"])
      expect(guard(address)).toThrow();
    expect(guard("https://crm.gateway.test", ["address"])).not.toThrow();
    expect(() => guardSecret({ ...signIn, tokenUrl: "https://crm.test/t" }, {}, [])).not.toThrow();
  });
});

test("a source that computes no sums of its own and cannot tell the cost says so", async () => {
  const { app } = createGateway(configOf(), depsOf([fakeConnector("crm")]));
  const { token } = await (await app.request("/api/sessions", post({}))).json();
  const headers = { Authorization: `Bearer ${token}` };
  expect(await (await app.request("/api/reconciliation", { headers })).json()).toEqual({ aggregates: null });
  expect(await (await app.request("/api/estimate", { headers })).json()).toEqual({ estimate: null });
  expect((await app.request("/api/estimate")).status).toBe(401);
});

test("a team's account of a form source connects with the administrator's options, which no answer tells", async () => {
  const password = {
    name: "password",
    label: { fr: "Mot de passe", en: "Password" },
    kind: "secret",
  } as const;
  const onConnect = jest.fn();
  const code = "a code of the team";
  const config = configOf({ teamAccounts: { crm: { code, options: { password: "team-s3cret" } } } });
  const lines: string[] = [];
  const deps = depsOf([fakeConnector("crm", { fields: [password], onConnect })], lines);
  const { app } = createGateway(config, deps);
  const ask = (body: object) =>
    app.request("/api/sessions", post({}, JSON.stringify({ source: "crm", ...body })));
  const opened = await ask({ account: "team", code });
  expect(onConnect.mock.calls[0]?.[0]).toEqual({ password: "team-s3cret" });
  const told = JSON.stringify([await opened.json(), await (await app.request("/api/sources")).json(), lines]);
  expect(told).toContain('"account":"team"');
  for (const secret of ["team-s3cret", code]) expect(told).not.toContain(secret);
  expect((await ask({ account: "team", code: "another code of 12" })).status).toBe(403);
  expect((await ask({})).status).toBe(400);
});
