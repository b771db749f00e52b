import { type Cell, isBlank, type SheetRecord } from "../inputs/sheet";

const WHOLE = /^[-+]?\d+$/;
const TWO_DIGITS = /^\d{2}$/;

/**
 * Watches how many cells the lines of a text file have. In a comma file a decimal comma without quotes makes one cell
 * too many, and where the last cell is blank nothing else tells it.
 */
export class ShapeProfile {
  private exact = 0;
  private longer = 0;
  private readonly pairs: {
    readonly at: number;
    whole: number;
    decimals: number;
    padded: number;
    other: number;
  }[];

  constructor(
    private readonly width: number,
    private readonly delimiter: string | undefined,
    moneyAt: readonly number[],
  ) {
    this.pairs = moneyAt.map((at) => ({ at, whole: 0, decimals: 0, padded: 0, other: 0 }));
  }

  observe({ cells }: SheetRecord): void {
    if (this.delimiter !== ",") return;
    if (cells.length === this.width) this.exact++;
    else if (cells.length > this.width) this.longer++;
    for (const pair of this.pairs) observePair(pair, cells);
  }

  /** True for a record that has the cells it should; further ones must be blank. */
  fits({ cells }: SheetRecord): boolean {
    if (this.delimiter === undefined)
      return cells.length <= this.width || cells.slice(this.width).every(isBlank);
    if (cells.length === this.width) return true;
    return cells.length > this.width && !this.mixesWidths && cells.slice(this.width).every(isBlank);
  }

  /** Some lines have a cell more than others: a blank one at the end proves nothing. */
  private get mixesWidths(): boolean {
    return this.exact > 0 && this.longer > 0;
  }

  /** The cell of amounts that look cut at their decimal comma: whole numbers, each followed by two digits. */
  get cutAmounts(): number | undefined {
    return this.pairs.find(
      ({ whole, decimals, padded, other }) => padded > 0 && decimals > 0 && other === 0 && whole >= decimals,
    )?.at;
  }
}

function observePair(
  pair: { at: number; whole: number; decimals: number; padded: number; other: number },
  cells: readonly Cell[],
): void {
  const [amount, next] = [cells[pair.at], cells[pair.at + 1]];
  if (typeof amount !== "string" || typeof next !== "string") return;
  if (WHOLE.test(amount)) pair.whole++;
  else if (amount.trim() !== "") pair.other++;
  if (TWO_DIGITS.test(next)) {
    pair.decimals++;
    if (next.startsWith("0")) pair.padded++;
  } else if (next.trim() !== "") pair.other++;
}
