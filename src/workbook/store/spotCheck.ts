import { Checksum } from "../../sales/checksum";
import { columnValue } from "../../sales/columns";
import { TABLE_NAMES, TABLES, type TableName } from "../../sales/schema";
import type { SalesData, Table } from "../../sales/tables";
import { rangeOf } from "../office/ranges";
import type { Session } from "../office/session";
import { type StoredCell, toCell } from "./cells";
import type { Generation, StoredTable } from "./meta";
import type { Snapshot } from "./snapshot";

/** Cells of a check: a few tenths of a second on a slow line. */
const CHECK_BYTES = 300_000;

/** Rows of a table, from `from` on; row 0 is the first below the headings. */
interface Span {
  readonly from: number;
  readonly rows: number;
}

/** Place where the next check of a table goes on, so that several in turn see all of it. */
const nextRow = new Map<TableName, number>();

/**
 * Asks, with whatever the next request carries besides, for a part of every table in force: small ones whole, of large
 * ones the headings, both ends and a stretch that moves on from check to check. The answer, read after the request,
 * names the tables that are not as `data` remembers them: a hand was in their hidden sheets.
 */
export function askSpotCheck(
  session: Session,
  { meta, sheetOf }: Snapshot,
  { tables }: Generation,
  data: SalesData,
): () => ReadonlySet<TableName> {
  const unmark = meta?.unmark ?? ((text: string) => text);
  const asked = sharesOf(tables).flatMap(([name, stored, bytes]) => {
    const sheetId = sheetOf(stored.slot, name);
    if (!sheetId) return [];
    const table = data.tables[name];
    const sheet = session.workbook.worksheets.getItemOrNullObject(sheetId);
    const columns = TABLES[name].columns.length;
    return spansOf(table, bytesOf(stored), bytes).map((span) => {
      const area = { row: span.from + 1, column: 0, rows: span.rows, columns };
      return { table, span, range: rangeOf(sheet, area).load("values") };
    });
  });
  return () => {
    const isOther = ({ table, span, range }: (typeof asked)[number]) =>
      range.isNullObject || digestFound(range.values, unmark) !== digestExpected(table, span);
    return new Set(asked.filter(isOther).map(({ table }) => table.name));
  };
}

/** The tables whose sheets hold what is in force, with the bytes that may be read of each, smallest tables first. */
function sharesOf(
  tables: Generation["tables"],
): (readonly [name: TableName, stored: StoredTable, bytes: number])[] {
  const checked = TABLE_NAMES.flatMap((name) => {
    const stored = tables[name];
    // Rows that wait in the journal are not in the sheet yet: such a table is written whole anyway.
    return stored && !stored.patch ? [[name, stored] as const] : [];
  }).sort(([, one], [, other]) => bytesOf(one) - bytesOf(other));
  let left = CHECK_BYTES;
  return checked.map(([name, stored], index) => {
    const share = Math.min(bytesOf(stored), left / (checked.length - index));
    left -= share;
    return [name, stored, share];
  });
}

const bytesOf = ({ pieces }: StoredTable): number => pieces.reduce((sum, { bytes }) => sum + bytes, 0);

function spansOf({ name, length }: Table, size: number, bytes: number): Span[] {
  // The headings, and the row below the last, which has to be empty.
  const ends = [
    { from: -1, rows: Math.min(2, length + 2) },
    { from: Math.max(length - 1, 0), rows: 2 },
  ];
  const rows = Math.min(length, Math.floor((length * bytes) / Math.max(size, 1)));
  if (rows === 0) return ends;
  const known = nextRow.get(name) ?? Math.floor(Math.random() * length);
  const from = known < length ? known : 0;
  const first = { from, rows: Math.min(rows, length - from) };
  const rest = { from: 0, rows: rows - first.rows };
  nextRow.set(name, (from + rows) % length);
  return [...ends, first, ...(rest.rows > 0 ? [rest] : [])];
}

function digestExpected({ name, length, columns }: Table, { from, rows }: Span): string {
  const declared = TABLES[name].columns;
  const sum = new Checksum(declared.length);
  for (let row = from; row < from + rows; row++)
    declared.forEach(({ name: column, kind }, index) => {
      const value = row < length ? toCell(kind, columnValue(columns[column]!, Math.max(row, 0))) : "";
      sum.add(index, row < 0 ? column : value);
    });
  return sum.digest();
}

function digestFound(cells: readonly (readonly unknown[])[], unmark: (text: string) => string): string {
  const sum = new Checksum(cells[0]?.length ?? 0);
  for (const row of cells) for (const [index, cell] of row.entries()) sum.add(index, stored(cell, unmark));
  return sum.digest();
}

const stored = (cell: unknown, unmark: (text: string) => string): StoredCell =>
  typeof cell === "number" ? cell : unmark(String(cell ?? ""));
