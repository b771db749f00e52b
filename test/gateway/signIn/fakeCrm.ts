import { createHash, randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";
import { checkAddress } from "../../../src/crm/address";
import type { Connector } from "../../../src/crm/connector";
import { guardedFetch } from "../../../src/crm/guardedFetch";
import { getJson } from "../../../src/crm/http";
import { parseOptions } from "../../../src/crm/kit/options";
import { TOKEN_OPTIONS, tokensFrom } from "../../../src/crm/kit/token";

export const CLIENT = { clientId: "vigie-client", clientSecret: "client-secret-7f3a" };

/** Who may see which salespeople: a director all, a salesperson themselves. */
const PEOPLE: Readonly<Record<string, readonly string[]>> = {
  director: ["Ana", "Bo", "Chloé"],
  bo: ["Bo"],
};

interface Family {
  readonly user: string;
  access: string;
  refresh: string;
  isRevoked: boolean;
  isExpired: boolean;
}

interface Code {
  readonly user: string;
  readonly challenge: string;
  readonly redirectUri: string;
  isUsed: boolean;
}

interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly text?: string;
}

const random = (kind: string): string => `${kind}-${randomBytes(12).toString("hex")}`;

/**
 * A CRM with an OAuth 2 server that forgives nothing: redirect address to the letter, PKCE S256 only, a code once
 * (a second time takes the tokens back), each refresh token once (a second time too), secrets always asked.
 */
export class FakeCrm {
  /** Who sits at the sign-in window. */
  user = "director";
  /** What the person does at the consent: grant, deny, or the CRM's own trouble. */
  consent: "grant" | "deny" = "grant";
  /** What the token address does instead of answering. */
  tokenTrouble: "none" | "html" | "error" = "none";
  redirectUri = "";
  readonly asked: string[] = [];
  readonly families: Family[] = [];
  renewals = 0;
  private readonly codes = new Map<string, Code>();
  private readonly server = createServer((request, response) => void this.answer(request, response));

  async start(): Promise<string> {
    this.server.listen(0, "127.0.0.1");
    await new Promise((resolve) => this.server.once("listening", resolve));
    return this.url;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  /** Every secret it ever knew: none may be found anywhere else. */
  get secrets(): readonly string[] {
    return [CLIENT.clientSecret, ...this.everIssued, ...this.codes.keys()];
  }
  private readonly everIssued: string[] = [];

  expireAccess(): void {
    for (const family of this.families) family.isExpired = true;
  }

  /** An office clerk withdraws everything. */
  revokeAll(): void {
    for (const family of this.families) family.isRevoked = true;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", this.url);
    const body = new URLSearchParams(await bodyOf(request));
    this.asked.push(`${request.method} ${url.pathname}`);
    const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1];
    const answers: Readonly<Record<string, () => Reply>> = {
      "/authorize": () => this.authorize(url.searchParams),
      "/token": () => this.token(body),
      "/revoke": () => this.revoke(body),
      "/people": () => this.people(bearer, url.searchParams),
    };
    const { status, headers, text } = answers[url.pathname]?.() ?? reply(404, {});
    response.writeHead(status, headers).end(text);
  }

  private authorize(asked: URLSearchParams): Reply {
    const challenge = asked.get("code_challenge") ?? "";
    const isRight =
      asked.get("response_type") === "code" &&
      asked.get("client_id") === CLIENT.clientId &&
      asked.get("redirect_uri") === this.redirectUri &&
      asked.get("code_challenge_method") === "S256" &&
      /^[\w-]{43}$/.test(challenge) &&
      asked.get("scope") === "read offline" &&
      asked.get("prompt") === "login" &&
      (asked.get("state") ?? "").length >= 40;
    if (!isRight) return reply(400, { error: "invalid_request" });
    const back = new URL(this.redirectUri);
    back.searchParams.set("state", asked.get("state")!);
    if (this.consent === "deny") {
      back.searchParams.set("error", "access_denied");
      back.searchParams.set("error_description", "<b>CRM words nobody may repeat</b>");
    } else {
      const code = random("code");
      this.codes.set(code, { user: this.user, challenge, redirectUri: this.redirectUri, isUsed: false });
      back.searchParams.set("code", code);
    }
    return { status: 302, headers: { Location: back.href } };
  }

  private token(body: URLSearchParams): Reply {
    if (this.tokenTrouble === "html")
      return { status: 200, headers: { "Content-Type": "text/html" }, text: "<html>maintenance</html>" };
    if (this.tokenTrouble === "error") return reply(503, { error: "temporarily_unavailable" });
    if (body.get("client_id") !== CLIENT.clientId || body.get("client_secret") !== CLIENT.clientSecret)
      return reply(401, { error: "invalid_client" });
    if (body.get("grant_type") === "authorization_code") return this.exchange(body);
    if (body.get("grant_type") === "refresh_token") return this.renew(body);
    return reply(400, { error: "unsupported_grant_type" });
  }

