import { REGISTER_COLUMNS } from "../../dashboard/sheets/register";
import {
  REGISTER_FIELDS,
  type RegisterEntry,
  type RegisterField,
  type RegisterRow,
  readRegisterRows,
} from "../../kpi";
import { address } from "../../sales/a1";
import { type Failure, failure } from "../../sales/failure";
import { foldName } from "../../sales/fold";

/** A row of the sheet with something wrong, with the cell that is. */
export interface RegisterProblem {
  /** `Référentiel!H7` */
  readonly address: string;
  /** `register-invalid` {row}. */
  readonly failure: Failure;
  /** What is wrong about the cell, in its own words. */
  readonly cause: Failure;
}

/** Field → place among the columns; `name` where the sheet still has it. */
export type RegisterPlaces = Readonly<Record<RegisterField, number>> & { readonly name?: number };

/** The register as the sheet has it. */
export interface ParsedRegister {
  readonly entries: readonly RegisterEntry[];
  readonly problems: readonly RegisterProblem[];
  /** Undefined where the headings are gone: then nothing can be written either. */
  readonly places: RegisterPlaces | undefined;
  /** KPI id → row of the sheet, from 0. */
  readonly rowOf: ReadonlyMap<string, number>;
  /** The row after the last one that holds something. */
  readonly nextRow: number;
}

/** The cells of the register's table, or of the sheet that holds it; `row` and `column` are its first cell's. */
export interface RegisterArea {
  readonly sheetName: string;
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly unknown[])[];
}

/** Where each column stands, by heading in either language; undefined when one that is read is missing. */
function placesOf(headings: readonly unknown[]): RegisterPlaces | undefined {
  const names = headings.map((heading) => foldName(String(heading ?? "")));
  const found = REGISTER_COLUMNS.map(({ field, caption }) => {
    const known = [foldName(caption.fr), foldName(caption.en)];
    return [field, names.findIndex((name) => known.includes(name))] as const;
  }).filter(([, place]) => place >= 0);
  const places = Object.fromEntries(found);
  return REGISTER_FIELDS.every((field) => field in places)
    ? (places as unknown as RegisterPlaces)
    : undefined;
}

/** Cells, headings first (rows above them are passed over) → what is in force and what is wrong. */
export function parseRegister(
  { sheetName, row, column, values }: RegisterArea,
  lastGood: readonly RegisterEntry[],
): ParsedRegister {
  const headingRow = values.findIndex((cells) => placesOf(cells));
  const at = (line: number, place: number) => `${sheetName}!${address(row + line, column + place)}`;
  const places = placesOf(values[headingRow] ?? []);
  if (!places) {
    const columns = REGISTER_COLUMNS.filter(({ field }) => field !== "name").map(({ caption }) => caption.fr);
    const cause = failure("file-missing-columns", { columns });
    const problem = { address: at(0, 0), failure: failure("register-invalid"), cause };
    return { entries: lastGood, problems: [problem], places: undefined, rowOf: new Map(), nextRow: row };
  }
  const first = headingRow + 1;
  const rows = values
    .slice(first)
    .map(
      (cells) =>
        Object.fromEntries(REGISTER_FIELDS.map((field) => [field, cells[places[field]]])) as RegisterRow,
    );
  const read = readRegisterRows(rows, lastGood);
  const isFilled = (cells: RegisterRow) => Object.values(cells).some((cell) => String(cell ?? "") !== "");
  return {
    entries: read.entries,
    problems: read.problems.map(({ row: line, field, cause }) => ({
      address: at(first + line, places[field]),
      failure: failure("register-invalid", { row: row + first + line + 1 }),
      cause,
    })),
    places: Object.fromEntries(
      Object.entries(places).map(([field, place]) => [field, column + place]),
    ) as unknown as RegisterPlaces,
    rowOf: new Map([...read.rowOf].map(([kpi, line]) => [kpi, row + first + line])),
    nextRow: row + first + rows.findLastIndex(isFilled) + 1,
  };
}
