import { FailureError, failure } from "../../sales/failure";
import { refusal } from "./lock";
import { SCHEMA_VERSION } from "./meta";
import type { Snapshot } from "./snapshot";

/** Throws when the workbook belongs to a newer Vigie, or to somebody else's refresh for the moment. */
export function refuseUnwritable({ meta }: Snapshot): void {
  const found = meta?.generation?.schema ?? SCHEMA_VERSION;
  if (found > SCHEMA_VERSION)
    throw new FailureError(failure("workbook-newer-schema", { found, known: SCHEMA_VERSION }));
  const refused = refusal(meta?.lock, new Date());
  if (refused) throw new FailureError(refused);
}
