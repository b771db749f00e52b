import type { Merged } from "../../sales/merge";
import { TABLE_NAMES, TABLES, type TableName } from "../../sales/schema";
import type { Table } from "../../sales/tables";
import { MAX_ROWS } from "./block";
import { changedRows } from "./changedRows";
import type { Generation, StoredTable } from "./meta";
import { type Patch, patchOf } from "./patch";
import { REQUEST_BYTES } from "./requestSize";
import type { Snapshot } from "./snapshot";

/** The plan for a table's sheet: kept, some rows rewritten, or all written into a sheet beside it. */
export type TablePlan =
  | { readonly kind: "keep"; readonly table: Table; readonly stored: StoredTable }
  | { readonly kind: "patch"; readonly table: Table; readonly stored: StoredTable; readonly patch: Patch }
  | { readonly kind: "whole"; readonly table: Table };

/** Room of one request for all patches together: a journal is read and written in one go. */
const JOURNAL_BYTES = REQUEST_BYTES;

export interface Planning {
  readonly generation: Generation;
  readonly snapshot: Snapshot;
  /** True when this Excel can make a table longer or shorter in place. */
  readonly canResize: boolean;
  /** Tables whose sheets are not as they were written. */
  readonly damagedTables: ReadonlySet<TableName>;
}

/** Plans the cheapest write of each table, from its held to its merged rows. */
export function planTables(held: Merged["data"], merged: Merged, planning: Planning): TablePlan[] {
  let room = JOURNAL_BYTES;
  return TABLE_NAMES.map((name) => {
    const plan = planTable(held.tables[name], merged.data.tables[name], room, planning);
    if (plan.kind === "patch") room -= plan.patch.bytes;
    return plan;
  });
}

function planTable(before: Table, after: Table, room: number, planning: Planning): TablePlan {
  const { generation, snapshot, canResize, damagedTables } = planning;
  const stored = generation.tables[after.name];
  // A sheet that waits for its journal, has the columns of an older Vigie, or was changed by hand, is replaced.
  if (!stored || stored.patch || damagedTables.has(after.name) || !hasTodaysColumns(after.name, stored))
    return { kind: "whole", table: after };
  if (before === after) return { kind: "keep", table: after, stored };
  const canStay =
    snapshot.hasTable(stored.slot, after.name) &&
    after.length <= MAX_ROWS &&
    (canResize || before.length === after.length);
  const rows = canStay ? changedRows(before, after) : [];
  if (!canStay || rows.length * 2 > after.length) return { kind: "whole", table: after };
  const patch = patchOf(after, rows, before.length);
  const whole = patch.encoded.pieces.reduce((sum, { bytes }) => sum + bytes, 0);
  return patch.bytes <= Math.min(room, whole / 2)
    ? { kind: "patch", table: after, stored, patch }
    : { kind: "whole", table: after };
}

const hasTodaysColumns = (name: TableName, { columns }: StoredTable): boolean =>
  columns.length === TABLES[name].columns.length &&
  TABLES[name].columns.every((column, index) => column.name === columns[index]);
