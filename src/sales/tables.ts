import type { EpochDay } from "./calendar";
import type { Lack } from "./lack";
import type { Remarks } from "./remarks";
import type { TableName } from "./schema";

/** A validated cell: text, number (money in the reporting currency, dates as epoch days), or empty. */
export type Value = string | number | null;

/** Column name → values, all of one length: how rows travel from the gateway to the workbook and the engine. */
export type ColumnChunk = Readonly<Record<string, readonly Value[]>>;

/** Text, ids, references and choices: `codes[row]` indexes `dictionary`; -1 is empty. */
export interface TextColumn {
  readonly kind: "text";
  readonly codes: Int32Array;
  readonly dictionary: readonly string[];
}

/** `days[row]` is an epoch day, or NO_DAY where empty. */
export interface DateColumn {
  readonly kind: "date";
  readonly days: Int32Array;
}

/** `units[row]` is in ten-thousandths (see money.ts), NaN where empty. */
export interface MoneyColumn {
  readonly kind: "money";
  readonly units: Float64Array;
}

/** Numbers, counts and shares as they are; NaN where empty. */
export interface NumberColumn {
  readonly kind: "number";
  readonly values: Float64Array;
}

export type Column = TextColumn | DateColumn | MoneyColumn | NumberColumn;

/** One table in columns; `columns` holds every column of the table's schema. */
export interface Table {
  readonly name: TableName;
  readonly length: number;
  readonly columns: Readonly<Record<string, Column>>;
}

/** Marks a workbook as a circulated copy. */
export interface Circulation {
  /** The person who circulated it; not known to every way of making a copy. */
  readonly by?: string;
  /** The time, ISO 8601 with zone. */
  readonly on: string;
  /** The part of the data that it holds, as people read it; absent when it holds all. */
  readonly scope?: string;
}

/** The company's settings that an administrator fixed, by id (`kpi/companySettings.ts`); they win over the workbook's. */
export type FixedSettings = Readonly<Record<string, string | number>>;

/** Origin and time of the data, shown on every dashboard. */
export interface Provenance {
  readonly source: string;
  readonly sourceLabel: string;
  /** The day of the last successful refresh: what relative periods and "past due" are measured against. */
  readonly dataDate: EpochDay;
  /** The moment of that refresh, ISO 8601 with zone. */
  readonly refreshedAt: string;
  /** What the source leaves empty: KPIs that need it answer why instead of 0. */
  readonly lacks?: readonly Lack[];
  readonly fixedSettings?: FixedSettings;
  /** Remarks of the refresh on its data; in no copy of a part of it. */
  readonly remarks?: Remarks;
  /** The source invoices line by line: revenue is that of `invoice_lines`, not of `order_lines`. */
  readonly invoicesByLine?: true;
  /** Only in a copy; a refresh makes it a workbook like any other. */
  readonly circulated?: Circulation;
}

/** Whether the revenue of a source of these tables is that of its invoice lines. */
export const invoicingOf = (tables: readonly TableName[]): Pick<Provenance, "invoicesByLine"> =>
  tables.includes("invoice_lines") ? { invoicesByLine: true } : {};

/** Everything the engine answers from. Immutable: a refresh makes a new one. */
export interface SalesData {
  readonly provenance: Provenance;
  readonly tables: Readonly<Record<TableName, Table>>;
}
