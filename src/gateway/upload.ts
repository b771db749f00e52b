import type { Context } from "hono";
import { FailureError, failure } from "../sales/failure";
import type { GatewayConfig } from "./config";
import type { UploadHold } from "./limits/uploadBudget";
import { type Form, readForm } from "./multipart";

/** A person's request for a session: the source, and a value for each field of its form. */
export interface SessionRequest {
  readonly source: string;
  readonly options: Readonly<Record<string, unknown>>;
  /** `team`: with the account that the administrator set, for whoever has its code. */
  readonly account?: string;
  readonly code?: string;
}

/** Larger than any request without files. */
const LARGEST_JSON = 100_000;

/**
 * Reads `{source, options}` or a multipart form in which `source` names the source, each file part belongs to the
 * field it is named after (`files`), and each text part is an option. `hold` counts what is kept of it. Throws
 * FailureError.
 */
export async function readSessionRequest(
  context: Context,
  config: GatewayConfig,
  hold: UploadHold,
): Promise<SessionRequest> {
  const type = context.req.header("Content-Type") ?? "";
  const { body: stream } = context.req.raw;
  if (stream && type.startsWith("multipart/form-data"))
    return requestOf(await readForm(stream, type, config, hold));
  const body: unknown = await jsonOf(context);
  if (!isRecord(body) || typeof body.source !== "string" || !isRecord(body.options ?? {})) {
    throw new FailureError(failure("request-invalid", { expected: "{source, options}" }));
  }
  return {
    source: body.source,
    options: (body.options ?? {}) as Record<string, unknown>,
    ...(typeof body.account === "string" && { account: body.account }),
    ...(typeof body.code === "string" && { code: body.code }),
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The body as JSON, undefined when it is none; read no further than a request without files may go. */
async function jsonOf(context: Context): Promise<unknown> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of context.req.raw.body ?? []) {
    size += part.length;
    if (size > LARGEST_JSON)
      throw new FailureError(failure("request-invalid", { expected: `${LARGEST_JSON / 1_000} KB` }));
    parts.push(part);
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString("utf8"));
  } catch {
    return undefined;
  }
}

function requestOf({ files, texts }: Form): SessionRequest {
  const { source, ...options } = texts;
  if (typeof source !== "string") throw new FailureError(failure("request-invalid", { expected: "source" }));
  return { source, options: { ...options, ...Object.fromEntries(files) } };
}
