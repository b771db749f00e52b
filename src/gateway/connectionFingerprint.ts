import { createHash } from "node:crypto";
import type { ConnectorDeclaration } from "../crm";

/** Kinds of field that tell one account from another; secrets and files do not. */
const TELLING: ReadonlySet<string> = new Set(["text", "url"]);

/**
 * Tells the data of one connection from that of another to the same source: a hash of address, account and the version
 * that read it. A mark (`crm/changeMark.ts`) holds only for the fingerprint it was given under.
 */
export function connectionFingerprint(
  { id, fields }: ConnectorDeclaration,
  options: Readonly<Record<string, unknown>>,
  version: string,
): string {
  const telling = fields.filter(({ kind }) => TELLING.has(kind)).map(({ name }) => [name, options[name]]);
  return createHash("sha256")
    .update(JSON.stringify([version, id, telling]))
    .digest("base64url");
}
