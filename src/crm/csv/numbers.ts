/** One separator before exactly three digits: `1,234` is a thousand in London and a bit over one in Lyon. */
const AMBIGUOUS = /^[+-]?[1-9]\d{0,2}([.,])\d{3}$/;
const PLAIN = /^[+-]?\d+$/;
const DECIMAL = /^([+-]?\d*)([.,])(\d+)$/;
const GROUPED = /^[+-]?\d{1,3}(?:([.,'])\d{3})(?:\1\d{3})*(?:(?!\1)([.,])(\d*))?$/;
/** Blanks of all widths, and the currencies people write beside amounts. */
const DECORATION = /[\s\u00a0\u202f\u2009]|€|\$|£|EUR$|HT$|TTC$/gi;
const PARENTHESES = /^\((.+)\)$/;

/** Needs nothing taken off. */
const BARE = /^[\d.,']+$/;
/** Cells that show their decimal mark, after which a column is known. */
const ENOUGH = 10_000;

export type DecimalMark = "," | ".";

/** Learns from a column's cells whether its decimals follow a comma or a point. */
export class NumberProfile {
  private commas = 0;
  private points = 0;

  observe(cell: string): void {
    if (this.commas + this.points >= ENOUGH) return;
    const mark = markOf(bare(cell));
    if (mark === ",") this.commas++;
    if (mark === ".") this.points++;
  }

  /** What most cells show; undefined when none shows anything. */
  get mark(): DecimalMark | undefined {
    if (this.commas === this.points) return undefined;
    return this.commas > this.points ? "," : ".";
  }
}

/** The decimal mark a number gives away by its form. */
function markOf(text: string): DecimalMark | undefined {
  if (AMBIGUOUS.test(text)) return undefined;
  const decimal = DECIMAL.exec(text);
  if (decimal) return decimal[2] as DecimalMark;
  const grouped = GROUPED.exec(text);
  if (!grouped) return undefined;
  if (grouped[2]) return grouped[2] as DecimalMark;
  // Several groups and no decimals: the mark is the other one.
  return grouped[1] === "." ? "," : grouped[1] === "," ? "." : undefined;
}

/**
 * A number as people write it, or undefined: `1 234,56`, `1.234,56`, `1,234.56`, `1'234.56`, `(12,50)`, `12-`,
 * `5 €`. `mark` decides only what the form leaves open; with `percent`, `12,5 %` is 0.125.
 */
export function parseNumber(cell: string, mark: DecimalMark, percent = false): number | undefined {
  if (PLAIN.test(cell)) return Number(cell);
  const isPercent = percent && cell.trimEnd().endsWith("%");
  const text = bare(isPercent ? cell.replace("%", "") : cell);
  const value = readBare(text, mark);
  return value !== undefined && isPercent ? value / 100 : value;
}

function readBare(text: string, mark: DecimalMark): number | undefined {
  if (PLAIN.test(text)) return Number(text);
  const own = AMBIGUOUS.test(text) ? mark : markOf(text);
  if (own === undefined) return GROUPED.test(text) ? Number(text.replace(/'/g, "")) : undefined;
  const grouping = own === "," ? /[.']/g : /[,']/g;
  return Number(text.replace(grouping, "").replace(",", "."));
}

/** Without blanks and currency; a minus in front, whichever way it was written. */
function bare(cell: string): string {
  if (BARE.test(cell)) return cell;
  let text = cell.replace(DECORATION, "").replace("\u2212", "-");
  const inParentheses = PARENTHESES.exec(text);
  if (inParentheses) text = `-${inParentheses[1]}`;
  return text.endsWith("-") ? `-${text.slice(0, -1)}` : text;
}
