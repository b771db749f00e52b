import type { Book } from "./book";
import type {
  ChartState,
  ConditionalFormatState,
  NameState,
  SheetState,
  TableState,
  ValidationState,
  XmlPartState,
} from "./bookState";

/** The host's state beside the grid, as JSON: a saved workbook is the grid's own `save()` and this. */
export interface Snapshot {
  readonly sheets: readonly SheetState[];
  readonly tables: readonly TableState[];
  readonly names: readonly NameState[];
  readonly conditionalFormats: readonly ConditionalFormatState[];
  readonly validations: readonly ValidationState[];
  readonly charts: readonly ChartState[];
  readonly settings: readonly (readonly [string, unknown])[];
  readonly xmlParts: readonly XmlPartState[];
  readonly stored: readonly [string, Record<string, unknown>][];
  readonly sequence: number;
  readonly isStructureProtected: boolean;
}

const copy = (saved: Snapshot) => JSON.parse(JSON.stringify(saved)) as Snapshot;

/** A copy that later changes do not touch. */
export function snapshot(book: Book): Snapshot {
  const now: Snapshot = {
    sheets: [...book.sheets.values()],
    tables: [...book.tables.values()],
    names: book.names,
    conditionalFormats: [...book.conditionalFormats.values()],
    validations: book.validations,
    charts: [...book.charts.values()],
    settings: [...book.settings],
    xmlParts: [...book.xmlParts.values()],
    stored: book.bags.entries(),
    sequence: book.sequenceNow(),
    isStructureProtected: book.isStructureProtected,
  };
  return copy(now);
}

/** Puts a snapshot into a book whose grid has the same sheets again. Sheets the snapshot does not know stay. */
export function restore(book: Book, given: Snapshot): void {
  const saved = copy(given);
  const byId = <T extends { readonly id: string }>(map: Map<string, T>, items: readonly T[]) => {
    for (const item of items) map.set(item.id, item);
  };
  byId(
    book.sheets,
    saved.sheets.filter((sheet) => book.sheets.has(sheet.id)),
  );
  byId(book.tables, saved.tables);
  byId(book.conditionalFormats, saved.conditionalFormats);
  byId(book.charts, saved.charts);
  byId(book.xmlParts, saved.xmlParts);
  book.names.push(...saved.names);
  book.validations.push(...saved.validations);
  for (const [name, value] of saved.settings) book.settings.set(name, value);
  book.bags.restore(saved.stored);
  book.continueIds(saved.sequence);
  book.isStructureProtected ||= saved.isStructureProtected;
  for (const chart of saved.charts) book.grid.setChart(chart);
}
