import { mkdtempSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { Agent, request } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectors } from "../../src/crm/connectors";
import { registry } from "../../src/crm/registry";
import { developmentCertificate } from "../../src/gateway/certificates";
import type { GatewaySettings } from "../../src/gateway/config";
import { type RunningGateway, startGateway } from "../../src/gateway/server";
import { builtAddIn, configOf } from "../gateway/doubles";

export interface Answer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly text: string;
  readonly milliseconds: number;
}

export interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** The real gateway over HTTPS on loopback, with every source, and a server inside "our network" that nobody may reach. */
export interface Target {
  readonly origin: string;
  readonly port: number;
  readonly ask: (path: string, sent?: Sent) => Promise<Answer>;
  /** Requests that reached the inner server. */
  readonly innerHits: () => number;
  readonly innerPort: number;
  readonly stop: () => Promise<void>;
}

/** Generous rates: the batteries test what is behind them. */
const RATES: GatewaySettings = {
  requestsPerMinute: 100_000,
  signInsPerMinute: 1_000,
  socketsPerAddress: 2_000,
};

export async function openTarget(settings: GatewaySettings = {}): Promise<Target> {
  const folder = mkdtempSync(join(tmpdir(), "vigie-attacks-"));
  await developmentCertificate(folder);
  const https = { certificate: join(folder, "localhost.crt"), key: join(folder, "localhost.key") };
  const config = configOf({
    port: 0,
    https,
    dist: builtAddIn(),
    sources: connectors.map(({ declaration }) => declaration.id),
    ...RATES,
    ...settings,
  });
  const gateway: RunningGateway = await startGateway(config, { registry: registry(connectors) });
  let hits = 0;
  const inner: Server = createServer((_, response) => {
    hits += 1;
    response.end("{}");
  });
  await new Promise<void>((listening) => inner.listen(0, "127.0.0.1", listening));
  const { hostname, port } = new URL(gateway.url);
  const agent = new Agent({ keepAlive: true, maxSockets: 400, ca: readFileSync(join(folder, "ca.crt")) });
  return {
    origin: gateway.url,
    port: Number(port),
    innerPort: (inner.address() as AddressInfo).port,
    innerHits: () => hits,
    ask: (path, { method = "GET", headers = {}, body = "" } = {}) => {
      const begun = performance.now();
      return new Promise((resolve, reject) => {
        const asked = request(
          { hostname, port, path, method, headers, agent, timeout: 30_000 },
          (incoming) => {
            const parts: Buffer[] = [];
            incoming.on("data", (part: Buffer) => parts.push(part));
            incoming.on("error", reject);
            incoming.on("end", () =>
              resolve({
                status: incoming.statusCode ?? 0,
                headers: incoming.headers,
                text: Buffer.concat(parts).toString(),
                milliseconds: performance.now() - begun,
              }),
            );
          },
        );
        asked.on("timeout", () => asked.destroy(new Error("no answer")));
        asked.on("error", reject);
        asked.end(body);
      });
    },
    stop: async () => {
      agent.destroy();
      inner.close();
      await gateway.close();
    },
  };
}

export const json = (body: unknown, headers: Readonly<Record<string, string>> = {}): Sent => ({
  method: "POST",
  headers: { "Content-Type": "application/json", ...headers },
  body: typeof body === "string" ? body : JSON.stringify(body),
});
