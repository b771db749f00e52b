import type { Failure, FailureCode, Result } from "../sales/failure";
import type { Language, Text } from "../sales/text";

/** What a cell holds: dates are Excel's serials. */
export type Cell = string | number;

/** A row's cells by field; empty ones are left out. */
export type Cells<F extends string = string> = Readonly<Partial<Record<F, Cell>>>;

/** Fields of the values that a row is read into. */
export type FieldOf<V> = keyof V & string;

/** One column of a kept table. `V` is what its cells are read as. */
export interface KeptColumn<F extends string, V> {
  readonly caption: Text;
  /** In characters. */
  readonly width: number;
  /** Number format, of the row's cells if need be. Default text: Excel makes a date of `2024-03` otherwise. */
  readonly format?: string | ((cells: Cells<F>) => string);
  /** Default left. */
  readonly align?: "center" | "right";
  /** Offered choices; other entries are accepted, so a list only warns. */
  readonly list?: (language: Language) => readonly string[];
  /** Example of a number: the cells warn of anything that is none. */
  readonly numberExample?: string;
  /** Without its heading the table cannot be read. Any other column may be deleted: its cells count as empty. */
  readonly isRequired?: true;
  /** Absent without a word: a column that a workbook may never have had. */
  readonly isOptional?: true;
  /** Reads a cell beside its row; absent in a column that only people read. */
  readonly read?: (cell: Cell | undefined, row: Cells<F>) => Result<V>;
  /** Formula of a computed column for one row; undefined when a column it needs is missing. `at` gives addresses. */
  readonly formula?: (at: (field: F) => string | undefined, language: Language) => string | undefined;
  /** Sign in the cells of a computed column that colours them as an alert. */
  readonly alertSign?: string;
}

/** Something wrong with one cell of a row. */
export interface CellFault<F extends string> {
  readonly field: F;
  readonly cause: Failure;
}

/** A row as read: its value, or everything that is wrong with it. */
export interface ReadRow<F extends string, Row> {
  readonly value?: Row;
  readonly problems: readonly CellFault<F>[];
}

/** What a kept table is found by: its Excel table wherever it stands, else a sheet of its title in either language. */
export interface KeptPlace {
  /** Name of the Excel table. */
  readonly name: string;
  readonly title: Text;
}

/**
 * A table that a person keeps in the workbook: one sheet, one Excel table, one row per thing kept. `V` holds what the
 * columns are read as, by field in the sheet's order; `Row` is what a row means.
 */
export interface KeptTable<V extends object, Row = V> extends KeptPlace {
  readonly help: Text;
  readonly columns: { readonly [F in FieldOf<V>]: KeptColumn<FieldOf<V>, V[F]> };
  /** Code of a problem, given {row} from 1. */
  readonly invalid: FailureCode;
  /** Joins a row's values, all of them readable. Default: the values themselves. */
  readonly join?: (values: V) => ReadRow<FieldOf<V>, Row>;
  /** Field whose value no two rows share; a second row with it has the failure. Empty text may repeat. */
  readonly unique?: { readonly field: FieldOf<V>; readonly failure: (value: unknown) => Failure };
  /** Cells of a row, written for a person of that language. */
  readonly write: (row: Row, language: Language) => Cells<FieldOf<V>>;
  /** Cells to take for columns that are missing. Default: empty ones. */
  readonly missing?: (row: Cells<FieldOf<V>>) => Cells<FieldOf<V>>;
  /** The table that reads these rows, where a cell depends on other rows. Default: the table itself. */
  readonly among?: (rows: readonly Cells<FieldOf<V>>[]) => KeptTable<V, Row>;
  /** Rows below the table that are ready for entries. */
  readonly spareRows: number;
  /** Texts wrap, and lines part the rows. */
  readonly isWrapped?: true;
  /** Columns that stay in sight at the left. Default none. */
  readonly frozenColumns?: number;
  /** Default landscape. */
  readonly orientation?: "portrait";
}

/** The fields of a table in the sheet's order. */
export const fieldsOf = <V extends object, Row>({ columns }: KeptTable<V, Row>): readonly FieldOf<V>[] =>
  Object.keys(columns) as FieldOf<V>[];
