import type { Connection, ConnectionField, Connector, Registry } from "../crm";
import { withDeadline } from "../sales/deadline";
import { FailureError, failure } from "../sales/failure";
import type { GatewayConfig } from "./config";
import type { UploadedFile } from "./multipart";

const LONGEST_ID = 50;
const LONGEST_TEXT = 2_000;

/** The connector of an id that somebody sent. Throws FailureError `source-unknown`. */
export function connectorNamed(id: string, registry: Registry): Connector {
  const found = registry.find(id.slice(0, LONGEST_ID));
  if (!found.ok) throw new FailureError(found.failure);
  return found.value;
}

/**
 * Only the fields of the source's form, each of its kind: a path on this server, or tokens, can never be slipped in.
 * `set`: what the administrator gives and nobody has to. Throws FailureError `argument-invalid`.
 */
export function optionsFor(
  { declaration, filesToMap }: Connector,
  given: Readonly<Record<string, unknown>>,
  set: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  const options: Record<string, unknown> = {};
  if (filesToMap && typeof given.mapping === "string") options.mapping = given.mapping;
  for (const field of declaration.fields) {
    const value = given[field.name];
    const missing = value === undefined || value === "";
    if (missing && (field.optional || field.name in set)) continue;
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
export function connect(
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
    tooLate,
    clientLeft,
  );
}
