import { json, type Sent } from "./target";

/** A request of an attacker, and what it is called where it succeeds. */
export interface Attempt {
  readonly name: string;
  readonly path: string;
  readonly sent: Sent;
}

const product = <A, B>(as: readonly A[], bs: readonly B[]): [A, B][] =>
  as.flatMap((a) => bs.map((b): [A, B] => [a, b]));

/** Requests that change something, as a page of another site makes a browser send them. */
export const CROSS_SITE: readonly Attempt[] = product(
  product(
    [
      "https://evil.test",
      "null",
      "https://localhost.evil.test",
      "http://localhost",
      "https://127.0.0.1:1",
      "",
    ],
    ["cross-site", "same-site", ""],
  ),
  [
    ["POST", "/api/sessions"],
    ["POST", "/api/sign-in"],
    ["POST", "/api/sign-in/claim"],
    ["POST", "/api/sign-in/cancel"],
    ["DELETE", "/api/sessions/current"],
    ["DELETE", "/api/sign-in/demo"],
    ["DELETE", "/api/sign-in/demo/team"],
  ] as const,
).map(([[origin, site], [method, path]]) => ({
  name: `${method} ${path} from ${origin || "nowhere"} (${site || "no site"})`,
  path,
  sent: {
    method,
    headers: {
      "Content-Type": "text/plain",
      Cookie: "__Host-vigie-person=stolen",
      ...(origin && { Origin: origin }),
      ...(site && { "Sec-Fetch-Site": site }),
    },
    body: '{"source":"demo"}',
  },
}));

/** Ways of writing an address inside our network, in an option that a connector takes for its CRM's. */
export const innerAddresses = (port: number): readonly string[] => {
  const hosts = [
    ...["127.0.0.1", "127.1", "127.0.1", "0", "0.0.0.0", "2130706433", "0x7f000001", "0177.0.0.1", "0x7f.1"],
    ...["[::1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[0:0:0:0:0:0:0:1]", "[64:ff9b::7f00:1]"],
    ...["localhost", "LOCALHOST", "127.0.0.1.", "①②⑦.0.0.1", "127。0。0。1"],
    ...["10.0.0.1", "172.16.0.1", "192.168.0.1", "169.254.169.254", "100.64.0.1", "198.18.0.1", "224.0.0.1"],
    ...["[fe80::1]", "[fd00::1]", "[fec0::1]", "[ff02::1]", "[2002:7f00:1::]", "255.255.255.255"],
  ];
  const forms = [
    (host: string) => `https://${host}:${port}`,
    (host: string) => `http://${host}:${port}`,
    (host: string) => `https://user:pass@${host}:${port}/`,
    (host: string) => `https://${host}:${port}/a/../b?c=d#e`,
    (host: string) => `HTTPS://${host}:${port}`,
    (host: string) => `https:/\\${host}:${port}`,
    (host: string) => ` https://${host}:${port} `,
    (host: string) => `ftp://${host}:${port}`,
    (host: string) => `file://${host}/etc/passwd`,
    (host: string) => `gopher://${host}:${port}/_GET`,
  ];
  return product(hosts, forms).map(([host, form]) => form(host));
};

const nested = (depth: number): string => `${"[".repeat(depth)}${"]".repeat(depth)}`;
const part = (head: string, body = "x"): string => `--b\r\n${head}\r\n\r\n${body}\r\n`;
const form = (body: string): Sent => ({
  method: "POST",
  headers: { "Content-Type": "multipart/form-data; boundary=b" },
  body,
});
const file = 'Content-Disposition: form-data; name="files"; filename="a.csv"';

/** Bodies of every kind of malice; none may open a session, none may be an internal fault. */
export const BODIES: readonly Attempt[] = [
  ...[
    "",
    "null",
    "1",
    '"x"',
    "[]",
    "{",
    '{"source":',
    nested(20_000),
    '{"source":null}',
    '{"source":{}}',
  ].map((body) => json(body)),
  ...['{"__proto__":{"source":"demo"}}', '{"source":"__proto__"}', '{"source":"constructor"}'].map((body) =>
    json(body),
  ),
  json({ source: "demo", options: [] }),
  json({ source: "x".repeat(90_000) }),
  json({ source: "csv", options: { folder: "/etc", files: "/etc/passwd" } }),
  json({ source: "csv", options: { files: [{ name: "a.csv", bytes: {} }] } }),
  json({ source: "csv", options: { files: [{ name: "a.csv", bytes: [1, 2] }], mapping: "{}" } }),
  json({ source: "demo", account: "team", code: "x" }),
  json({ source: "demo", account: "team" }),
  json("x".repeat(2_000_000)),
  form(""),
  form("--b--\r\n"),
  form(part(file)),
  form(part("Content-Disposition: form-data; name=source", "demo")),
  form(`${part('Content-Disposition: form-data; name="source"', "csv") + part(file).repeat(200)}--b--\r\n`),
  form(`${part('Content-Disposition: form-data; name="a"').repeat(5_000)}--b--\r\n`),
  form(`${part(`Content-Disposition: form-data; name="${"n".repeat(200_000)}"`)}--b--\r\n`),
  form(`${part('Content-Disposition: form-data; name="source"', "csv".repeat(100_000))}--b--\r\n`),
  form(`--b\r\n${"A: b\r\n".repeat(3_000)}\r\nx\r\n--b--\r\n`),
  { ...form(part(file)), headers: { "Content-Type": "multipart/form-data" } },
  { ...form(part(file)), headers: { "Content-Type": `multipart/form-data; boundary=${"b".repeat(5_000)}` } },
].flatMap((sent, at) =>
  ["/api/sessions", "/api/sign-in", "/api/sign-in/claim"].map((path) => ({
    name: `body ${at} at ${path}`,
    path,
    sent,
  })),
);

/** Paths that lead out of the built add-in, or to what is not for visitors. */
export const PATHS: readonly string[] = product(
  [
    "/..",
    "/%2e%2e",
    "/..%2f",
    "/%2e%2e%2f",
    "/..\\",
    "/%5c..",
    "/.%00./",
    "/assets/../..",
    "//..",
    "/%c0%ae%c0%ae",
    "/..;",
  ],
  ["/beside-dist.txt", "/beside-dist.txt%00.js", "/etc/passwd", "/package.json", "/.vigie/vault.json"],
).map(([way, where]) => way + where);

/** Secrets of sessions that nobody was given. */
export const SESSION_HEADERS: readonly Readonly<Record<string, string>>[] = [
  "",
  "x",
  "x".repeat(43),
  "A".repeat(99),
  "../../x",
  "null",
  "undefined",
  "__proto__",
].flatMap((secret): Readonly<Record<string, string>>[] => {
  const handle = secret.slice(0, 20);
  return [
    { Authorization: `Bearer ${secret}` },
    { "X-Vigie-Session": secret },
    { "X-Vigie-Session": handle, Cookie: `__Host-vigie-session-${handle}=${secret}` },
  ];
});
