import { FailureError, failure } from "../../sales/failure";
import { refusal } from "./lock";
import { SCHEMA_VERSION } from "./meta";
import type { Snapshot } from "./snapshot";

/**
 * Throws FailureError `workbook-newer-schema` for a workbook of a newer Vigie, `workbook-locked` during somebody else's
 * refresh.
 */
export function refuseUnwritable({ meta }: Snapshot): void {
  const found = meta?.generation?.schema ?? SCHEMA_VERSION;
  if (found > SCHEMA_VERSION)
    throw new FailureError(failure("workbook-newer-schema", { found, known: SCHEMA_VERSION }));
  const refused = refusal(meta?.lock, new Date());
  if (refused) throw new FailureError(refused);
}