  private exchange(body: URLSearchParams): Reply {
    const code = this.codes.get(body.get("code") ?? "");
    const verifier = body.get("code_verifier") ?? "";
    const isOurs = createHash("sha256").update(verifier).digest("base64url") === code?.challenge;
    if (!code || !isOurs || code.redirectUri !== body.get("redirect_uri"))
      return reply(400, { error: "invalid_grant", error_description: "CRM words" });
    if (code.isUsed) {
      this.revokeAll();
      return reply(400, { error: "invalid_grant" });
    }
    code.isUsed = true;
    const family = { user: code.user, access: "", refresh: "", isRevoked: false, isExpired: false };
    this.families.push(family);
    return this.issue(family);
  }

  private renew(body: URLSearchParams): Reply {
    this.renewals += 1;
    const given = body.get("refresh_token") ?? "";
    const family = this.families.find(({ refresh }) => refresh === given);
    if (!family || family.isRevoked) {
      // A refresh token seen twice was stolen by somebody: nobody keeps anything.
      if (this.everIssued.includes(given)) this.revokeAll();
      return reply(400, { error: "invalid_grant" });
    }
    return this.issue(family);
  }

  private issue(family: Family): Reply {
    family.access = random("access");
    family.refresh = random("refresh");
    family.isExpired = false;
    this.everIssued.push(family.access, family.refresh);
    const { access: access_token, refresh: refresh_token } = family;
    return reply(200, {
      access_token,
      refresh_token,
      token_type: "Bearer",
      expires_in: 3_600,
      api_domain: this.url,
    });
  }

  private revoke(body: URLSearchParams): Reply {
    if (body.get("client_secret") !== CLIENT.clientSecret) return reply(401, { error: "invalid_client" });
    const token = body.get("token");
    for (const family of this.families)
      if (family.refresh === token || family.access === token) family.isRevoked = true;
    return { status: 200 };
  }

  private people(bearer: string | undefined, asked: URLSearchParams): Reply {
    const family = this.families.find(({ access }) => access === bearer);
    if (!family || family.isRevoked || family.isExpired) return reply(401, { error: "invalid_token" });
    if (asked.has("me")) return reply(200, { name: family.user });
    return reply(200, { names: PEOPLE[family.user] ?? [] });
  }
}

const reply = (status: number, body: unknown): Reply => ({
  status,
  headers: { "Content-Type": "application/json" },
  text: JSON.stringify(body),
});

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

const LABEL = { fr: "Petit CRM", en: "Tiny CRM" };
const OPTIONS = z.object({
  address: z.string(),
  privateAddresses: z.boolean().default(false),
  ...TOKEN_OPTIONS,
});

/** The connector of the fake CRM: salespeople, as far as who signed in may see them. */
export const fakeCrmConnector: Connector = {
  declaration: {
    id: "tiny",
    label: LABEL,
    fields: [
      { name: "address", label: { fr: "Adresse", en: "Address" }, kind: "url" },
      {
        name: "token",
        label: { fr: "Jeton", en: "Token" },
        kind: "secret",
        optional: true,
        insteadOfSignIn: true,
      },
    ],
    tables: ["salespeople"],
    lacks: [],
    signIn: {
      authorizeUrl: "{address}/authorize",
      tokenUrl: "{address}/token",
      revokeUrl: "{address}/revoke",
      scopes: ["read", "offline"],
      parameters: { prompt: "login" },
      registration: { fr: "Dans Petit CRM, Réglages › API.", en: "In Tiny CRM, Settings › API." },
    },
  },
  async connect(options, signal) {
    const { address, privateAddresses, ...form } = parseOptions(OPTIONS, options);
    const rules = { privateAddresses };
    const url = checkAddress(address, rules);
    const tokens = tokensFrom(form, LABEL.fr);
    const source = { fetch: guardedFetch(rules), label: LABEL.fr, tokens, retries: 0 };
    const me = (await getJson(`${url}/people?me`, source, signal)) as { name: string };
    const names = async (inTime: AbortSignal) =>
      ((await getJson(`${url}/people`, source, inTime)) as { names: readonly string[] }).names;
    return {
      dataDate: 20_000,
      user: me.name,
      listPage: async (_table, _cursor, inTime) => ({
        rows: (await names(inTime)).map((name, index) => ({
          values: { id: String(index), name, team: "A", region: "Nord" },
          origin: name,
        })),
      }),
      aggregates: async (inTime) => [
        { table: "salespeople", measure: "rows", value: (await names(inTime)).length },
      ],
      estimate: async () => ({ rows: 3, calls: 1, callsLeft: 999 }),
      close: async () => undefined,
    };
  },
};
