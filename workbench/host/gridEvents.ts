import { formatRectangle } from "../../src/sales/a1";
import type { Book } from "./book";
import { newSheetState } from "./bookState";
import { EVENT } from "./events";
import { shared } from "./rangeWalk";

/** Turns what happens in the grid into the workbook's events. Answers how to stop. */
export function gridEvents(book: Book, tellActing: (name: string, data: unknown) => unknown): () => void {
  const { grid, events } = book;
  let active = grid.activeSheet();
  const stops = [
    grid.onCellsChanged((range, bySelf) => {
      const payload = {
        changeType: "RangeEdited",
        source: "Local",
        worksheetId: range.sheet,
        address: formatRectangle(range),
        shiftDirection: "None",
        triggerSource: bySelf ? "ThisLocalAddin" : "Unknown",
      };
      events.fire(EVENT.DataChanged, range.sheet, payload);
      for (const table of book.tablesOver(range)) {
        const address = formatRectangle(shared(range, table.range) ?? range);
        events.fire(EVENT.TableChanged, table.id, { ...payload, tableId: table.id, address });
      }
    }),
    grid.onSelectionChanged((range) => {
      events.fire(EVENT.SelectionChanged, range.sheet, {
        worksheetId: range.sheet,
        address: formatRectangle(range),
      });
      tellActing("documentSelectionChanged", {});
    }),
    grid.onSheetActivated((id) => {
      if (id === active) return;
      events.fire(EVENT.Deactivated, active, { worksheetId: active });
      active = id;
      events.fire(EVENT.Activated, id, { worksheetId: id });
    }),
    grid.onStructureChanged(() => followStructure(book)),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** A person added or removed sheets in the grid itself. */
function followStructure(book: Book): void {
  const there = new Set(book.grid.sheetIds());
  for (const id of there) {
    if (book.sheets.has(id)) continue;
    book.sheets.set(id, newSheetState(id));
    book.events.fire(EVENT.Added, "", { worksheetId: id, source: "Local" });
  }
  for (const id of [...book.sheets.keys()]) {
    if (there.has(id)) continue;
    book.sheets.delete(id);
    book.dropNames(id);
    for (const table of [...book.tables.values()]) if (table.range.sheet === id) book.tables.delete(table.id);
    for (const chart of [...book.charts.values()]) if (chart.sheet === id) book.charts.delete(chart.id);
    for (const format of [...book.conditionalFormats.values()])
      if (format.range.sheet === id) book.conditionalFormats.delete(format.id);
    book.events.fire(EVENT.Deleted, "", { worksheetId: id, source: "Local" });
  }
}
