import { isAccountingZero } from "./blanks";
import { withoutCurrency } from "./currencies";

/** One separator before exactly three digits: `1,234` is a thousand in London and a bit over one in Lyon. */
const AMBIGUOUS = /^[+-]?[1-9]\d{0,2}([.,])\d{3}$/;
const PLAIN = /^[+-]?\d+$/;
const DECIMAL = /^([+-]?\d*)([.,])(\d+)$/;
const SCIENTIFIC = /^[+-]?\d+(?:[.,]\d+)?E[+-]?\d+$/i;
const GROUPED = /^[+-]?\d{1,3}(?:([.,'])\d{3})(?:\1\d{3})*(?:(?!\1)([.,])(\d*))?$/;
const BLANKS = /[\s\u00a0\u202f\u2009]/g;
const TAXES = /(HT|TTC)$/i;
const PARENTHESES = /^\((.+)\)$/;
/** Needs nothing taken off. */
const BARE = /^[\d.,']+$/;
/** Cells that show their decimal mark, after which a column is known. */
const ENOUGH = 10_000;

export type DecimalMark = "," | ".";

/** Learns from a column's cells whether its decimals follow a comma or a point, and what stands beside the numbers. */
export class NumberProfile {
  private readonly shown = { ",": 0, ".": 0 };
  private readonly ambiguous = { ",": 0, ".": 0 };
  private least = Number.POSITIVE_INFINITY;
  private most = Number.NEGATIVE_INFINITY;
  private percents = 0;
  /** The currencies that stand in the cells. */
  readonly currencies = new Set<string>();
  /** True once a cell says that its amount includes taxes. */
  saysGross = false;

  observe(cell: string): void {
    if (BARE.test(cell) && this.shown[","] + this.shown["."] >= ENOUGH) return;
    const { text, currency, isGross, isPercent } = undressed(cell);
    if (currency) this.currencies.add(currency);
    if (isGross) this.saysGross = true;
    if (isPercent) this.percents++;
    const ambiguous = AMBIGUOUS.exec(text)?.[1] as DecimalMark | undefined;
    if (ambiguous) this.ambiguous[ambiguous]++;
    const mark = markOf(text);
    if (mark) this.shown[mark]++;
    const value = ambiguous ? undefined : readBare(text, mark ?? ".");
    if (value !== undefined) this.observeValue(value);
  }

  /** A number of a file that has types. */
  observeValue(value: number): void {
    this.least = Math.min(this.least, value);
    this.most = Math.max(this.most, value);
  }

  /** The mark that most cells show; undefined when none shows one, or as many show the other. */
  get mark(): DecimalMark | undefined {
    if (this.shown[","] === this.shown["."]) return undefined;
    return this.shown[","] > this.shown["."] ? "," : ".";
  }

  /** The mark of cells like `1.250` when no other cell tells what it is. */
  get undecided(): DecimalMark | undefined {
    if (this.mark !== undefined) return undefined;
    return this.ambiguous["."] > 0 ? "." : this.ambiguous[","] > 0 ? "," : undefined;
  }

  /** Numbers between 0 and 1 are shares already, whatever the heading says. */
  get areShares(): boolean {
    return this.percents === 0 && this.least >= 0 && this.most <= 1;
  }

  get areZerosAndOnes(): boolean {
    return this.areShares && this.shown[","] + this.shown["."] === 0;
  }

  get showsPercent(): boolean {
    return this.percents > 0;
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
 * A number as people write it, or undefined: `1 234,56`, `1.234,56`, `1,234.56`, `1’234.56`, `(12,50)`, `12-`,
 * `EUR 5`, `-   €`. `mark` decides only what the form leaves open; with `percent`, `12,5 %` is 0.125.
 */
export function parseNumber(cell: string, mark: DecimalMark, percent = false): number | undefined {
  if (PLAIN.test(cell)) return Number(cell);
  if (isAccountingZero(cell)) return 0;
  const { text, isPercent } = undressed(cell);
  const value = readBare(text, mark);
  if (value === undefined || !isPercent) return value;
  return percent ? value / 100 : undefined;
}

function readBare(text: string, mark: DecimalMark): number | undefined {
  if (PLAIN.test(text)) return Number(text);
  if (SCIENTIFIC.test(text)) return Number(text.replace(",", "."));
  const own = AMBIGUOUS.test(text) ? mark : markOf(text);
  if (own === undefined) return GROUPED.test(text) ? Number(text.replace(/'/g, "")) : undefined;
  const grouping = own === "," ? /[.']/g : /[,']/g;
  return Number(text.replace(grouping, "").replace(",", "."));
}

interface Undressed {
  readonly text: string;
  readonly currency?: string;
  readonly isGross?: true;
  readonly isPercent?: true;
}

/** Without blanks, currency, `HT` or `TTC`; a minus in front, whichever way it was written. */
function undressed(cell: string): Undressed {
  if (BARE.test(cell)) return { text: cell };
  const taxes = TAXES.exec(cell.trim())?.[1]?.toUpperCase();
  const amount = taxes ? cell.trim().slice(0, -taxes.length).trim() : cell.trim();
  const { rest, code } = withoutCurrency(amount);
  let text = rest.replace(BLANKS, "").replace("\u2212", "-").replace(/’/g, "'");
  const isPercent = text.endsWith("%");
  if (isPercent) text = text.slice(0, -1);
  const inParentheses = PARENTHESES.exec(text);
  if (inParentheses) text = `-${withoutCurrency(inParentheses[1] ?? "").rest}`;
  if (text.endsWith("-")) text = `-${text.slice(0, -1)}`;
  return {
    text: text.startsWith("-") ? `-${withoutCurrency(text.slice(1)).rest}` : text,
    ...(code !== undefined && { currency: code }),
    ...(taxes === "TTC" && { isGross: true }),
    ...(isPercent && { isPercent: true }),
  };
}
