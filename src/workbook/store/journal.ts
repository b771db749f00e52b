import { TABLE_NAMES, type TableName } from "../../sales/schema";
import { rangeOf } from "../office/ranges";
import type { Session } from "../office/session";
import { damaged } from "./damaged";
import type { Generation } from "./meta";
import type { Snapshot } from "./snapshot";

type Cells = readonly (readonly unknown[])[];

/** Rows of a table's sheet, from `row` on, with those that the journal has for them in their place. */
export type Patched = (table: TableName, row: number, cells: Cells) => Cells;

/**
 * A journal holds changed rows of tables, `[sheet row, …cells]`, until they are written into the tables' own sheets.
 * It says what counts: reading it over a sheet gives the same whether none, some or all of its rows are there
 * already. Never more than one request, see plan.ts.
 */
export async function readJournal(
  session: Session,
  snapshot: Snapshot,
  { tables, journal }: Generation,
): Promise<Patched> {
  if (!journal) return (_table, _row, cells) => cells;
  const sheetId = snapshot.journalOf(journal);
  if (!sheetId) throw damaged("journal");
  const sheet = session.workbook.worksheets.getItem(sheetId);
  const asked = TABLE_NAMES.flatMap((table) => {
    const { patch, columns = [] } = tables[table] ?? {};
    if (!patch || patch.rows === 0) return [];
    const area = { row: patch.row, column: 0, rows: patch.rows, columns: columns.length + 1 };
    return [{ table, range: rangeOf(sheet, area).load("values") }];
  });
  await session.sync();
  const noted = new Map(asked.map(({ table, range }) => [table, rowsByTarget(range.values)]));
  return (table, row, cells) => {
    const rows = noted.get(table);
    return rows ? cells.map((line, index) => rows.get(row + index) ?? line) : cells;
  };
}

const rowsByTarget = (cells: Cells): ReadonlyMap<number, readonly unknown[]> =>
  new Map(cells.map(([target, ...line]) => [Number(target), line]));
