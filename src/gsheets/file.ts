import type { SheetsRequest } from "./api";

/** A cell's value, dates as serials of the spreadsheet's own zone; "" where empty. */
export type SheetsValue = string | number | boolean;
/** From A1 on, rows of equal length. */
export type SheetsValues = readonly (readonly SheetsValue[])[];

/** A sheet of the spreadsheet. */
export interface SheetFound {
  readonly sheetId: number;
  readonly title: string;
  readonly rows: number;
  readonly columns: number;
  readonly isHidden: boolean;
  readonly charts: readonly number[];
  readonly protections: readonly number[];
  readonly conditionalFormats: number;
}

/** A name of the spreadsheet and the cell it begins with. */
export interface NameFound {
  readonly id: string;
  readonly name: string;
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
}

export interface BookFound {
  readonly sheets: readonly SheetFound[];
  readonly names: readonly NameFound[];
}

/** A spreadsheet of Google as this room needs it. Every function rejects with FailureError only. */
export interface SheetsFile {
  look(): Promise<BookFound>;
  /** The values of sheets by their titles; undefined for one that is not there. */
  values(titles: readonly string[]): Promise<readonly (SheetsValues | undefined)[]>;
  /** Applies requests all or nothing. */
  write(requests: readonly SheetsRequest[]): Promise<void>;
  /** Brings a cell to the front. */
  show(sheetId: number, row: number, column: number): Promise<void>;
}
