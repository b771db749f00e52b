import { createServer as createPlainServer } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo } from "node:net";
import { createAdaptorServer, type ServerType } from "@hono/node-server";
import pino, { type Logger } from "pino";
import { version } from "../../package.json";
import { connectors, guardedFetch, load, type Registry, registry } from "../crm";
import { FailureError, failure } from "../sales/failure";
import { certificateOf } from "./certificates";
import type { GatewayConfig } from "./config";
import { connectorNamed } from "./connecting";
import type { GatewayDeps } from "./deps";
import { createGateway } from "./gateway";
import { limitSockets } from "./limits/sockets";
import { connectorOptions } from "./signIn/registration";
import { fileVault, memoryVault, type Vault, vaultKeys } from "./vault";

const HEADERS_BYTES = 16_384;
/** Enough for a pane and its workbook's functions, however many tabs; no more for one that counts on more. */
const MOST_CONNECTIONS = 2_000;
const CLOSING_MILLISECONDS = 5_000;

export interface RunningGateway {
  /** `https://localhost:3443`, with the port that was given when the configuration says 0. */
  readonly url: string;
  /** Ends refreshes under way with a `stopped` frame, then the server; at most five seconds. */
  readonly close: () => Promise<void>;
}

const REDACTED = [
  "authorization",
  "cookie",
  "password",
  "session",
  "token",
  "clientSecret",
  "claim",
  "code",
].flatMap((name) => [name, `*.${name}`]);

/** Secrets never reach the log, wherever they are in what is logged. */
const createLogger = (level: GatewayConfig["logLevel"]): Logger =>
  pino({ level, redact: { paths: REDACTED, remove: true } });

/**
 * Starts the gateway and resolves when it listens. Throws FailureError `configuration-invalid` when the certificate
 * cannot be read or a source is unknown, `port-taken`.
 */
export async function startGateway(
  config: GatewayConfig,
  overrides: Partial<GatewayDeps> = {},
): Promise<RunningGateway> {
  const logger = overrides.logger ?? createLogger(config.logLevel);
  const deps: GatewayDeps = {
    registry: overrides.registry ?? registryOf(config),
    load,
    logger,
    version,
    vault: overrides.vault ?? (await vaultOf(config, logger)),
    fetchUnder: guardedFetch,
    now: Date.now,
    ...overrides,
  };
  for (const { id } of deps.registry.declarations)
    await connectorNamed(id, deps.registry).prepare?.(connectorOptions(config, id));
  const certificate = await certificateOf(config.https);
  const gateway = createGateway(config, deps);
  const headersTimeout = config.headerSeconds * 1_000;
  const limits = {
    headersTimeout,
    requestTimeout: config.uploadSeconds * 1_000,
    // Node looks for requests that are late every 30 s unless told.
    connectionsCheckingInterval: Math.min(headersTimeout, 5_000),
    maxHeaderSize: HEADERS_BYTES,
  };
  const server = createAdaptorServer({
    fetch: gateway.app.fetch,
    ...(certificate
      ? {
          createServer: createSecureServer,
          serverOptions: { ...certificate, ...limits, handshakeTimeout: headersTimeout },
        }
      : { createServer: createPlainServer, serverOptions: limits }),
  });
  server.maxConnections = MOST_CONNECTIONS;
  limitSockets(server, config);
  const { port } = await listen(server, config);
  const url = `${certificate ? "https" : "http"}://${config.host}:${port}`;
  deps.logger.info({ url }, "listening");
  return {
    url,
    close: async () => {
      gateway.close();
      await closeServer(server);
      deps.logger.info("closed");
    },
  };
}

/** The file's vault, or without a key one that ends with the process: said where a sign-in could be kept at all. */
async function vaultOf({ vaultFile }: GatewayConfig, logger: Logger): Promise<Vault> {
  const keys = vaultKeys(process.env);
  if (keys) return fileVault(vaultFile, keys);
  logger.warn("no VIGIE_VAULT_KEY: sign-ins at CRMs are kept in memory and end with this process");
  return memoryVault();
}

/** The connectors that the configuration offers, in its order. */
function registryOf({ sources }: GatewayConfig): Registry {
  const installed = registry(connectors);
  const offered = sources.map((id) => {
    const found = installed.find(id);
    if (found.ok) return found.value;
    const possible = installed.declarations.map((declaration) => declaration.id).join(", ");
    throw new FailureError(
      failure("configuration-invalid", { setting: "sources", value: id, expected: possible }),
    );
  });
  return registry(offered);
}

function listen(server: ServerType, { host, port }: GatewayConfig): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once("error", ({ code = "" }: NodeJS.ErrnoException) =>
      reject(
        new FailureError(
          code === "EADDRINUSE"
            ? failure("port-taken", { host, port })
            : failure("configuration-invalid", { setting: "host, port", value: `${host}:${port} (${code})` }),
        ),
      ),
    );
    server.listen(port, host, () => resolve(server.address() as AddressInfo));
  });
}

/** Lets answers under way end, then cuts what is left. */
function closeServer(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(
      () => "closeAllConnections" in server && server.closeAllConnections(),
      CLOSING_MILLISECONDS,
    );
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    if ("closeIdleConnections" in server) server.closeIdleConnections();
  });
}
