import { Hono, type MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Connection, ConnectionField, Connector } from "../crm/connector";
import { withDeadline } from "../crm/deadline";
import { failureOf } from "../crm/load";
import type { Registry } from "../crm/registry";
import { FailureError, failure } from "../sales/failure";
import { answerFailure, answerFilesToMap } from "./answers";
import type { GatewayConfig } from "./config";
import type { GatewayDeps } from "./deps";
import type { Session, Sessions } from "./sessions";
import { readSessionRequest, type UploadedFile } from "./upload";

const MEGABYTE = 1_000_000;
const LONGEST_ID = 50;
const LONGEST_TEXT = 2_000;

/** Sources and sessions: `GET /sources`, `POST /sessions`, `DELETE /sessions/current`. */
export function sessionRoutes(config: GatewayConfig, deps: GatewayDeps, sessions: Sessions): Hono {
  const routes = new Hono();
  const tooLarge = failure("upload-too-large", { megabytes: config.uploadMegabytes });
  const limit = bodyLimit({
    maxSize: config.uploadMegabytes * MEGABYTE,
    onError: (context) => answerFailure(context, tooLarge),
  });

  routes.get("/sources", (context) => context.json({ sources: deps.registry.declarations }));

  routes.post("/sessions", limit, async (context) => {
    if (sessions.isFull) return answerFailure(context, failure("too-many-requests", { seconds: 60 }));
    try {
      const { source, options } = await readSessionRequest(context, config);
      const connector = connectorNamed(source, deps.registry);
      const given = { ...optionsFor(connector, options), ...config.options[source] };
      const files = "mapping" in given ? [] : (connector.filesToMap?.(given) ?? []);
      if (files.length > 0) return answerFilesToMap(context, files);
      const connection = await connect(connector, given, config, context.req.raw.signal);
      const session = sessions.open({ source: connector.declaration, connection });
      const { id, label } = connector.declaration;
      const { user = "", tables = connector.declaration.tables, lacks = [] } = connection;
      const expiresInSeconds = sessions.lifeSeconds;
      return context.json(
        { session, source: id, sourceLabel: label, user, tables, lacks, expiresInSeconds },
        201,
      );
    } catch (thrown) {
      if (!(thrown instanceof FailureError))
        deps.logger.error({ fault: faultName(thrown) }, "connecting failed");
      return answerFailure(context, failureOf(thrown));
    }
  });

  routes.delete("/sessions/current", (context) => {
    const closed = sessions.close(bearerToken(context.req.header("Authorization")));
    return closed ? context.body(null, 204) : answerFailure(context, failure("session-expired"));
  });

  return routes;
}

/** Refuses a request without a living session; what follows finds it in `context.get("session")`. */
export function requireSession(sessions: Sessions): MiddlewareHandler<{ Variables: { session: Session } }> {
  return async (context, next) => {
    const session = sessions.find(bearerToken(context.req.header("Authorization")));
    if (!session) return answerFailure(context, failure("session-expired"));
    context.set("session", session);
    return next();
  };
}

const bearerToken = (header: string | undefined): string =>
  /^Bearer ([\w-]{20,100})$/.exec(header ?? "")?.[1] ?? "";

/** The class of what was thrown: its message may quote what a person typed. */
export const faultName = (thrown: unknown): string => (thrown instanceof Error ? thrown.name : typeof thrown);

function connectorNamed(id: string, registry: Registry): Connector {
  const found = registry.find(id.slice(0, LONGEST_ID));
  if (!found.ok) throw new FailureError(found.failure);
  return found.value;
}

/** Only the fields of the source's form, each of its kind: a path on this server, say, can never be slipped in. */
function optionsFor(
  { declaration, filesToMap }: Connector,
  given: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const options: Record<string, unknown> = {};
  if (filesToMap && typeof given.mapping === "string") options.mapping = given.mapping;
  for (const field of declaration.fields) {
    const value = given[field.name];
    const missing = value === undefined || value === "";
    if (missing && field.optional) continue;
    if (missing || !fits(field, value)) {
      throw new FailureError(failure("argument-invalid", { argument: field.label.fr, expected: field.kind }));
    }
    options[field.name] = value;
  }
  return options;
}

function fits(field: ConnectionField, value: unknown): boolean {
  if (field.kind === "files") return isFiles(value);
  if (typeof value !== "string" || value.length > LONGEST_TEXT) return false;
  return field.kind !== "url" || /^https?:$/.test(URL.canParse(value) ? new URL(value).protocol : "");
}

const isFiles = (value: unknown): value is readonly UploadedFile[] =>
  Array.isArray(value) && value.length > 0 && value.every((file) => file?.bytes instanceof Uint8Array);

/** Connects within the configured time, or throws `source-unavailable`; a connection that comes too late is closed. */
function connect(
  connector: Connector,
  options: Readonly<Record<string, unknown>>,
  config: GatewayConfig,
  clientLeft: AbortSignal,
): Promise<Connection> {
  const tooLate = new FailureError(failure("source-unavailable", { source: connector.declaration.label.fr }));
  return withDeadline(
    async (signal) => {
      const connection = await connector.connect(options, signal);
      if (signal.aborted) await connection.close();
      return connection;
    },
    config.connectSeconds * 1_000,
    clientLeft,
    tooLate,
  );
}
