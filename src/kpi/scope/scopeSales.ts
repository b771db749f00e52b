import { type Result, success } from "../../sales/failure";
import type { SalesData } from "../../sales/tables";
import type { Target } from "../../sales/targets";
import { type DataScope, resolveScope } from "./resolve";
import { scopeData } from "./scopeData";
import { scopeTargets, withTotals } from "./scopeTargets";

/** All that a copy of the workbook for one scope is made from. */
export interface ScopedSales {
  /** Name that people read: `Nord`, `Nord, Sud, Est…`, `Nord, Martin (17)`. */
  readonly label: string;
  /** Its provenance's source label says the scope too, so that every sheet does. */
  readonly data: SalesData;
  /** For a single-member scope, the member's targets also become the total's. */
  readonly targets: readonly Target[];
}

/** The data and targets of one scope. Fails as `scopeData` does. */
export function scopeSales(
  data: SalesData,
  targets: readonly Target[],
  scope: DataScope,
): Result<ScopedSales> {
  const resolved = resolveScope(data, scope);
  if (!resolved.ok) return resolved;
  const own = scopeData(data, scope);
  if (!own.ok) return own;
  const { label } = resolved.value;
  // Remarks name rows and values of others.
  const { remarks: _, ...provenance } = own.value.provenance;
  return success({
    label,
    data: {
      ...own.value,
      provenance: { ...provenance, sourceLabel: `${provenance.sourceLabel} · ${label}` },
    },
    targets: withTotals(scopeTargets(data, targets, resolved.value, own.value), resolved.value),
  });
}
