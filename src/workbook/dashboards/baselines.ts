import { markedWhereNeeded, TEXT_FORMAT } from "../../sales/typedText";
import { broadcast, rangeOf } from "../office/ranges";
import type { Session } from "../office/session";
import type { Snapshot } from "../store/snapshot";
import { type Baseline, readBaseline, textOf } from "./baseline";

const BASELINES_SHEET = "vigie.dashboards";

/** The baseline of each dashboard, by the plan's name: kept in a very hidden sheet, one row each. */
export class Baselines {
  private constructor(
    private readonly sheetId: string | undefined,
    private readonly read: () => readonly (readonly unknown[])[],
    private readonly unmark: (text: string) => string,
  ) {}

  /** Asks for the sheet with the next request, after which the baselines can be read. */
  static ask(session: Session, { sheets, meta }: Snapshot): Baselines {
    const unmark = meta?.unmark ?? ((text: string) => text);
    const found = sheets.find(({ name }) => name === BASELINES_SHEET);
    if (!found) return new Baselines(undefined, () => [], unmark);
    const used = session.workbook.worksheets.getItem(found.id).getUsedRangeOrNullObject(true).untrack();
    used.load("values");
    return new Baselines(found.id, () => (used.isNullObject ? [] : used.values), unmark);
  }

  get exists(): boolean {
    return this.sheetId !== undefined;
  }

  /** Undefined where nothing is known: a dashboard of an older Vigie, or from a file. */
  of(plan: string): Baseline | undefined {
    const row = this.read().find(([name]) => this.unmark(String(name)) === plan);
    return row && readBaseline(this.unmark(String(row[1])));
  }

  /** Asks for rows to be written with the next request; other rows stay. */
  write(session: Session, written: ReadonlyMap<string, Baseline>): void {
    if (written.size === 0) return;
    const { worksheets } = session.workbook;
    const sheet = this.sheetId ? worksheets.getItem(this.sheetId) : worksheets.add(BASELINES_SHEET);
    sheet.visibility = "VeryHidden";
    const plans = this.read().map(([name]) => this.unmark(String(name)));
    for (const [plan, cells] of written) {
      if (!plans.includes(plan)) plans.push(plan);
      const range = rangeOf(sheet, { row: plans.indexOf(plan), column: 0, rows: 1, columns: 2 });
      range.numberFormat = broadcast(TEXT_FORMAT);
      range.values = [[markedWhereNeeded(plan), markedWhereNeeded(textOf(cells))]];
    }
  }
}
