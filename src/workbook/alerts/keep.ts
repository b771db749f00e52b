import { ACTIONS, type ActionCells, type ActionValues, type KeptReading } from "../../kept";
import type { ActionItem } from "../../kpi";
import { type AlertsUpdate, actionsAfter, type KeptAlerts } from "../../live";
import type { Result } from "../../sales/failure";
import type { Language } from "../../sales/text";
import { askSheets, type FoundTable } from "../kept/find";
import { askCells } from "../kept/read";
import type { LanguageOptions } from "../kept/watch";
import { type Appended, appendRows, type WrittenTable, writeRow, writeSheet } from "../kept/write";
import { inWorkbook, type Session, type SessionOptions } from "../office/session";
import { settleViews } from "../office/views";
import { askBook, type FoundBook, writeBook } from "./sheet";

/** The kept alerts, and the cost of the answer. */
export interface KeptAlertsReport extends KeptAlerts {
  /** Requests that it took. */
  readonly syncs: number;
}

type PlanReading = KeptReading<ActionValues, ActionItem>;

/** The workbook as two requests found it. */
interface Found {
  readonly kept: FoundBook;
  readonly plan: FoundTable | undefined;
  readonly reading: PlanReading | undefined;
  readonly names: readonly string[];
}

/** Reads the kept alerts as they are. Two requests, one where there is no plan. */
export const readAlerts = (options: SessionOptions = {}): Promise<Result<KeptAlertsReport>> =>
  inWorkbook(async (session) => answer(session, await find(session)), options);

/**
 * Reads the kept alerts, changes them and writes them back: three requests, one less where there is no plan, one more
 * to read back a row that was written. The hidden copy of the plan follows the sheet; a sheet that was deleted is made
 * anew from it; a row typed without a number gets one. Fails with `action-invalid` where the plan's headings are gone
 * or its row is, before anything is written.
 */
export const keepAlerts = (
  change: AlertsUpdate,
  options: LanguageOptions = {},
): Promise<Result<KeptAlertsReport>> =>
  inWorkbook((session) => keep(session, change, options.language ?? "fr"), options);

/** A row or a book that a co-author wrote meanwhile is put back, and the change is made after it. */
async function keep(session: Session, change: AlertsUpdate, language: Language): Promise<KeptAlertsReport> {
  const found = await find(session);
  const { kept, plan, reading, names } = found;
  const book = change.book?.(kept.book) ?? kept.book;
  const rows = actionsAfter(reading, kept.book.actions, change, language);
  const appended =
    plan && reading?.places
      ? writeChanges(session, { table: ACTIONS, found: plan, reading, language }, rows)
      : undefined;
  const makesSheet = !plan && (rows.length > 0 || change.makeSheet);
  const sheetName = makesSheet ? writeSheet(session, ACTIONS, rows, names, language) : plan?.sheetName;
  const written = { ...book, actions: rows };
  let covered = writeBook(session, kept, written);
  await session.sync();
  for (let theirs = covered(); theirs; theirs = covered()) {
    covered = writeBook(session, theirs, { ...(change.book?.(theirs.book) ?? theirs.book), actions: rows });
    await session.sync();
  }
  if (appended?.putBack()) {
    await session.sync();
    return keep(session, change.add ? { add: change.add } : {}, language);
  }
  await settleViews(session);
  const isPlanNew = makesSheet || change.add || change.update;
  if (isPlanNew) return answer(session, await find(session));
  return answer(session, { ...found, kept: { ...kept, book: written } }, sheetName);
}

async function find(session: Session): Promise<Found> {
  const readBook = askBook(session);
  const readSheets = askSheets(session);
  await session.sync();
  const kept = readBook();
  const { names, find: findTable } = readSheets();
  const plan = findTable(ACTIONS);
  const read = plan && askCells<ActionValues, ActionItem>(session, plan, ACTIONS.name);
  if (read) await session.sync();
  return { kept, plan, reading: read?.(ACTIONS), names };
}

const answer = (
  { syncs }: Session,
  { kept, plan, reading }: Found,
  sheetName = plan?.sheetName,
): KeptAlertsReport => ({
  book: kept.book,
  actions: (reading?.rows ?? []).flatMap(({ value }) => value ?? []),
  problems: reading?.problems ?? [],
  sheetName,
  syncs,
});

/** Asks for what differs from the sheet. */
function writeChanges(
  session: Session,
  place: WrittenTable<ActionValues, ActionItem>,
  rows: readonly ActionCells[],
): Appended {
  const known = place.reading.rows;
  for (const [index, { row, cells }] of known.entries()) {
    const now = rows[index]!;
    if (now !== cells) writeRow(session, place, row, differing(cells, now));
  }
  return appendRows(session, place, rows.slice(known.length));
}

const differing = (old: ActionCells, now: ActionCells): ActionCells =>
  Object.fromEntries(
    Object.entries(now).filter(([field, value]) => old[field as keyof ActionCells] !== value),
  );
