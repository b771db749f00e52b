import type { EpochDay } from "../../../sales/calendar";
import type { ColumnKind } from "../../../sales/schema";
import { type Cell, isBlank, textOf } from "../inputs/sheet";
import { meansNothing } from "../values/blanks";
import { DateProfile } from "../values/dates";
import { NumberProfile } from "../values/numbers";

const NUMERIC: ReadonlySet<ColumnKind> = new Set(["money", "number", "count", "share"]);
/** Distinct texts that are counted: states and currencies are few. */
const MOST_VALUES = 200;
const SCIENTIFIC = /^\d(?:[.,]\d+)?E\+?\d+$/i;

/** Learns what the cells of one column are, in one pass. */
export class ColumnProfile {
  readonly numbers?: NumberProfile;
  readonly dates?: DateProfile;
  private readonly isId: boolean;
  /** The count of each text; counted while they are few. */
  readonly values = new Map<string, number>();
  filled = 0;
  /** Ids that a spreadsheet rounded: `1,23E+05`. */
  scientific = 0;
  /** The same for two columns only if their cells are the same. */
  checksum = 0;

  constructor(
    readonly at: number,
    kind: ColumnKind,
    dataDate: EpochDay,
    private readonly countsValues: boolean,
  ) {
    if (NUMERIC.has(kind)) this.numbers = new NumberProfile();
    this.isId = kind === "id" || kind === "ref";
    if (kind === "date") this.dates = new DateProfile(dataDate);
  }

  observe(cell: Cell | undefined): void {
    if (isBlank(cell)) {
      this.mix("");
      return;
    }
    const text = textOf(cell);
    this.mix(text);
    if (meansNothing(text) && (this.numbers || this.dates)) return;
    this.filled++;
    if (typeof cell === "number") this.numbers?.observeValue(cell);
    else this.numbers?.observe(text);
    this.dates?.observe(text);
    if (this.isId && SCIENTIFIC.test(text)) this.scientific++;
    if (this.countsValues) this.count(text.trim());
  }

  private count(value: string): void {
    const seen = this.values.get(value);
    if (seen !== undefined) this.values.set(value, seen + 1);
    else if (this.values.size < MOST_VALUES) this.values.set(value, 1);
  }

  /** FNV-1a. */
  private mix(text: string): void {
    let hash = this.checksum ^ 0x811c9dc5;
    for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    this.checksum = hash;
  }
}
