import { request as plainRequest } from "node:http";
import { request as secureRequest } from "node:https";

interface Kept {
  readonly value: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/**
 * As much of a browser as cookies and origins take: one cookie jar, the rules of `__Host-` names, no redirection
 * followed. `page` is the origin of the page whose scripts speak. Trusts `ca` alone.
 */
export class Browser {
  readonly cookies = new Map<string, Kept>();

  constructor(
    private readonly page: string,
    private readonly ca: Buffer | undefined,
    private readonly keepsCookies = true,
  ) {}

  /** What a script of the page could read. */
  get visibleCookies(): string {
    return [...this.cookies]
      .filter(([, { attributes }]) => !attributes.has("httponly"))
      .map(([name, { value }]) => `${name}=${value}`)
      .join("; ");
  }

  /** `fetch` of a script of the page. */
  readonly fetch: typeof fetch = async (input, init = {}) => {
    const request = new Request(input instanceof Request ? input : String(input), init);
    const site = new URL(request.url).origin === this.page ? "same-origin" : "cross-site";
    const headers: Record<string, string> = {
      ...Object.fromEntries(request.headers),
      "sec-fetch-site": site,
    };
    if (request.method !== "GET") headers.origin = this.page;
    const body = Buffer.from(await request.arrayBuffer());
    return this.send(request.url, request.method, headers, body, init.credentials !== "omit");
  };

  /** Somebody follows an address. */
  readonly visit = (url: string): Promise<Response> =>
    this.send(url, "GET", { "sec-fetch-site": "none", "sec-fetch-mode": "navigate" }, Buffer.alloc(0), true);

  private send(
    url: string,
    method: string,
    headers: Record<string, string>,
    body: Buffer,
    withCookies: boolean,
  ): Promise<Response> {
    const { protocol, hostname, port, pathname, search } = new URL(url);
    const cookie = [...this.cookies].map(([name, { value }]) => `${name}=${value}`).join("; ");
    const sent = {
      ...headers,
      ...(withCookies && cookie && { cookie }),
      "content-length": String(body.length),
    };
    const options = {
      hostname,
      port,
      path: pathname + search,
      method,
      headers: sent,
      ca: this.ca,
      agent: false,
    };
    return new Promise((resolve, reject) => {
      const asked = (protocol === "https:" ? secureRequest : plainRequest)(options, (incoming) => {
        const parts: Buffer[] = [];
        incoming.on("data", (part: Buffer) => parts.push(part));
        incoming.on("error", reject);
        incoming.on("end", () => {
          for (const line of incoming.headers["set-cookie"] ?? []) this.keep(line, protocol === "https:");
          const status = incoming.statusCode ?? 500;
          const told = Object.entries(incoming.headers).map(([name, value]): [string, string] => [
            name,
            String(value),
          ]);
          resolve(new Response(status === 204 ? null : Buffer.concat(parts), { status, headers: told }));
        });
      });
      asked.on("error", reject);
      asked.end(body);
    });
  }

  private keep(line: string, isSecure: boolean): void {
    if (!this.keepsCookies) return;
    const [pair = "", ...rest] = line.split(";").map((part) => part.trim());
    const [name = "", value = ""] = splitOnce(pair);
    const attributes = new Map(
      rest.map((part) => splitOnce(part)).map(([key, told]) => [key.toLowerCase(), told]),
    );
    const isHost = attributes.has("secure") && attributes.get("path") === "/" && !attributes.has("domain");
    if (!isSecure || (name.startsWith("__Host-") && !isHost)) return;
    if (attributes.get("max-age") === "0") this.cookies.delete(name);
    else this.cookies.set(name, { value, attributes });
  }
}

function splitOnce(text: string): [string, string] {
  const at = text.indexOf("=");
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}
