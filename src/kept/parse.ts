import { address } from "../sales/a1";
import { type Failure, failure } from "../sales/failure";
import { foldName } from "../sales/fold";
import type { Rectangle } from "../sales/rectangle";
import {
  type Cell,
  type CellFault,
  type Cells,
  type FieldOf,
  fieldsOf,
  type KeptTable,
  type ReadRow,
} from "./table";

/** The cells of a kept table, or of the sheet that holds it; `row` and `column` are its first cell's, from 0. */
export interface KeptArea {
  readonly sheetName: string;
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly unknown[])[];
}

/** A cell that is wrong, or a heading that is missing. */
export interface CellProblem {
  /** `Objectifs!D7` */
  readonly address: string;
  /** The table's `invalid` {row}; without row when no row can be read. */
  readonly failure: Failure;
  /** Fault of the cell, in its own words. */
  readonly cause: Failure;
}

/** One row of the sheet, wrong ones included. */
export interface KeptRow<V extends object, Row = V> {
  /** Row of the sheet, from 0. */
  readonly row: number;
  readonly cells: Cells<FieldOf<V>>;
  /** Values that could be read, column by column. */
  readonly values: Partial<V>;
  /** Undefined where something is wrong. */
  readonly value: Row | undefined;
}

/** Field → column of the sheet, from 0; a column that the user deleted has none. */
export type Places<F extends string> = Readonly<Partial<Record<F, number>>>;

/** A kept table as the sheet has it. */
export interface KeptReading<V extends object, Row = V> {
  /** Rows that hold something, in the sheet's order. */
  readonly rows: readonly KeptRow<V, Row>[];
  readonly problems: readonly CellProblem[];
  /** Undefined where a required heading is missing: then nothing was read, and nothing can be written. */
  readonly places: Places<FieldOf<V>> | undefined;
  readonly sheetName: string;
  /** Rows that were read, and the sheet's row of its headings. */
  readonly area: Rectangle;
  readonly headingRow: number;
}

/**
 * Reads a kept table: headings in any order and either language (rows above them are passed over), then rows. A
 * missing column that is not required is told, and its cells count as the table's `missing` says.
 */
export function parseKept<V extends object, Row>(
  table: KeptTable<V, Row>,
  { sheetName, row, column, values }: KeptArea,
): KeptReading<V, Row> {
  const area = { row, column, rows: values.length, columns: values[0]?.length ?? 0 };
  const at = (line: number, place = 0) => `${sheetName}!${address(row + line, column + place)}`;
  const headings = values.findIndex((cells) => lacking(table, placesOf(table, cells)).length === 0);
  if (headings < 0) {
    const cause = missingColumns(table, lacking(table, NOWHERE));
    const problem = { address: at(0), failure: failure(table.invalid), cause };
    return { rows: [], problems: [problem], places: undefined, sheetName, area, headingRow: row };
  }
  const places = placesOf(table, values[headings]!);
  const readable = readFields(table).flatMap((field) => {
    const place = places[field];
    return place === undefined ? [] : [[field, place] as const];
  });
  const absent = readFields(table).filter((field) => places[field] === undefined);
  const problems: CellProblem[] = absent
    .filter((field) => !table.columns[field].isOptional)
    .map((field) => ({
      address: at(headings),
      failure: failure(table.invalid),
      cause: missingColumns(table, [field]),
    }));
  const rows: KeptRow<V, Row>[] = [];
  const taken = new Set<unknown>();
  const written = [...values.entries()].flatMap(([line, found]) => {
    const cells = cellsOf(line <= headings ? [] : found, readable);
    if (Object.keys(cells).length === 0) return [];
    return [{ line, cells, whole: absent.length > 0 ? filled(table, cells, absent) : cells }];
  });
  const reading = table.among?.(written.map(({ whole }) => whole)) ?? table;
  for (const { line, cells, whole } of written) {
    const read = readRow(reading, whole, taken);
    problems.push(
      ...read.problems.map(({ field, cause }) => ({
        address: at(line, places[field]),
        failure: failure(table.invalid, { row: row + line + 1 }),
        cause,
      })),
    );
    rows.push({ row: row + line, cells, values: read.values, value: read.value });
  }
  const inSheet = Object.entries<number>(places as Record<string, number>).map(([field, place]) => [
    field,
    column + place,
  ]);
  return { rows, problems, places: Object.fromEntries(inSheet), sheetName, area, headingRow: row + headings };
}

