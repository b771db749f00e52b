import { basename } from "node:path";
import type { Context } from "hono";
import { FailureError, failure } from "../sales/failure";
import type { GatewayConfig } from "./config";

/** A file sent by the pane, whole in memory: what a connection field of kind `files` receives. */
export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A person's request for a session: the source, and a value for each field of its form. */
export interface SessionRequest {
  readonly source: string;
  readonly options: Readonly<Record<string, unknown>>;
  /** `team`: with the account that the administrator set, for whoever has its code. */
  readonly account?: string;
  readonly code?: string;
}

/**
 * Reads `{source, options}` or a multipart form in which `source` names the source, each file part belongs to the
 * field it is named after (`files`), and each text part is an option. Throws FailureError.
 */
export async function readSessionRequest(context: Context, config: GatewayConfig): Promise<SessionRequest> {
  const type = context.req.header("Content-Type") ?? "";
  if (type.startsWith("multipart/form-data")) return readForm(await formOf(context), config);
  const body: unknown = await context.req.json().catch(() => undefined);
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

async function formOf(context: Context): Promise<FormData> {
  try {
    return await context.req.formData();
  } catch {
    throw new FailureError(failure("request-invalid", { expected: "multipart/form-data" }));
  }
}

async function readForm(form: FormData, config: GatewayConfig): Promise<SessionRequest> {
  const files = new Map<string, UploadedFile[]>();
  const texts: Record<string, unknown> = {};
  let count = 0;
  for (const [field, part] of form.entries()) {
    if (typeof part === "string") {
      texts[field] = part;
      continue;
    }
    count += 1;
    if (count > config.uploadFiles)
      throw new FailureError(failure("upload-too-large", { files: config.uploadFiles }));
    const file = { name: fileName(part.name), bytes: new Uint8Array(await part.arrayBuffer()) };
    files.set(field, [...(files.get(field) ?? []), file]);
  }
  const { source, ...options } = texts;
  if (typeof source !== "string") throw new FailureError(failure("request-invalid", { expected: "source" }));
  return { source, options: { ...options, ...Object.fromEntries(files) } };
}

/** Only ever a label in messages; the folders of the sender's machine stay out of it. */
const fileName = (sent: string): string => basename(sent.replaceAll("\\", "/")).slice(0, 200) || "?";
