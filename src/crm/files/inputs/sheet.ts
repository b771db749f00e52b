import type { Failure } from "../../../sales/failure";

/** A cell as its file holds it: text, or a number where the file has types. A date of a workbook is ISO text. */
export type Cell = string | number | null;

/** One row of a sheet. A broken one is a line whose quotes do not close; its cells are unknown. */
export interface SheetRecord {
  /** The line or row it begins on, from 1, as people count it. */
  readonly line: number;
  readonly cells: readonly Cell[];
  readonly broken?: true;
}

/** A rectangle of cells that may hold a table: a text file, or one sheet of a workbook. */
export interface Sheet {
  /** The file as people know it, and the sheet when the file has several: `ventes.xlsx › 2024`. */
  readonly name: string;
  readonly headings: readonly string[];
  /** The line of the headings, from 1. */
  readonly headingsLine: number;
  /** The separator of a text file: a hint on its decimal mark. */
  readonly delimiter?: string;
  /** Encoding of a text file, when some of its bytes do not belong to it. */
  readonly doubtfulEncoding?: string;
  /** The records after the headings, blank ones left out. May be read again. */
  records(): Iterable<SheetRecord>;
}

/** A sheet that could not be read, and why. */
export interface UnreadableSheet {
  readonly name: string;
  readonly failure: Failure;
}

export const isUnreadable = (sheet: Sheet | UnreadableSheet): sheet is UnreadableSheet => "failure" in sheet;

export const isBlank = (cell: Cell | undefined): boolean =>
  cell === undefined || cell === null || (typeof cell === "string" && cell.trim() === "");

export const textOf = (cell: Cell | undefined): string =>
  cell === undefined || cell === null ? "" : String(cell);
