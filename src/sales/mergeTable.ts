import { TableBuilder } from "./builder";
import { columnValue } from "./columns";
import { FailureError, failure } from "./failure";
import type { GatheredTable } from "./gatherer";
import { type ColumnSpec, TABLES, type TableName } from "./schema";
import type { RejectedRow } from "./stream";
import type { Column, ColumnChunk, Table, Value } from "./tables";

export interface TableState {
  readonly held: Table;
  /** Every row of it that is set aside. */
  readonly setAside: readonly RejectedRow[];
}

/** One table after its changes. */
export interface MergedTable {
  readonly table: Table;
  readonly setAside: readonly RejectedRow[];
  /** Rows given anew, and rows taken out. */
  readonly upserted: number;
  readonly removed: number;
  /** True when the table holds this id now. */
  readonly has: (id: string) => boolean;
  /** Ids that came and ids that left. */
  readonly came: ReadonlySet<string>;
  readonly left: ReadonlySet<string>;
}

/** Earlier tables, merged already: where references lead. */
type Earlier = (table: TableName) => MergedTable | undefined;

const NONE: ReadonlySet<string> = new Set();

/** Merges one table. Throws FailureError when only a full load can tell its rows. */
export function mergeTable(
  { held, setAside }: TableState,
  changes: GatheredTable | undefined,
  earlier: Earlier,
): MergedTable {
  const rowOf = rowsById(held);
  const given = changes ? rowsById(changes.rows) : new Map<string, number>();
  if (changes) refuseWhatCannotBeTold(held.name, setAside, changes, rowOf, given);
  const refused = changes?.rejected ?? [];
  const leaving = new Set([...(changes?.gone ?? []), ...refused.map(({ id }) => id!)]);
  const stays = (id: string): boolean =>
    !leaving.has(id) && (!changes?.present || changes.present.has(id) || given.has(id));

  const references = referencesOf(held.name, earlier);
  const still = setAside.filter(({ id }) => !given.has(id!) && stays(id!));
  for (const row of still) refuseIfItMayReturn(row, earlier);

  const broken: RejectedRow[] = [];
  const takesIn = (table: Table, row: number, id: string, isNew: boolean): boolean => {
    const lost = references.find(({ column, merged }) => {
      const value = columnValue(table.columns[column.name]!, row);
      return value !== null && (isNew ? !merged.has(String(value)) : merged.left.has(String(value)));
    });
    if (lost) broken.push(unknownReference(table, row, id, lost.column));
    return !lost;
  };

  // Where each row of the new table comes from: a held row, or ~row of the changes.
  const sources: number[] = [];
  const left = new Set<string>();
  const mustLook = references.some(({ merged }) => merged.left.size > 0);
  for (const [id, row] of rowOf) {
    const newer = given.get(id);
    const taken =
      stays(id) &&
      (newer !== undefined
        ? takesIn(changes!.rows, newer, id, true)
        : !mustLook || takesIn(held, row, id, false));
    if (taken) sources.push(newer === undefined ? row : ~newer);
    else left.add(id);
  }
  const came = new Set<string>();
  for (const [id, row] of given)
    if (!rowOf.has(id) && takesIn(changes!.rows, row, id, true)) {
      sources.push(~row);
      came.add(id);
    }

  // Of two rows with one id the second may now be the one that counts.
  if (broken.length > 0 && setAside.some(mayBeTwice)) throw unsure(held.name);
  const isUntouched = given.size === 0 && left.size === 0;
  return {
    table: isUntouched ? held : assembled(held, changes?.rows, sources),
    setAside: [...still, ...refused, ...broken],
    upserted: given.size,
    removed: left.size,
    has: (id) => came.has(id) || (rowOf.has(id) && !left.has(id)),
    came: came.size > 0 ? came : NONE,
    left: left.size > 0 ? left : NONE,
  };
}

/** Changes that contradict what is held, or that could not be told apart later. */
function refuseWhatCannotBeTold(
  table: TableName,
  setAside: readonly RejectedRow[],
  { rejected, rejectedCount, gone, present }: GatheredTable,
  rowOf: ReadonlyMap<string, number>,
  given: ReadonlyMap<string, number>,
): void {
  if (rejectedCount !== rejected.length || rejected.some(mayBeTwice)) throw unsure(table);
  const moved = given.size > 0 || gone.size > 0 || rejected.length > 0 || present !== undefined;
  if (moved && setAside.some((row) => mayBeTwice(row) || rowOf.has(row.id!))) throw unsure(table);
  for (const id of gone) if (given.has(id)) throw lostTrack();
  if (!present) return;
  const asideIds = new Set([...setAside, ...rejected].map(({ id }) => id));
  // A row that nobody gave: it came into this account's sight without a date of change.
  for (const id of present) if (!rowOf.has(id) && !given.has(id) && !asideIds.has(id)) throw lostTrack();
}

/** A row set aside for a reference that leads somewhere now would be there after a full load: it was not kept. */
function refuseIfItMayReturn({ table, failure: { code, params } }: RejectedRow, earlier: Earlier): void {
  if (code !== "row-unknown-reference") return;
  const merged = earlier(params.table as TableName);
  const value = String(params.value);
  // The value is shown shortened: several ids may begin with it.
  for (const id of merged?.came ?? NONE) if (id.startsWith(value)) throw unsure(table);
}

const mayBeTwice = ({ id, failure: { code } }: RejectedRow): boolean =>
  id === undefined || code === "row-duplicate-id";

interface Reference {
  readonly column: ColumnSpec;
  readonly merged: MergedTable;
}

const referencesOf = (table: TableName, earlier: Earlier): readonly Reference[] =>
  TABLES[table].columns.flatMap((column) => {
    const merged = column.table && earlier(column.table);
    return merged ? [{ column, merged }] : [];
  });

function unknownReference(table: Table, row: number, id: string, column: ColumnSpec): RejectedRow {
  const value = String(columnValue(table.columns[column.name]!, row)).slice(0, 80);
  const params = { column: column.name, value, table: column.table ?? "" };
  return {
    table: table.name,
    origin: id,
    id,
    column: column.name,
    failure: failure("row-unknown-reference", params),
  };
}

function rowsById(table: Table): Map<string, number> {
  const ids = table.columns.id!;
  const rows = new Map<string, number>();
  for (let row = 0; row < table.length; row++) rows.set(String(columnValue(ids, row)), row);
  return rows;
}

const ROWS_AT_ONCE = 5_000;

function assembled(held: Table, given: Table | undefined, sources: readonly number[]): Table {
  const builder = new TableBuilder(held.name);
  for (let from = 0; from < sources.length; from += ROWS_AT_ONCE) {
    const some = sources.slice(from, from + ROWS_AT_ONCE);
    const valueAt = (name: string) => {
      const [old, fresh]: readonly (Column | undefined)[] = [held.columns[name], given?.columns[name]];
      return (source: number): Value =>
        columnValue(source < 0 ? fresh! : old!, source < 0 ? ~source : source);
    };
    const columns: ColumnChunk = Object.fromEntries(
      TABLES[held.name].columns.map(({ name }) => [name, some.map(valueAt(name))]),
    );
    builder.append(some.length, columns);
  }
  return builder.finish();
}

const unsure = (table: TableName) => new FailureError(failure("changes-set-aside", { table }));
const lostTrack = () => new FailureError(failure("source-changes-lost"));
