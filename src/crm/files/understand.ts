import { type Failure, failure } from "../../sales/failure";
import { type Field, fieldsOf, SOURCE_TABLES, type SourceTable } from "./columns/fields";
import { tableOfName } from "./columns/fileNames";
import { type Assignment, assignHeadings } from "./columns/match";
import type { Sheet } from "./inputs/sheet";
import { filesOf, type Mapping, type MappingEntry } from "./mappingFile";

/** The meaning of a sheet's headings: the table it fills, and with what. Nothing of its rows is read. */
export interface Understanding {
  readonly sheet: Sheet;
  /** Undefined when neither its name, nor the mapping, nor its headings say what it holds. */
  readonly table?: SourceTable;
  /** The table follows from the headings alone. */
  readonly isGuessed?: true;
  readonly assigned: ReadonlyMap<string, Assignment>;
  /** Headings that fill nothing. */
  readonly unused: readonly string[];
  readonly missing: readonly string[];
  /** A person's words about files of this table. */
  readonly entry: MappingEntry;
  /** Columns missing, or named by the mapping and not there. */
  readonly failure?: Failure;
}

/** A table is guessed from headings when at least this many of its fields are there. */
const FEWEST_FIELDS = 3;

/** Understands a sheet by its headings. Pure; nothing is thrown. */
export function understand(sheet: Sheet, mapping: Mapping = {}): Understanding {
  const named = tableNamed(sheet.name, mapping);
  const table = named ?? guessedTable(sheet.headings);
  if (!table) return { sheet, assigned: new Map(), unused: sheet.headings, missing: [], entry: {} };
  const entry = mapping[table] ?? {};
  const assigned = assignHeadings(table, sheet.headings, entry.columns);
  const used = new Set(Array.from(assigned.values(), ({ heading }) => heading));
  const missing = missingFields(table, new Set([...assigned.keys(), ...Object.keys(entry.constants ?? {})]));
  // A heading that the mapping names must be there, even for an optional column: a typing slip is not silence.
  const absent = Object.entries(entry.columns ?? {}).flatMap(([field, heading]) =>
    heading !== "" && !assigned.has(field) ? [field] : [],
  );
  const columns = [...new Set([...missing, ...absent])];
  return {
    sheet,
    table,
    ...(named === undefined && { isGuessed: true }),
    assigned,
    unused: sheet.headings.filter((heading) => heading !== "" && !used.has(heading)),
    missing,
    entry,
    ...(columns.length > 0 && { failure: failure("file-missing-columns", { file: sheet.name, columns }) }),
  };
}

/** The table that the mapping, else the sheet's own name, else its file's name stands for. */
function tableNamed(name: string, mapping: Mapping): SourceTable | undefined {
  const [file = "", sheet] = name.split(" › ");
  const isNamed = (each: SourceTable) => {
    const files = filesOf(mapping[each]);
    return files.includes(name.toLowerCase()) || files.includes(file.toLowerCase());
  };
  return SOURCE_TABLES.find(isNamed) ?? tableOfName(sheet ?? "") ?? tableOfName(file);
}

/** The table of which most fields are there, and all that it cannot do without. */
function guessedTable(headings: readonly string[]): SourceTable | undefined {
  const scores = SOURCE_TABLES.map((table) => {
    const assigned = assignHeadings(table, headings);
    const isWhole = missingFields(table, new Set(assigned.keys())).length === 0;
    return { table, score: isWhole ? assigned.size : 0 };
  }).sort((a, b) => b.score - a.score);
  const [first, second] = scores;
  const isClear = first && first.score >= FEWEST_FIELDS && first.score > (second?.score ?? 0);
  return isClear ? first.table : undefined;
}

/** Fields that nothing can stand in for, and that are not there. */
function missingFields(table: SourceTable, present: ReadonlySet<string>): string[] {
  return fieldsOf(table)
    .filter((field) => field.required && !present.has(field.name) && !standsIn(field, present))
    .map(({ name }) => name);
}

/** Fields that stand in for another one, each set by itself. */
const STAND_INS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  name: [["id"]],
  revenue: [["gross"], ["quantity", "unit_price"]],
};

const standsIn = ({ name }: Field, present: ReadonlySet<string>): boolean =>
  (STAND_INS[name] ?? []).some((fields) => fields.every((field) => present.has(field)));

export const isRequired = (table: SourceTable, name: string): boolean =>
  fieldsOf(table).some((field) => field.name === name && field.required);
