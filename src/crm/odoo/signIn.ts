import { z } from "zod";
import { FailureError, failure } from "../../sales/failure";
import { getJson, type HttpSource } from "../http";
import { json2Client } from "./json2";
import { jsonRpc, jsonRpcClient, ToldError } from "./jsonRpc";
import { LABEL, type OdooClient, type SignIn } from "./protocol";

/** `/jsonrpc` says `server_version`, `/web/version` says `version`: `17.0`, `19.0-20250918`, `saas~18.4`. */
const TOLD = z
  .union([
    z.object({ server_version: z.string() }).transform((told) => told.server_version),
    z.object({ version: z.string() }).transform((told) => told.version),
  ])
  .transform((text) => Number(/\d+/.exec(text)?.[0] ?? 0));

/** From this version on `/json/2` is what Odoo documents; `/jsonrpc` goes with Odoo 22. */
const JSON2_SINCE = 19;

/**
 * Signs in by the protocol that is documented for this Odoo's version. Throws FailureError: `source-address` (not an
 * Odoo), `source-database-unknown`, `source-refused`, `configuration-invalid` (no user before 19), and what asking
 * throws.
 */
export async function signIn(who: SignIn, http: HttpSource, signal: AbortSignal): Promise<OdooClient> {
  const version = await versionOf(who.address, http, signal);
  if (version >= JSON2_SINCE) return json2Client(who, version, http, signal);
  const { user } = who;
  if (user === undefined)
    throw new FailureError(failure("configuration-invalid", { setting: "user", expected: "Odoo < 19" }));
  return jsonRpcClient({ ...who, user }, version, http, signal);
}

async function versionOf(address: string, http: HttpSource, signal: AbortSignal): Promise<number> {
  const asked = { service: "common", method: "version", args: [] };
  const told = TOLD.safeParse(
    await jsonRpc(address, asked, http, signal)
      .catch((error) => {
        // Closed by an administrator, or by Odoo 22: newer versions tell theirs at another address too.
        if (isStrange(error)) return getJson(`${address}/web/version`, http, signal);
        throw error;
      })
      .catch((error) => {
        throw isStrange(error) ? new FailureError(NOT_ODOO) : error;
      }),
  );
  if (told.success && told.data > 0) return told.data;
  throw new FailureError(NOT_ODOO);
}

const NOT_ODOO = failure("source-address", { source: LABEL.fr });

/** At the first contact, a strange answer means a strange address: another product, a proxy's page. */
const isStrange = (error: unknown): boolean =>
  error instanceof ToldError ||
  (error instanceof FailureError && ["source-invalid-answer", "source-refused"].includes(error.failure.code));
