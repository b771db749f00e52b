import { FailureError, failure } from "../../sales/failure";
import { refusal } from "./lock";
import { SCHEMA_VERSION } from "./meta";
import type { Snapshot } from "./snapshot";

/**
 * Throws FailureError `workbook-newer-schema` for a workbook of a newer Vigie, `workbook-locked` during somebody else's
 * refresh, `workbook-locked-by-you` during one in another window of the same person.
 */
export async function refuseUnwritable({ meta }: Snapshot, user: string): Promise<void> {
  const found = meta?.generation?.schema ?? SCHEMA_VERSION;
  if (found > SCHEMA_VERSION)
    throw new FailureError(failure("workbook-newer-schema", { found, known: SCHEMA_VERSION }));
  const refused = await refusal(meta?.lock, user, new Date());
  if (refused) throw new FailureError(refused);
}
