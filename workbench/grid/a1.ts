import type { GridRange } from "./contract";

/** The size of an Excel sheet. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** A rectangle on a sheet still to be named. */
export type Rectangle = Omit<GridRange, "sheet">;

export const WHOLE_SHEET: Rectangle = { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS };

/** 0 → `A`, 25 → `Z`, 26 → `AA`. */
export function columnName(column: number): string {
  let name = "";
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name;
  }
  return name;
}

function columnIndex(name: string): number {
  let index = 0;
  for (const letter of name.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

const CORNER = /^\$?([A-Za-z]{1,3})?\$?(\d{1,7})?$/;

function parseCorner(text: string): { row?: number; column?: number } | undefined {
  const match = CORNER.exec(text);
  if (!match || (match[1] === undefined && match[2] === undefined)) return undefined;
  const row = match[2] === undefined ? undefined : Number(match[2]) - 1;
  const column = match[1] === undefined ? undefined : columnIndex(match[1]);
  if ((row ?? 0) < 0 || (row ?? 0) >= MAX_ROWS || (column ?? 0) >= MAX_COLUMNS) return undefined;
  return { row, column };
}

/** `B2`, `$A$1:C3`, `A:C`, `2:5` → a rectangle; undefined for anything else or beyond the sheet. */
export function parseRectangle(text: string): Rectangle | undefined {
  const [first, last, ...more] = text.trim().split(":");
  if (first === undefined || more.length > 0) return undefined;
  const from = parseCorner(first);
  const to = last === undefined ? from : parseCorner(last);
  if (!from || !to) return undefined;
  if ((from.row === undefined) !== (to.row === undefined)) return undefined;
  if ((from.column === undefined) !== (to.column === undefined)) return undefined;
  if (last === undefined && (from.row === undefined || from.column === undefined)) return undefined;
  const [top, bottom] = [from.row ?? 0, to.row ?? MAX_ROWS - 1].sort((a, b) => a - b) as [number, number];
  const [left, right] = [from.column ?? 0, to.column ?? MAX_COLUMNS - 1].sort((a, b) => a - b) as [
    number,
    number,
  ];
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

/** `'It''s'!A1` → `{sheet: "It's", local: "A1"}`; without `!`, the whole text is local. */
export function splitSheet(address: string): { readonly sheet?: string; readonly local: string } {
  const text = address.startsWith("=") ? address.slice(1) : address;
  const mark = text.lastIndexOf("!");
  if (mark < 0) return { local: text };
  const raw = text.slice(0, mark);
  const sheet = raw.startsWith("'") && raw.endsWith("'") ? raw.slice(1, -1).replaceAll("''", "'") : raw;
  return { sheet, local: text.slice(mark + 1) };
}

/** `A1`, `A1:B2`, `A:B` for whole columns, `1:2` for whole rows; `absolute` puts the dollars. */
export function formatRectangle(range: Rectangle, absolute = false): string {
  const dollar = absolute ? "$" : "";
  const columnAt = (column: number) => dollar + columnName(column);
  const rowAt = (row: number) => `${dollar}${row + 1}`;
  const [bottom, right] = [range.row + range.rows - 1, range.column + range.columns - 1];
  if (range.rows === MAX_ROWS) return `${columnAt(range.column)}:${columnAt(right)}`;
  if (range.columns === MAX_COLUMNS) return `${rowAt(range.row)}:${rowAt(bottom)}`;
  const first = columnAt(range.column) + rowAt(range.row);
  return range.rows === 1 && range.columns === 1 ? first : `${first}:${columnAt(right)}${rowAt(bottom)}`;
}

/** A sheet's name as a formula writes it: quoted unless it is a plain word. */
export function quoteSheet(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && parseRectangle(name) === undefined;
  return plain ? name : `'${name.replaceAll("'", "''")}'`;
}

/** What two rectangles share; undefined when apart. */
export function intersection(a: Rectangle, b: Rectangle): Rectangle | undefined {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : undefined;
}

/** Whether `inner` lies wholly in `outer`. */
export function contains(outer: Rectangle, inner: Rectangle): boolean {
  const shared = intersection(outer, inner);
  return shared !== undefined && shared.rows === inner.rows && shared.columns === inner.columns;
}

/** A rectangle after rows or columns came or went at `at`; undefined when it went altogether. */
export function shifted<R extends Rectangle>(
  range: R,
  axis: "row" | "column",
  at: number,
  count: number,
): R | undefined {
  const size = axis === "row" ? "rows" : "columns";
  const end = range[axis] + range[size];
  if (at >= end) return range;
  if (count > 0)
    return range[axis] >= at
      ? { ...range, [axis]: range[axis] + count }
      : { ...range, [size]: range[size] + count };
  const gone = { row: 0, column: 0, rows: 1, columns: 1, [axis]: at, [size]: -count };
  const span = { row: 0, column: 0, rows: 1, columns: 1, [axis]: range[axis], [size]: range[size] };
  const lost = intersection(gone, span)?.[size] ?? 0;
  const before = Math.max(0, Math.min(range[axis] - at, -count));
  return range[size] === lost
    ? undefined
    : { ...range, [axis]: range[axis] - before, [size]: range[size] - lost };
}
