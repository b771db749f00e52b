const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;
const CARRIAGE_RETURN = 13;

const double = new Float64Array(1);
const halves = new Uint32Array(double.buffer);

/**
 * FNV-1a over a table's cells, column by column, so that it does not depend on how rows were cut into chunks.
 * Against accidents (a hand in a hidden sheet, half a file), not against malice. Carriage returns do not count:
 * spreadsheets may drop them from line ends.
 */
export class Checksum {
  private readonly columns: Uint32Array;

  constructor(columnCount: number) {
    this.columns = new Uint32Array(columnCount).fill(OFFSET);
  }

  add(column: number, cell: string | number): void {
    const hash = this.columns[column]!;
    this.columns[column] = typeof cell === "number" ? hashNumber(hash, cell) : hashText(hash, cell);
  }

  /** Eight hexadecimal digits. */
  digest(): string {
    const total = this.columns.reduce((hash, column) => Math.imul(hash ^ column, PRIME), OFFSET);
    return (total >>> 0).toString(16).padStart(8, "0");
  }
}

function hashText(start: number, text: string): number {
  let hash = Math.imul(start ^ 0x100, PRIME);
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code !== CARRIAGE_RETURN) hash = Math.imul(hash ^ code, PRIME);
  }
  return hash;
}

function hashNumber(start: number, value: number): number {
  double[0] = value + 0;
  return Math.imul(Math.imul(start ^ halves[0]!, PRIME) ^ halves[1]!, PRIME);
}
