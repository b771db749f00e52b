import { MAX_COLUMNS, MAX_ROWS, type Rectangle } from "./rectangle";

/** Column from 0 → letters: 0 → `A`, 26 → `AA`. */
function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return letters;
}

/** Letters, of any case → column from 0: `A` → 0, `AA` → 26. */
function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** Row 9, column 2 → `C10`, with `$` before what is fixed. */
export function address(
  row: number,
  column: number,
  fixed: "none" | "column" | "row" | "both" = "none",
): string {
  const fixedColumn = fixed === "column" || fixed === "both" ? "$" : "";
  const fixedRow = fixed === "row" || fixed === "both" ? "$" : "";
  return `${fixedColumn}${columnLetters(column)}${fixedRow}${row + 1}`;
}

/** One column from a row down: `C10:C21`. */
export const columnAddress = (row: number, column: number, rows: number): string =>
  `${address(row, column)}:${address(row + rows - 1, column)}`;

/** `A1`, `A1:B2`, `A:B` for whole columns, `1:2` for whole rows; `absolute` puts the dollars. */
export function formatRectangle(range: Rectangle, absolute = false): string {
  const dollar = absolute ? "$" : "";
  const columnAt = (column: number) => dollar + columnLetters(column);
  const rowAt = (row: number) => `${dollar}${row + 1}`;
  const [bottom, right] = [range.row + range.rows - 1, range.column + range.columns - 1];
  if (range.rows === MAX_ROWS) return `${columnAt(range.column)}:${columnAt(right)}`;
  if (range.columns === MAX_COLUMNS) return `${rowAt(range.row)}:${rowAt(bottom)}`;
  const first = columnAt(range.column) + rowAt(range.row);
  return range.rows === 1 && range.columns === 1 ? first : `${first}:${columnAt(right)}${rowAt(bottom)}`;
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
  const ordered = (one: number, other: number) => [Math.min(one, other), Math.max(one, other)] as const;
  const [top, bottom] = ordered(from.row ?? 0, to.row ?? MAX_ROWS - 1);
  const [left, right] = ordered(from.column ?? 0, to.column ?? MAX_COLUMNS - 1);
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

/** `'It''s'!A1` → `{sheet: "It's", local: "A1"}`; without `!`, the whole text is local. */
export function splitSheet(reference: string): { readonly sheet?: string; readonly local: string } {
  const text = reference.startsWith("=") ? reference.slice(1) : reference;
  const mark = text.lastIndexOf("!");
  if (mark < 0) return { local: text };
  const raw = text.slice(0, mark);
  const sheet = raw.startsWith("'") && raw.endsWith("'") ? raw.slice(1, -1).replaceAll("''", "'") : raw;
  return { sheet, local: text.slice(mark + 1) };
}

const quoted = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'`;

/** A sheet's name as a formula writes it: quoted unless it is a plain word. */
export function quoteSheet(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && parseRectangle(name) === undefined;
  return plain ? name : quoted(name);
}

/** `'Chiffre d''affaires'!$C$3`: how names, charts and print areas point into a sheet. */
export const sheetReference = (sheet: string, range: Rectangle): string =>
  `${quoted(sheet)}!${formatRectangle(range, true)}`;

/** `sheetReference` backwards, quoted or not; undefined for anything else, such as `#REF!` or a bare `A1`. */
export function readReference(
  reference: string,
): { readonly sheet: string; readonly range: Rectangle } | undefined {
  const { sheet, local } = splitSheet(reference);
  const isWhole = sheet !== undefined && (reference.startsWith("'") || !/['()!]/.test(sheet));
  const range = parseRectangle(local);
  return isWhole && range && sheet !== "" ? { sheet, range } : undefined;
}
