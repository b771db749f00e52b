import { createHash } from "node:crypto";
import type { ConnectorDeclaration } from "../crm/connector";

/** Kinds of field that tell one account from another; secrets and files do not. */
const TELLING: ReadonlySet<string> = new Set(["text", "url"]);

/**
 * What tells the data of one connection from that of another of the same source: address, account and the version
 * that read it, hashed. A workbook's mark of one scope is worth nothing in another.
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
