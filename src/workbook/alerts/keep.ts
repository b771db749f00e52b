import type { ActionCells } from "../../dashboard/sheets/actions";
import { nextActionId } from "../../kpi/alerts/action";
import type { AlertsUpdate, KeptAlerts } from "../../live";
import { FailureError, failure, type Result } from "../../sales/failure";
import type { Language } from "../../sales/text";
import { askActions, askReading, type FoundActions } from "../actions/find";
import type { ActionReading } from "../actions/parse";
import { appendRow, cellsOf, writeRow, writeSheet } from "../actions/write";
import { inWorkbook, type Session, type SessionOptions } from "../office/session";
import { askSnapshot, type Snapshot } from "../store/snapshot";
import { askBook, type FoundBook, writeBook } from "./sheet";

/** The kept alerts, and the cost of the answer. */
export interface KeptAlertsReport extends KeptAlerts {
  /** Requests that it took. */
  readonly syncs: number;
}

export interface KeepOptions extends SessionOptions {
  readonly language?: Language;
}

/** The workbook as two requests found it. */
interface Found {
  readonly kept: FoundBook;
  readonly plan: FoundActions | undefined;
  readonly reading: ActionReading | undefined;
  readonly snapshot: Snapshot;
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
  options: KeepOptions = {},
): Promise<Result<KeptAlertsReport>> =>
  inWorkbook(async (session) => {
    const { language = "fr" } = options;
    const found = await find(session);
    const { kept, plan, reading, snapshot } = found;
    const book = change.book?.(kept.book) ?? kept.book;
    const rows = rowsAfter(found, change, language);
    if (plan && reading?.places) writeChanges(session, plan, reading, rows, language);
    const makesSheet = !plan && (rows.length > 0 || change.makeSheet);
    const sheetName = makesSheet ? writeSheet(session, snapshot, rows, language) : plan?.sheetName;
    const written = { ...book, actions: rows };
    writeBook(session, kept, written);
    await session.sync();
    const isPlanNew = makesSheet || change.add || change.update;
    if (isPlanNew) return answer(session, await find(session));
    return answer(session, { ...found, kept: { ...kept, book: written } }, sheetName);
  }, options);

async function find(session: Session): Promise<Found> {
  const readBook = askBook(session);
  const findPlan = askActions(session);
  const readSnapshot = askSnapshot(session);
  await session.sync();
  const snapshot = readSnapshot();
  const kept = readBook();
  const plan = findPlan(snapshot);
  const read = plan && askReading(session, plan);
  if (read) await session.sync();
  return { kept, plan, reading: read?.(), snapshot };
}

const answer = (
  { syncs }: Session,
  { kept, plan, reading }: Found,
  sheetName = plan?.sheetName,
): KeptAlertsReport => ({
  book: kept.book,
  actions: (reading?.rows ?? []).flatMap(({ action }) => action ?? []),
  problems: reading?.problems ?? [],
  sheetName,
  syncs,
});

/** The plan's rows after the update, in the sheet's order; the new one last. */
function rowsAfter(
  { kept, reading }: Found,
  { add, update }: AlertsUpdate,
  language: Language,
): ActionCells[] {
  if (reading && !reading.places && (add || update))
    throw new FailureError(failure("action-invalid", { reason: reading.problems[0]?.address ?? "" }));
  // Without headings nothing was read: the copy stays what it was.
  const found = reading?.places ? reading.rows.map(({ cells }) => cells) : kept.book.actions;
  const taken = found.map(({ id }) => String(id ?? ""));
  const rows = found.map((cells) => {
    if (cells.id !== undefined) return cells;
    const id = nextActionId(taken);
    taken.push(id);
    return { ...cells, id };
  });
  if (update) {
    const at = rows.findIndex(({ id }) => String(id) === update.id);
    if (at < 0) throw new FailureError(failure("action-invalid", { reason: update.id }));
    rows[at] = { ...rows[at], ...cellsOf(update.changed, language) };
  }
  return add ? [...rows, { ...cellsOf(add, language), id: nextActionId(taken) }] : rows;
}

/** Asks for what differs from the sheet. */
function writeChanges(
  session: Session,
  plan: FoundActions,
  reading: ActionReading,
  rows: readonly ActionCells[],
  language: Language,
): void {
  for (const [index, cells] of rows.entries()) {
    const old = reading.rows[index];
    if (!old) appendRow(session, plan, reading, cells, language);
    else if (old.cells !== cells) writeRow(session, plan, reading, old.row, differing(old.cells, cells));
  }
}

const differing = (old: ActionCells, now: ActionCells): ActionCells =>
  Object.fromEntries(
    Object.entries(now).filter(([field, value]) => old[field as keyof ActionCells] !== value),
  );
