import { salesData } from "./builder";
import { FailureError, type Result, success } from "./failure";
import type { GatheredTable } from "./gatherer";
import { type MergedTable, mergeTable, type TableState } from "./mergeTable";
import { TABLE_NAMES, type TableName } from "./schema";
import type { RejectedRow } from "./stream";
import type { Provenance, SalesData } from "./tables";

/** Rows of a table that are set aside, every one of them. */
export type AllSetAside = Readonly<Partial<Record<TableName, readonly RejectedRow[]>>>;

/** The data and rejected rows of a workbook after a refresh: enough to bring changes into it. */
export interface Held {
  readonly data: SalesData;
  readonly setAside: AllSetAside;
}

export interface Merged extends Held {
  readonly tables: readonly MergedTable[];
}

/**
 * Merges changes into the held data. Gives the same data as a full load now would, in the same order where the source
 * lists new rows last. Unchanged tables keep their objects. Fails where only a full load can tell: a rejected row whose
 * values were not kept may be valid now, or the changes do not add up with the held data.
 */
export function mergeChanges(
  held: Held,
  changes: readonly GatheredTable[],
  provenance: Provenance,
): Result<Merged> {
  const byTable = new Map(changes.map((change) => [change.table, change]));
  const merged = new Map<TableName, MergedTable>();
  try {
    for (const table of TABLE_NAMES) {
      const state: TableState = { held: held.data.tables[table], setAside: held.setAside[table] ?? [] };
      merged.set(
        table,
        mergeTable(state, byTable.get(table), (name) => merged.get(name)),
      );
    }
  } catch (thrown) {
    if (thrown instanceof FailureError) return { ok: false, failure: thrown.failure };
    throw thrown;
  }
  const tables = [...merged.values()];
  return success({
    data: salesData(
      provenance,
      tables.map(({ table }) => table),
    ),
    setAside: Object.fromEntries(tables.map(({ table, setAside }) => [table.name, setAside])),
    tables,
  });
}
