import { type ActionCells, type ActionValues, actionCells, type KeptReading } from "../kept";
import { type ActionItem, nextActionId } from "../kpi";
import { FailureError, failure } from "../sales/failure";
import type { Language } from "../sales/text";
import type { AlertsUpdate } from "./alertBook";

/**
 * The action plan's rows after an update, in the sheet's order; the new one last. `remembered` stands in for a sheet
 * that is not there or cannot be read. A row typed without a number gets one. Throws FailureError `action-invalid`
 * where the plan's headings are gone or its row is.
 */
export function actionsAfter(
  reading: KeptReading<ActionValues, ActionItem> | undefined,
  remembered: readonly ActionCells[],
  { add, update }: AlertsUpdate,
  language: Language,
): ActionCells[] {
  if (reading && !reading.places && (add || update))
    throw new FailureError(failure("action-invalid", { reason: reading.problems[0]?.address ?? "" }));
  // Without headings nothing was read: the copy stays what it was.
  const found = reading?.places ? reading.rows.map(({ cells }) => cells) : remembered;
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
    rows[at] = { ...rows[at], ...actionCells(update.changed, language) };
  }
  return add ? [...rows, { ...actionCells(add, language), id: nextActionId(taken) }] : rows;
}
