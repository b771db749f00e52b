import Papa from "papaparse";
import { type Failure, failure } from "../../../sales/failure";
import { decodedPieces, detectEncoding, type Encoding } from "./encoding";
import type { InputFile } from "./file";
import { headingsOf, headingsRow, knownCells, ROWS_ABOVE } from "./headings";
import { records } from "./records";
import type { Sheet, SheetRecord, UnreadableSheet } from "./sheet";

const DELIMITERS = [";", ",", "\t", "|"] as const;
/** Far more than any export has, and few enough to look through at once. */
const MOST_COLUMNS = 1_000;
/** Enough text for titles and headings; a record longer than this is an open quote. */
const TOP_CHARACTERS = 131_072;

/** Opens a text file as a sheet; `chosen` holds headings a person named, as `plainWord`. */
export function openTextSheet(file: InputFile, chosen: ReadonlySet<string>): Sheet | UnreadableSheet {
  const unreadable = (why: Failure): UnreadableSheet => ({ name: file.name, failure: why });
  if (file.bytes.length === 0) return unreadable(failure("file-empty", { file: file.name }));
  const encoding = detectEncoding(file.bytes);
  if (!encoding) return unreadable(failure("file-encoding", { file: file.name }));
  const top = topOf(file, encoding);
  if (top.lines.every(({ text }) => text.trim() === ""))
    return unreadable(failure("file-empty", { file: file.name }));
  if (top.lines.some(({ text }) => isTooWide(text)))
    return unreadable(failure("file-too-many-columns", { file: file.name, limit: MOST_COLUMNS }));
  const { delimiter, cells, line } = bestReading(top.lines, chosen);
  const headings = headingsOf(cells);
  return {
    name: file.name,
    headings,
    headingsLine: line,
    delimiter,
    ...(!encoding.certain && { doubtfulEncoding: encoding.name }),
    records: () =>
      recordsAfter(line, records(decodedPieces(file.bytes, encoding), delimiter, headings.length)),
  };
}

function* recordsAfter(line: number, all: Iterable<SheetRecord>): Generator<SheetRecord> {
  for (const record of all) if (record.line > line) yield record;
}

interface TopLine {
  readonly text: string;
  readonly line: number;
}

/** The first lines, Excel's `sep=;` left out. */
function topOf(file: InputFile, encoding: Encoding): { readonly lines: readonly TopLine[] } {
  let text = "";
  for (const piece of decodedPieces(file.bytes, encoding)) {
    text += piece;
    if (text.length > TOP_CHARACTERS || text.split("\n", ROWS_ABOVE + 2).length > ROWS_ABOVE + 1) break;
  }
  const lines = text
    .split("\n", ROWS_ABOVE + 1)
    .map((each, at) => ({ text: each, line: at + 1 }))
    .filter(({ text: each }) => each.trim() !== "" && !/^"?sep=.?"?$/i.test(each.trim()));
  return { lines };
}

const isTooWide = (line: string): boolean =>
  DELIMITERS.some((each) => line.split(each, MOST_COLUMNS + 2).length > MOST_COLUMNS + 1);

interface Reading {
  readonly delimiter: string;
  readonly cells: readonly string[];
  readonly line: number;
  readonly score: number;
}

/** The delimiter and the line under which most headings are known ones; failing that, most cells. */
function bestReading(lines: readonly TopLine[], chosen: ReadonlySet<string>): Reading {
  const readings = DELIMITERS.map((delimiter): Reading => {
    const rows = lines.map(({ text }) => cellsOf(text, delimiter));
    const row = headingsRow(rows, chosen) ?? 0;
    const cells = rows[row] ?? [];
    return {
      delimiter,
      cells,
      line: lines[row]?.line ?? 1,
      score: knownCells(cells, chosen) * MOST_COLUMNS + cells.length,
    };
  });
  return readings.reduce((best, each) => (each.score > best.score ? each : best));
}

const cellsOf = (line: string, delimiter: string): string[] =>
  Papa.parse<string[]>(line, { delimiter, quoteChar: '"', preview: 1 }).data[0] ?? [];
