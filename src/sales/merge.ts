import { salesData } from "./builder";
import { FailureError, type Result, success } from "./failure";
import type { GatheredTable } from "./gatherer";
import { type MergedTable, mergeTable, type TableState } from "./mergeTable";
import { TABLE_NAMES, type TableName } from "./schema";
import type { RejectedRow } from "./stream";
import type { Provenance, SalesData } from "./tables";

/** Rows of a table that are set aside, every one of them. */
export type AllSetAside = Readonly<Partial<Record<TableName, readonly RejectedRow[]>>>;

/** What a workbook holds after a refresh: enough to bring changes into it. */
export interface Held {
  readonly data: SalesData;
  readonly setAside: AllSetAside;
}

export interface Merged extends Held {
  readonly tables: readonly MergedTable[];
}

/**
 * What is held, with changes brought in: the very data that a full load of the source would give now, in the same
 * order where the source lists new rows last. Tables in which nothing changed are the same objects as before.
 * Fails with the reason why only a full load can tell: rows that were set aside and not kept may be valid now, or
 * the changes do not add up with what is held.
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
