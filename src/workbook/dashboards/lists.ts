import type { SheetPlan } from "../../dashboard";
import { keptSheet, TARGETS } from "../../kept";
import { TEXT_FORMAT, textForCell } from "../../sales/typedText";
import { LISTS_SHEET, listStore } from "../../xlsx/addInSheets";
import { broadcast, rangeOf } from "../office/ranges";
import type { Session } from "../office/session";
import type { Snapshot } from "../store/snapshot";
import type { ListReference } from "./rules";

/** The long validation lists of all plans, in a very hidden sheet of their own. */
export class Lists {
  private readonly store = listStore();

  /** The targets' lists always stand first, so that they stay where they are whichever dashboards there are. */
  constructor(dashboards: readonly SheetPlan[] = []) {
    const plans = [keptSheet(TARGETS, [], "fr"), ...dashboards];
    for (const { validations } of plans) for (const { list } of validations) this.reference(list);
  }

  readonly reference: ListReference = (items) => this.store.reference(items);

  private get blocks() {
    return this.store.sheet()?.blocks ?? [];
  }

  /** True when a plan's lists are in place, as far as the sheets tell. */
  areIntact({ validations }: SheetPlan, { sheets }: Snapshot): boolean {
    return (
      sheets.some(({ name }) => name === LISTS_SHEET) ||
      validations.every(({ list }) => !this.reference(list))
    );
  }

  /** Asks for the sheet's columns to be written with the next request; other columns stay. */
  write(session: Session, names: readonly string[]): void {
    if (this.blocks.length === 0) return;
    const { worksheets } = session.workbook;
    const sheet = names.includes(LISTS_SHEET) ? worksheets.getItem(LISTS_SHEET) : worksheets.add(LISTS_SHEET);
    sheet.visibility = "VeryHidden";
    for (const { row, column, values } of this.blocks) {
      const range = rangeOf(sheet, { row, column, rows: values.length, columns: 1 });
      range.numberFormat = broadcast(TEXT_FORMAT);
      range.values = values.map(([item]) => [textForCell(String(item), TEXT_FORMAT)]);
    }
  }
}