/** Reads one row. `taken` collects the values of the unique field, of this row too. */
export function readRow<V extends object, Row>(
  table: KeptTable<V, Row>,
  cells: Cells<FieldOf<V>>,
  taken: Set<unknown> = new Set(),
): ReadRow<FieldOf<V>, Row> & { readonly values: Partial<V> } {
  const values: Partial<V> = {};
  const problems: CellFault<FieldOf<V>>[] = [];
  for (const field of readFields(table)) {
    const read = table.columns[field].read!(cells[field], cells);
    if (!read.ok) problems.push({ field, cause: read.failure });
    else if (field === table.unique?.field && read.value !== "" && taken.has(read.value))
      problems.push({ field, cause: table.unique.failure(read.value) });
    else values[field] = read.value;
  }
  if (table.unique) taken.add(values[table.unique.field]);
  if (problems.length > 0) return { values, problems };
  const whole = values as V;
  return { values, ...(table.join?.(whole) ?? { value: whole as unknown as Row, problems }) };
}

const NOWHERE = {} as const;

/** The fields that are read; the others are for people. */
export const readFields = <V extends object, Row>(table: KeptTable<V, Row>): readonly FieldOf<V>[] =>
  fieldsOf(table).filter((field) => table.columns[field].read);

const lacking = <V extends object, Row>(table: KeptTable<V, Row>, places: Places<string>): FieldOf<V>[] =>
  fieldsOf(table).filter((field) => table.columns[field].isRequired && places[field] === undefined);

const missingColumns = <V extends object, Row>(
  { columns }: KeptTable<V, Row>,
  fields: readonly FieldOf<V>[],
): Failure => failure("file-missing-columns", { columns: fields.map((field) => columns[field].caption.fr) });

function placesOf<V extends object, Row>(
  table: KeptTable<V, Row>,
  headings: readonly unknown[],
): Places<FieldOf<V>> {
  const names = headings.map((heading) => foldName(String(heading ?? "")));
  const places: Partial<Record<FieldOf<V>, number>> = {};
  for (const field of fieldsOf(table)) {
    const known = Object.values(table.columns[field].caption).map(foldName);
    const place = names.findIndex((name) => known.includes(name));
    if (place >= 0) places[field] = place;
  }
  return places;
}

function cellsOf<F extends string>(
  found: readonly unknown[],
  places: readonly (readonly [F, number])[],
): Cells<F> {
  return presentCells<F>(Object.fromEntries(places.map(([field, place]) => [field, found[place]])) as never);
}

/** A row without its empty cells; what is no number is text. */
export function presentCells<F extends string>(typed: Readonly<Partial<Record<F, unknown>>>): Cells<F> {
  const cells: Partial<Record<F, Cell>> = {};
  for (const field of Object.keys(typed) as F[]) {
    const cell = typed[field] ?? "";
    if (String(cell).trim() !== "") cells[field] = typeof cell === "number" ? cell : String(cell);
  }
  return cells;
}

/** The row with what counts for the missing columns. */
function filled<V extends object, Row>(
  table: KeptTable<V, Row>,
  cells: Cells<FieldOf<V>>,
  absent: readonly FieldOf<V>[],
): Cells<FieldOf<V>> {
  const given: Cells = table.missing?.(cells) ?? {};
  const added = Object.fromEntries(absent.map((field) => [field, given[field]]));
  return presentCells<FieldOf<V>>({ ...added, ...cells } as Cells<FieldOf<V>>);
}
