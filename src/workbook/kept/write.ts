import {
  type Cells,
  type FieldOf,
  fieldsOf,
  type KeptReading,
  type KeptTable,
  keptSheet,
  type Places,
  rowCells,
} from "../../kept";
import type { Language } from "../../sales/text";
import { textForCell } from "../../sales/typedText";
import { Lists } from "../dashboards/lists";
import { viewOf } from "../dashboards/view";
import { freeName, writePlan } from "../dashboards/write";
import { rangeOf } from "../office/ranges";
import type { Session } from "../office/session";
import { oweView } from "../office/views";
import type { FoundTable } from "./find";

/**
 * Asks with the next request for a kept table's sheet to be made with these rows; answers its name. Its
 * view is owed after that request: see `settleViews`.
 */
export function writeSheet<V extends object, Row>(
  session: Session,
  table: KeptTable<V, Row>,
  rows: readonly Cells<FieldOf<V>>[],
  names: readonly string[],
  language: Language,
): string {
  const plan = keptSheet(table, rows, language);
  const name = freeName(plan, names);
  const lists = new Lists();
  lists.write(session, names);
  writePlan(session.workbook.worksheets.add(name), plan, new Map(), lists.reference);
  oweView(name, viewOf(plan));
  return name;
}

/** Where rows of a kept table are written. */
export interface WrittenTable<V extends object, Row> {
  readonly table: KeptTable<V, Row>;
  readonly found: FoundTable;
  readonly reading: KeptReading<V, Row>;
  readonly language: Language;
}

/** Asks for cells of one row, from 0; fields that are not given, and columns that are missing, stay. */
export function writeRow<V extends object, Row>(
  session: Session,
  { table, found, reading, language }: WrittenTable<V, Row>,
  row: number,
  cells: Cells<FieldOf<V>>,
): void {
  const { places } = reading;
  if (!places) return;
  const given = fieldsOf(table).filter((field) => cells[field] !== undefined);
  const written = Object.fromEntries(given.map((field) => [field, places[field]])) as Places<FieldOf<V>>;
  write(session, found, rowCells(table, written, row, cells, language));
}

/** Asks for rows after the last one: empty ones of the table's own first, then ones that Excel adds to it. */
export function appendRows<V extends object, Row>(
  session: Session,
  { table, found, reading, language }: WrittenTable<V, Row>,
  rows: readonly Cells<FieldOf<V>>[],
): void {
  const { area, headingRow, places } = reading;
  if (!places) return;
  const first = Math.max(headingRow, ...reading.rows.map(({ row }) => row)) + 1;
  for (const [index, cells] of rows.entries()) {
    const row = first + index;
    if (found.isTable && row >= area.row + area.rows) session.workbook.tables.getItem(table.name).rows.add();
    write(session, found, rowCells(table, places, row, cells, language));
  }
}

/** Contents and number formats alone: how the rest looks is the user's. */
function write(session: Session, { sheetId }: FoundTable, cells: ReturnType<typeof rowCells>): void {
  const sheet = session.workbook.worksheets.getItem(sheetId);
  for (const { row, column, content, style } of cells) {
    const range = rangeOf(sheet, { row, column, rows: 1, columns: 1 });
    range.numberFormat = [[style?.numberFormat ?? "General"]];
    if (content.kind === "formula") range.formulas = [[content.formula]];
    else if (content.kind === "number") range.values = [[content.value]];
    else range.values = [[content.kind === "text" ? textForCell(content.text, style?.numberFormat) : ""]];
  }
}
