import type { PlannedCell, SheetPlan } from "../dashboard";
import {
  type Cells,
  type FieldOf,
  fieldsOf,
  type KeptPlace,
  type KeptReading,
  type KeptTable,
  keptSheet,
  type Places,
  parseKept,
  rowCells,
} from "../kept";
import type { Language } from "../sales/text";
import type { SheetsRequest } from "./api";
import { freeTitle, sheetTitled, valuesOf } from "./book";
import { CELL_FIELDS, cellFormat, enteredValue } from "./cellData";
import type { BookFound, SheetFound, SheetsFile } from "./file";
import { sheetsFormula } from "./formulas";
import { keptRules } from "./keptRules";
import { addSheet, layoutRequests, nameRequests } from "./sheetRequests";

/** A kept table where it stands; `reading` is undefined without a sheet. */
export interface StandingTable<V extends object, Row> {
  readonly found: SheetFound | undefined;
  readonly reading: KeptReading<V, Row> | undefined;
}

/** Found by the name on its heading, wherever its sheet was moved and however it is called; else by the sheet's title. */
function findTable(book: BookFound, { name, title }: KeptPlace): SheetFound | undefined {
  const named = book.names.find((one) => one.name === name)?.sheetId;
  return (
    book.sheets.find(({ sheetId }) => sheetId === named) ??
    sheetTitled(book, title.fr) ??
    sheetTitled(book, title.en)
  );
}

/** Reads a kept table as the person left it. */
export async function readTable<V extends object, Row>(
  file: SheetsFile,
  book: BookFound,
  table: KeptTable<V, Row>,
): Promise<StandingTable<V, Row>> {
  const found = findTable(book, table);
  if (!found) return { found, reading: undefined };
  const values = await valuesOf(file, found.title);
  return { found, reading: parseKept(table, { sheetName: found.title, row: 0, column: 0, values }) };
}

/** Makes a kept table's sheet with these rows. */
export function newTable<V extends object, Row>(
  book: BookFound,
  table: KeptTable<V, Row>,
  rows: readonly Cells<FieldOf<V>>[],
  language: Language,
  sheetId: number,
): readonly SheetsRequest[] {
  const plan = keptSheet(table, rows, language);
  const heading = plan.tables?.[0]?.range;
  return [
    addSheet(sheetId, freeTitle(book, plan.name)),
    ...layoutRequests(sheetId, plan, sizeOf(plan)).filter((request) => !request.addProtectedRange),
    ...plan.cells.map((cell) => cellRequest(sheetId, cell)),
    ...keptRules(sheetId, plan),
    ...(heading ? nameRequests(sheetId, { names: [{ name: table.name, range: heading }] }, book) : []),
  ];
}

function sizeOf({ cells, print }: SheetPlan): { rows: number; columns: number } {
  return {
    rows: Math.max(print.area.rows, ...cells.map(({ row }) => row + 1)),
    columns: Math.max(print.area.columns, ...cells.map(({ column }) => column + 1)),
  };
}

/** Writes cells of one row, from 0; fields that are not given, and columns that are missing, stay. */
export function changedRow<V extends object, Row>(
  table: KeptTable<V, Row>,
  { found, reading }: StandingTable<V, Row>,
  row: number,
  cells: Cells<FieldOf<V>>,
  language: Language,
): readonly SheetsRequest[] {
  const places = reading?.places;
  if (!found || !places) return [];
  const given = fieldsOf(table).filter((field) => cells[field] !== undefined);
  const written = Object.fromEntries(given.map((field) => [field, places[field]])) as Places<FieldOf<V>>;
  return rowCells(table, written, row, cells, language).map((cell) => cellRequest(found.sheetId, cell));
}

/** Writes rows after the last one, on a sheet made longer where it ends. */
export function addedRows<V extends object, Row>(
  table: KeptTable<V, Row>,
  { found, reading }: StandingTable<V, Row>,
  rows: readonly Cells<FieldOf<V>>[],
  language: Language,
): readonly SheetsRequest[] {
  const places = reading?.places;
  if (!found || !reading || !places || rows.length === 0) return [];
  const first = Math.max(reading.headingRow, ...reading.rows.map(({ row }) => row)) + 1;
  const missing = first + rows.length - found.rows;
  return [
    ...(missing > 0
      ? [{ appendDimension: { sheetId: found.sheetId, dimension: "ROWS" as const, length: missing } }]
      : []),
    ...rows.flatMap((cells, index) =>
      rowCells(table, places, first + index, cells, language).map((cell) => cellRequest(found.sheetId, cell)),
    ),
  ];
}

function cellRequest(sheetId: number, { row, column, content, style }: PlannedCell): SheetsRequest {
  const value =
    content.kind === "formula"
      ? { userEnteredValue: { formulaValue: sheetsFormula(content.formula) } }
      : enteredValue(
          content.kind === "text" ? content.text : content.kind === "number" ? content.value : null,
        );
  const format = cellFormat(style);
  return {
    updateCells: {
      start: { sheetId, rowIndex: row, columnIndex: column },
      rows: [{ values: [{ ...value, ...(format && { userEnteredFormat: format }) }] }],
      fields: CELL_FIELDS,
    },
  };
}
