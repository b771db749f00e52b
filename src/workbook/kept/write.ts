import { cutText, EXCEL_LIMITS, freeSheetName } from "../../dashboard";
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
import type { Rectangle } from "../../sales/rectangle";
import type { Language } from "../../sales/text";
import { textForCell } from "../../sales/typedText";
import { Lists } from "../dashboards/lists";
import { viewOf } from "../dashboards/view";
import { writePlan } from "../dashboards/write";
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
  const name = freeSheetName(plan.name, names);
  const lists = new Lists();
  lists.write(session, names);
  writePlan(session.workbook.worksheets.add(name), plan, new Map(), lists.reference);
  oweView(name, viewOf(plan));
  return name;
}

/** Place to write rows of a kept table. */
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

/** Rows that were appended; after the request, whether a co-author's row stood where one of them was written. */
export interface Appended {
  /** Asks for a co-author's cells to be put back; false where none had come meanwhile. */
  readonly putBack: () => boolean;
}

/**
 * Asks for rows after the last one: empty ones of the table's own first, then ones that it is made longer by. A co-author
 * may have appended to the same place since it was read: the same request reads what it covers.
 */
export function appendRows<V extends object, Row>(
  session: Session,
  { table, found, reading, language }: WrittenTable<V, Row>,
  rows: readonly Cells<FieldOf<V>>[],
): Appended {
  const { area, headingRow, places } = reading;
  if (!places || rows.length === 0) return { putBack: () => false };
  const sheet = session.workbook.worksheets.getItem(found.sheetId);
  const first = Math.max(headingRow, ...reading.rows.map(({ row }) => row)) + 1;
  const covered = { ...area, row: first, rows: rows.length };
  const before = rangeOf(sheet, covered).load("formulas,values,numberFormat");
  const isLonger = first + rows.length > area.row + area.rows;
  if (found.isTable && isLonger) lengthen(session, table.name, area, first + rows.length - area.row);
  for (const [index, cells] of rows.entries())
    write(session, found, rowCells(table, places, first + index, cells, language));
  return {
    putBack: () => {
      if (before.values.flat().every((value) => value === "")) return false;
      rangeOf(sheet, covered).numberFormat = before.numberFormat;
      rangeOf(sheet, covered).formulas = before.values.map((line, down) =>
        line.map((value, across) => {
          const formula = before.formulas[down]![across];
          const format = String(before.numberFormat[down]![across]);
          return formula === value && typeof value === "string" ? textForCell(value, format) : formula;
        }),
      );
      return true;
    },
  };
}

/** `Table.resize`; an older Excel only has `rows.add`, which Microsoft advises against where people co-author. */
const RESIZE_API = "1.13";

function lengthen({ workbook }: Session, name: string, area: Rectangle, rows: number): void {
  const table = workbook.tables.getItem(name);
  if (Office.context.requirements.isSetSupported("ExcelApi", RESIZE_API))
    table.resize(rangeOf(table.worksheet, { ...area, rows }));
  else for (let added = area.rows; added < rows; added++) table.rows.add();
}

/** Contents and number formats alone: how the rest looks is the user's. */
function write(session: Session, { sheetId }: FoundTable, cells: ReturnType<typeof rowCells>): void {
  const sheet = session.workbook.worksheets.getItem(sheetId);
  for (const { row, column, content, style } of cells) {
    const range = rangeOf(sheet, { row, column, rows: 1, columns: 1 });
    range.numberFormat = [[style?.numberFormat ?? "General"]];
    if (content.kind === "formula") range.formulas = [[content.formula]];
    else if (content.kind === "number") range.values = [[content.value]];
    else
      range.values = [
        [
          content.kind === "text"
            ? textForCell(cutText(content.text, EXCEL_LIMITS.typedText), style?.numberFormat)
            : "",
        ],
      ];
  }
}
