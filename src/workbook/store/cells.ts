import { EXCEL_EPOCH_OFFSET } from "../../sales/calendar";
import type { ColumnKind } from "../../sales/schema";
import type { Value } from "../../sales/tables";
import { markedWhereNeeded, TEXT_FORMAT, unmarkedText } from "../../sales/typedText";

/** Content of a hidden cell: text as it is, numbers, dates as serials, `""` where empty. */
export type StoredCell = string | number;

/** The text format keeps `2024-03` and `0012` text; a date's format makes its serial legible. */
const FORMATS: Readonly<Partial<Record<ColumnKind, string>>> = {
  id: TEXT_FORMAT,
  text: TEXT_FORMAT,
  ref: TEXT_FORMAT,
  choice: TEXT_FORMAT,
  date: "yyyy-mm-dd",
};

/** Undefined where Excel's general format serves. */
export const formatOf = (kind: ColumnKind): string | undefined => FORMATS[kind];

/** Validated value → cell, before it is marked as text. */
export function toCell(kind: ColumnKind, value: Value | undefined): StoredCell {
  if (value === null || value === undefined) return "";
  return kind === "date" && typeof value === "number" ? value + EXCEL_EPOCH_OFFSET : value;
}

/** Cell, after its mark was taken off → validated value. */
export function fromCell(kind: ColumnKind, cell: StoredCell): Value {
  if (cell === "") return null;
  if (FORMATS[kind] === TEXT_FORMAT) return String(cell);
  if (typeof cell !== "number") return null;
  return kind === "date" ? Math.floor(cell) - EXCEL_EPOCH_OFFSET : cell;
}

/**
 * Excel takes the apostrophe away, as when it is typed. Should a host keep it in cells of format `@`, this probe,
 * written with every meta sheet, tells so and reading takes it away instead.
 */
export const PROBE = markedWhereNeeded("=vigie");

/** The way to read text back, given the content of the probe's cell. */
export function unmarkerFor(probe: string): (text: string) => string {
  return probe === PROBE ? unmarkedText : (text) => text;
}
