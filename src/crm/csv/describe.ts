import Papa from "papaparse";
import { type Failure, failure } from "../../sales/failure";
import { TABLES } from "../../sales/schema";
import { decodedPieces, detectEncoding, type Encoding } from "./encoding";
import type { CsvFile } from "./file";
import { columnsOf, type Mapping, SOURCE_TABLES, type SourceTable } from "./mappingFile";
import { headingRank, plainWord, tableOfFile } from "./words";

export const DELIMITERS = [";", ",", "\t", "|"] as const;
/** Far more than any export has, and few enough to look through at once. */
export const MOST_COLUMNS = 1_000;
const LONGEST_HEADER = 131_072;

/** What can be told of a file from its first line: all a mapping screen needs. */
export interface FileDescription {
  readonly file: string;
  /** Undefined when neither its name nor the mapping says what it holds. */
  readonly table?: SourceTable;
  readonly encoding?: Encoding;
  readonly delimiter: string;
  readonly headings: readonly string[];
  /** Our column → the heading that fills it. */
  readonly mapping: Readonly<Record<string, string>>;
  /** Required columns that no heading fills. */
  readonly missing: readonly string[];
  /** Why the file cannot be loaded: unreadable, empty, too many columns, columns missing. */
  readonly failure?: Failure;
}

/** Looks at a file's first line. Pure: nothing is loaded, nothing thrown. */
export function describeFile(file: CsvFile, mapping: Mapping = {}): FileDescription {
  const table = tableFor(file.name, mapping);
  const unread = {
    file: file.name,
    ...(table && { table }),
    delimiter: ";",
    headings: [],
    mapping: {},
    missing: [],
  };
  if (file.bytes.length === 0) return { ...unread, failure: failure("file-empty", { file: file.name }) };
  const encoding = detectEncoding(file.bytes);
  if (!encoding) return { ...unread, failure: failure("file-encoding", { file: file.name }) };
  const line = headerLine(file, encoding);
  if (line.trim() === "") return { ...unread, encoding, failure: failure("file-empty", { file: file.name }) };
  const count = Math.max(...DELIMITERS.map((each) => line.split(each, MOST_COLUMNS + 2).length));
  if (count > MOST_COLUMNS)
    return {
      ...unread,
      encoding,
      failure: failure("file-too-many-columns", { file: file.name, limit: MOST_COLUMNS }),
    };
  const chosen = table ? mapping[table]?.columns : undefined;
  const delimiter = bestDelimiter(line, table, chosen);
  const headings = split(line, delimiter);
  const described = { ...unread, encoding, delimiter, headings };
  return table ? { ...described, ...withColumns(file.name, table, headings, chosen) } : described;
}

/** Which heading fills which column: chosen ones first, then code names, captions, other usual words. */
export function proposeMapping(
  table: SourceTable,
  headings: readonly string[],
  chosen: Readonly<Record<string, string>> = {},
): { mapping: Record<string, string>; missing: string[] } {
  const free = new Map(
    headings.map((heading) => [plainWord(heading), heading]).reverse() as [string, string][],
  );
  const mapping: Record<string, string> = {};
  const take = (column: string, word: string) => {
    mapping[column] = free.get(word)!;
    free.delete(word);
  };
  for (const [column, heading] of Object.entries(chosen))
    if (free.has(plainWord(heading))) take(column, plainWord(heading));
  for (const rank of [0, 1, 2])
    for (const column of columnsOf(table)) {
      if (column in mapping || column in chosen) continue;
      const word = [...free.keys()].find((each) => headingRank(table, column, each) === rank);
      if (word !== undefined) take(column, word);
    }
  return { mapping, missing: requiredOf(table).filter((column) => !(column in mapping)) };
}

function withColumns(
  file: string,
  table: SourceTable,
  headings: readonly string[],
  chosen: Record<string, string> = {},
) {
  const { mapping, missing } = proposeMapping(table, headings, chosen);
  // A heading that the mapping file names must be there, even for an optional column: a typing slip is not silence.
  const absent = Object.keys(chosen).filter((column) => chosen[column] !== "" && !(column in mapping));
  const columns = [...new Set([...missing, ...absent])];
  const why = columns.length > 0 && failure("file-missing-columns", { file, columns });
  return { mapping, missing, ...(why && { failure: why }) };
}

const requiredOf = (table: SourceTable): string[] =>
  table === "targets"
    ? ["kpi", "period", "value"]
    : TABLES[table].columns.filter(({ optional }) => !optional).map(({ name }) => name);

export const isRequired = (table: SourceTable, column: string): boolean => requiredOf(table).includes(column);

function tableFor(file: string, mapping: Mapping): SourceTable | undefined {
  const mapped = SOURCE_TABLES.find((table) => mapping[table]?.file?.toLowerCase() === file.toLowerCase());
  return mapped ?? tableOfFile(file);
}

/** The first line with text on it; Excel's `sep=;` line does not count. */
function headerLine(file: CsvFile, encoding: Encoding): string {
  let text = "";
  for (const piece of decodedPieces(file.bytes, encoding)) {
    text += piece;
    const lines = text.split("\n");
    const header = lines.findIndex((line) => line.trim() !== "" && !isSeparatorLine(line));
    if (text.length > LONGEST_HEADER || (header >= 0 && header < lines.length - 1)) break;
  }
  return text.split("\n").find((line) => line.trim() !== "" && !isSeparatorLine(line)) ?? "";
}

export const isSeparatorLine = (line: string): boolean => /^"?sep=.?"?$/i.test(line.trim());

/** The delimiter that yields most columns we know; failing that, most cells. */
function bestDelimiter(
  line: string,
  table: SourceTable | undefined,
  chosen?: Record<string, string>,
): string {
  const score = (delimiter: string) => {
    const headings = split(line, delimiter);
    const known = table ? Object.keys(proposeMapping(table, headings, chosen).mapping).length : 0;
    return known * MOST_COLUMNS + headings.length;
  };
  return DELIMITERS.reduce((best, each) => (score(each) > score(best) ? each : best));
}

/** The cells of the line of headings, without blank ones at its end. */
function split(line: string, delimiter: string): string[] {
  const cells = Papa.parse<string[]>(line, { delimiter, quoteChar: '"', preview: 1 }).data[0] ?? [];
  const last = cells.findLastIndex((cell) => cell.trim() !== "");
  return cells.slice(0, last + 1).map((heading) => heading.trim());
}
