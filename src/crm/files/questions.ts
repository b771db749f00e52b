import type { EpochDay } from "../../sales/calendar";
import type { TableName } from "../../sales/schema";
import type { FileToMap } from "../connector";
import { fieldsOf, SOURCE_TABLES, type SourceTable } from "./columns/fields";
import { isBlank, isUnreadable, type Sheet, textOf, type UnreadableSheet } from "./inputs/sheet";
import type { Mapping } from "./mappingFile";
import type { BoundColumn } from "./tables/boundColumns";
import { SheetTable } from "./tables/sheetTable";
import { isRequired, type Understanding, understand } from "./understand";

/** Enough for a person to recognise a column. */
const SAMPLES = 3;
/** Rows looked through for samples. */
const SAMPLED_ROWS = 200;

/**
 * The sheets that a person must explain: those that lack columns, or whose headings, dates or decimals may be read in two
 * ways, or that fill no table we know. Each with its headings, three sample values each, and what is proposed.
 */
export function filesToMap(
  sheets: readonly (Sheet | UnreadableSheet)[],
  mapping: Mapping,
  dataDate: EpochDay,
): FileToMap[] {
  const ignored = new Set(mapping.ignored?.map((name) => name.toLowerCase()));
  return sheets.flatMap((sheet) => {
    if (isUnreadable(sheet) || ignored.has(sheet.name.toLowerCase())) return [];
    const understood = understand(sheet, mapping);
    const { table } = understood;
    if (table === undefined) return [{ ...described(understood), tables: SOURCE_TABLES, columns: [] }];
    if (understood.failure) return [asked(understood, table, [])];
    if (table === "targets") return [];
    const doubts = doubtsOf(understood, table, dataDate);
    return doubts.length > 0 ? [asked(understood, table, doubts)] : [];
  });
}

interface Doubt {
  readonly field: string;
  readonly code: "column-chosen" | "dates-guessed" | "decimals-guessed";
  readonly others: readonly string[];
}

const DOUBTS: ReadonlySet<string> = new Set(["column-chosen", "dates-guessed", "decimals-guessed"]);

function doubtsOf(understood: Understanding, table: TableName, dataDate: EpochDay): readonly Doubt[] {
  const { columns, notes } = new SheetTable(understood, table, dataDate);
  return notes
    .filter(({ code }) => DOUBTS.has(code))
    .map(({ code, params }): Doubt => {
      const column = columns.find(({ field }) => field.name === params.column);
      return { code: code as Doubt["code"], field: String(params.column), others: rivalsOf(column) };
    });
}

const rivalsOf = (column: BoundColumn | undefined): readonly string[] =>
  column?.rivals.map(({ heading }) => heading) ?? [];

function asked(understood: Understanding, table: SourceTable, doubts: readonly Doubt[]): FileToMap {
  const has = (code: Doubt["code"]) => doubts.some((doubt) => doubt.code === code);
  return {
    ...described(understood),
    table,
    columns: fieldsOf(table).map(({ name, caption }) => {
      const heading = understood.assigned.get(name)?.heading;
      const others =
        doubts.find((doubt) => doubt.field === name && doubt.code === "column-chosen")?.others ?? [];
      return {
        name,
        label: caption,
        required: isRequired(table, name),
        ...(heading !== undefined && { heading }),
        ...(others.length > 0 && { others }),
      };
    }),
    ...(has("dates-guessed") && { asksDates: true }),
    ...(has("decimals-guessed") && { asksDecimals: true }),
  };
}

const described = ({ sheet }: Understanding) => ({
  file: sheet.name,
  headings: sheet.headings.filter((heading) => heading !== ""),
  samples: samplesOf(sheet),
});

/** The first distinct values under each heading. */
function samplesOf(sheet: Sheet): Readonly<Record<string, readonly string[]>> {
  const samples = sheet.headings.map(() => new Set<string>());
  let rows = 0;
  for (const { cells, broken } of sheet.records()) {
    if (++rows > SAMPLED_ROWS) break;
    if (broken) continue;
    for (const [at, seen] of samples.entries())
      if (seen.size < SAMPLES && !isBlank(cells[at])) seen.add(textOf(cells[at]).trim().slice(0, 60));
  }
  return Object.fromEntries(sheet.headings.map((heading, at) => [heading, [...(samples[at] ?? [])]]));
}
