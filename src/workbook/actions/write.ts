import {
  ACTION_COLUMNS,
  ACTIONS_TABLE,
  type ActionCells,
  actionsSheet,
  signalFormula,
} from "../../dashboard/sheets/actions";
import { ACTION_STATE_LABELS, type ActionItem } from "../../kpi/alerts/action";
import { address } from "../../sales/a1";
import { toExcelSerial } from "../../sales/calendar";
import type { Language } from "../../sales/text";
import { textForCell } from "../../sales/typedText";
import { Lists } from "../dashboards/lists";
import { freeName, writePlan } from "../dashboards/write";
import { rangeOf } from "../office/ranges";
import type { Session } from "../office/session";
import type { Snapshot } from "../store/snapshot";
import type { FoundActions } from "./find";
import type { ActionReading } from "./parse";

/** Asks with the next request for the sheet "Plan d'action" to be made with these rows; answers its name. */
export function writeSheet(
  session: Session,
  snapshot: Snapshot,
  rows: readonly ActionCells[],
  language: Language,
): string {
  const plan = actionsSheet(rows, language);
  const name = freeName(
    plan,
    snapshot.sheets.map((sheet) => sheet.name),
  );
  const lists = new Lists();
  lists.write(session, snapshot);
  writePlan(session.workbook.worksheets.add(name), plan, new Map(), lists.reference);
  return name;
}

/** Asks for cells of one row; what was not given stays. Texts are marked: none is a formula. */
export function writeRow(
  session: Session,
  { sheetId }: FoundActions,
  { places, area }: ActionReading,
  row: number,
  cells: ActionCells,
): void {
  const sheet = session.workbook.worksheets.getItem(sheetId);
  for (const { field, numberFormat } of ACTION_COLUMNS) {
    const place = places?.[field];
    const value = field === "signal" ? undefined : cells[field];
    if (place === undefined || value === undefined) continue;
    const range = rangeOf(sheet, { row, column: area.column + place, rows: 1, columns: 1 });
    range.numberFormat = [[numberFormat]];
    range.values = [[typeof value === "number" ? value : textForCell(value, numberFormat)]];
  }
}

/** Asks for a row after the last action: one of the table's own that is empty, or one that Excel adds to it. */
export function appendRow(
  session: Session,
  found: FoundActions,
  reading: ActionReading,
  cells: ActionCells,
  language: Language,
): void {
  const { area, places, rows, headingRow } = reading;
  const row = Math.max(headingRow, ...rows.map((action) => action.row)) + 1;
  if (found.isTable && row === area.row + area.rows)
    session.workbook.tables.getItem(ACTIONS_TABLE).rows.add();
  writeRow(session, found, reading, row, cells);
  const { due, state, signal } = places ?? {};
  if (due === undefined || state === undefined || signal === undefined) return;
  const at = (place: number) => address(row, area.column + place);
  const sheet = session.workbook.worksheets.getItem(found.sheetId);
  rangeOf(sheet, { row, column: area.column + signal, rows: 1, columns: 1 }).formulas = [
    [signalFormula(at(due), at(state), language)],
  ];
}

/** An action, or part of one, as cells. */
export const cellsOf = (action: Partial<ActionItem>, language: Language): ActionCells =>
  Object.fromEntries(
    Object.entries(action).map(([field, value]) => {
      if (field === "state") return [field, ACTION_STATE_LABELS[value as ActionItem["state"]][language]];
      if (value === null) return [field, ""];
      return [field, typeof value === "number" ? toExcelSerial(value) : value];
    }),
  );
