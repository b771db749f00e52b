import { ACTIONS, type ActionCells, type ActionValues, type FieldOf } from "../kept";
import type { ActionItem } from "../kpi";
import { type AlertBook, type AlertsUpdate, actionsAfter, bookOf, type KeptAlerts, rowsOf } from "../live";
import type { Language } from "../sales/text";
import type { SheetsRequest } from "./api";
import { freeIds, openBook, valuesOf } from "./book";
import type { BookFound, SheetsFile } from "./file";
import { hiddenSheet } from "./hiddenSheet";
import { addedRows, changedRow, newTable, readTable, type StandingTable } from "./keptTables";
import { ALERTS_SHEET } from "./meta";

type StandingPlan = StandingTable<ActionValues, ActionItem>;

interface FoundAlerts {
  readonly at: BookFound;
  readonly book: AlertBook;
  readonly plan: StandingPlan;
}

async function find(file: SheetsFile): Promise<FoundAlerts> {
  const at = await openBook(file);
  const book = bookOf(await valuesOf(file, ALERTS_SHEET));
  return { at, book, plan: await readTable(file, at, ACTIONS) };
}

const answer = ({ book, plan: { found, reading } }: FoundAlerts): KeptAlerts => ({
  book,
  actions: (reading?.rows ?? []).flatMap(({ value }) => value ?? []),
  problems: reading?.problems ?? [],
  sheetName: found?.title,
});

export const readAlerts = async (file: SheetsFile): Promise<KeptAlerts> => answer(await find(file));

/** Changes the kept alerts and writes them with one request; see `actionsAfter`. */
export async function keepAlerts(
  file: SheetsFile,
  update: AlertsUpdate,
  language: Language,
): Promise<KeptAlerts> {
  const { at, book, plan } = await find(file);
  const freeId = freeIds(at);
  const rows = actionsAfter(plan.reading, book.actions, update, language);
  const makesSheet = !plan.found && (rows.length > 0 || update.makeSheet);
  const written: AlertBook = { ...(update.book?.(book) ?? book), actions: rows };
  await file.write([
    ...(makesSheet ? newTable(at, ACTIONS, rows, language, freeId()) : changes(plan, rows, language)),
    ...hiddenSheet(at, ALERTS_SHEET, rowsOf(written), freeId),
  ]);
  return answer(await find(file));
}

/** The cells that differ from the sheet. */
function changes(
  plan: StandingPlan,
  rows: readonly ActionCells[],
  language: Language,
): readonly SheetsRequest[] {
  const known = plan.reading?.places ? plan.reading.rows : [];
  return [
    ...known.flatMap(({ row, cells }, index) => {
      const now = rows[index] ?? cells;
      if (now === cells) return [];
      const differing = Object.entries(now).filter(
        ([field, value]) => cells[field as FieldOf<ActionValues>] !== value,
      );
      return changedRow(ACTIONS, plan, row, Object.fromEntries(differing), language);
    }),
    ...addedRows(ACTIONS, plan, rows.slice(known.length), language),
  ];
}
