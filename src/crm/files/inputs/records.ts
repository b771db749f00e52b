import Papa from "papaparse";

/** One record of a file. A broken one is a physical line whose quotes do not close; its cells are unknown. */
export interface CsvRecord {
  /** The physical line it begins on, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly broken?: true;
}

/** A "record" longer than this is an open quote that swallows the file. */
const LONGEST_RECORD = 262_144;

/**
 * The records of a text that comes in pieces, blank lines left out. Papa Parse splits them; where a quote goes
 * wrong only the physical line it is on is given up, and reading goes on with the next. `width` is the number of
 * cells a record should have: one over several lines that has another closed its quote by chance.
 */
export function* records(pieces: Iterable<string>, delimiter: string, width: number): Generator<CsvRecord> {
  const reader = new RecordReader(delimiter, width);
  for (const piece of pieces) {
    yield* reader.take(piece, false);
  }
  yield* reader.take("", true);
}

class RecordReader {
  private text = "";
  private line = 1;

  constructor(
    private readonly delimiter: string,
    private readonly width: number,
  ) {}

  *take(piece: string, final: boolean): Generator<CsvRecord> {
    this.text += piece;
    while (this.text !== "") {
      const { rows, broken, consumed } = this.parse(final);
      let offset = 0;
      for (const { cells, lines } of rows) {
        if (cells.some((cell) => cell.trim() !== "")) yield { line: this.line, cells };
        this.line += lines;
        for (let left = lines; broken && left > 0; left--) offset = this.text.indexOf("\n", offset) + 1;
      }
      const swallowing = consumed === 0 && this.text.length > LONGEST_RECORD;
      if (!broken && !swallowing) {
        this.text = this.text.slice(consumed);
        return;
      }
      const end = this.text.indexOf("\n", offset);
      const lineIsWhole = end >= 0 || final || this.text.length - offset > LONGEST_RECORD;
      if (!lineIsWhole) {
        this.text = this.text.slice(offset);
        return;
      }
      yield { line: this.line++, cells: [], broken: true };
      this.text = end < 0 ? "" : this.text.slice(end + 1);
    }
  }

  /** The records before the first broken one, if any, and how far the text was used. */
  private parse(final: boolean) {
    const parser = new Papa.Parser({ delimiter: this.delimiter, newline: "\n", quoteChar: '"' });
    const parsed = parser.parse(this.text, 0, !final) as Papa.ParseResult<string[]>;
    const firstError = parsed.errors.find(({ type }) => type === "Quotes")?.row;
    const quoted = this.text.includes('"');
    const rows: { cells: string[]; lines: number }[] = [];
    let broken = firstError !== undefined;
    for (const [at, cells] of parsed.data.entries()) {
      if (at === firstError) break;
      const lines = 1 + (quoted ? newlinesIn(cells) : 0);
      if (lines > 1 && !fits(cells, this.width)) {
        broken = true;
        break;
      }
      rows.push({ cells, lines });
    }
    return { rows, broken, consumed: final ? this.text.length : parsed.meta.cursor };
  }
}

function newlinesIn(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells)
    for (let at = cell.indexOf("\n"); at >= 0; at = cell.indexOf("\n", at + 1)) count++;
  return count;
}

/** As many cells as expected; further ones must be blank (a delimiter at the line's end). */
const fits = (cells: readonly string[], expected: number): boolean =>
  cells.length === expected ||
  (cells.length > expected && cells.slice(expected).every((cell) => cell.trim() === ""));
