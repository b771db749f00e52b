import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { registry } from "../../../src/crm/registry";
import { developmentCertificate } from "../../../src/gateway/certificates";
import type { GatewaySettings } from "../../../src/gateway/config";
import type { GatewayDeps } from "../../../src/gateway/deps";
import { type RunningGateway, startGateway } from "../../../src/gateway/server";
import { createGatewayClient, type GatewayClient, type Source } from "../../../src/taskpane/gatewayClient";
import { runSignInPage } from "../../../src/taskpane/signInPage";
import { Browser } from "../browser";
import { builtAddIn, configOf } from "../doubles";
import { CLIENT, FakeCrm, fakeCrmConnector } from "./fakeCrm";

/** A gateway over HTTPS in front of the fake CRM, and what people do with them. */
export interface Scene {
  readonly crm: FakeCrm;
  readonly url: string;
  /** Every line of the gateway's log. */
  readonly log: string[];
  /** Everything any browser was answered. */
  readonly heard: string[];
  readonly pane: (options?: { readonly keepsCookies?: boolean }) => Pane;
  readonly window: () => SignInWindow;
  readonly restart: (overrides?: Partial<GatewayDeps>, changed?: GatewaySettings) => Promise<void>;
  readonly stop: () => Promise<void>;
}

export interface Pane {
  readonly browser: Browser;
  readonly client: GatewayClient;
  /** The source as the gateway tells it now. */
  readonly source: () => Promise<Source>;
  readonly values: Readonly<Record<string, string>>;
}

export interface SignInWindow {
  readonly browser: Browser;
  /** What one page makes the window do: the address it goes to, or the message it hands the pane. */
  readonly open: (address: string) => Promise<{ readonly next?: string; readonly message?: string }>;
  /** From the first page through the CRM and back: the message handed to the pane. */
  readonly signIn: (address: string) => Promise<Record<string, unknown>>;
}

const certificates = mkdtempSync(join(tmpdir(), "vigie-certificates-"));

export async function openScene(
  settings: GatewaySettings = {},
  overrides: Partial<GatewayDeps> = {},
): Promise<Scene> {
  await developmentCertificate(certificates);
  const ca = readFileSync(join(certificates, "ca.crt"));
  const https = {
    certificate: join(certificates, "localhost.crt"),
    key: join(certificates, "localhost.key"),
  };
  const crm = new FakeCrm();
  await crm.start();
  const log: string[] = [];
  const heard: string[] = [];
  const logger = pino({ level: "debug" }, { write: (line: string) => void log.push(line) });
  const dist = builtAddIn();
  let gateway: RunningGateway;
  const begin = async (more: Partial<GatewayDeps>, port: number, changed: GatewaySettings = {}) => {
    const config = configOf({
      https,
      port,
      dist,
      signInsPerMinute: 1_000,
      options: { tiny: { ...CLIENT, address: crm.url, privateAddresses: true } },
      ...settings,
      ...changed,
    });
    gateway = await startGateway(config, {
      registry: registry([fakeCrmConnector]),
      logger,
      ...overrides,
      ...more,
    });
    crm.redirectUri = `${gateway.url}/sign-in/callback`;
  };
  await begin({}, 0).catch((thrown: unknown) => {
    crm.stop();
    throw thrown;
  });

  const window = (): SignInWindow => {
    const browser = new Browser("", ca);
    const open = async (address: string) => {
      const page = await (await browser.visit(address)).text();
      heard.push(decoded(page));
      const did: { next?: string; message?: string } = {};
      await runSignInPage(taskIn(page), {
        ready: Promise.resolve(),
        goTo: (next) => {
          did.next = next;
        },
        tellPane: (message) => {
          did.message = message;
        },
      });
      return did;
    };
    const signIn = async (address: string) => {
      const { next, message } = await open(address);
      if (next === undefined) return JSON.parse(message ?? "null");
      const back = (await browser.visit(next)).headers.get("location");
      return JSON.parse((await open(back!)).message ?? "null");
    };
    return { browser, open, signIn };
  };

  return {
    crm,
    get url() {
      return gateway.url;
    },
    log,
    heard,
    pane: ({ keepsCookies = true } = {}) => {
      const browser = new Browser(gateway.url, ca, keepsCookies);
      const send: typeof fetch = async (input, init) => {
        const response = await browser.fetch(input, init);
        heard.push(JSON.stringify([...response.headers].filter(([name]) => name !== "set-cookie")));
        if (response.status !== 204) heard.push(await response.clone().text());
        return response;
      };
      const client = createGatewayClient(`${gateway.url}/taskpane.html`, undefined, send);
      return {
        browser,
        client,
        source: async () => {
          const sources = await client.sources();
          if (!sources.ok) throw new Error(sources.failure.code);
          return sources.value[0]!;
        },
        values: {},
      };
    },
    window,
    restart: async (more = {}, changed = {}) => {
      const { port } = new URL(gateway.url);
      await gateway.close();
      await begin(more, Number(port), changed);
    },
    stop: async () => {
      await gateway.close();
      crm.stop();
    },
  };
}

/** A page's text as a browser reads it. */
export const decoded = (page: string): string =>
  page.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));

/** What the gateway wrote into a page. */
const taskIn = (page: string): string =>
  decoded(/<meta name="vigie-task" content="([^"]*)">/.exec(page)?.[1] ?? "");
