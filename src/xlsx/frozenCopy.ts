import { DATA_DATE_FORMAT, STYLES } from "../dashboard";
import type { SheetModel, WorkbookModel } from "./model";

/**
 * A frozen workbook (see `FromPlanOptions`) as it may leave the house: visible sheets alone, no names and no tables
 * that the add-in would take for its own, and `dataAsOf` ("Données au 23/11/2026") on every sheet that does not say
 * it yet. Throws an `Error` when a sheet still has a formula.
 */
export function frozenCopy(model: WorkbookModel, dataAsOf: string): WorkbookModel {
  const formulas = model.sheets.filter(
    (sheet) => sheet.visibility === "visible" && sheet.formulas.length > 0,
  );
  if (formulas.length > 0) throw new Error(`Not frozen: ${formulas.map(({ name }) => name).join(", ")}`);
  return {
    ...model,
    sheets: model.sheets
      .filter(({ visibility }) => visibility === "visible")
      .map((sheet) => dated({ ...sheet, tables: [], validations: [] }, dataAsOf)),
    names: [],
  };
}

const FORMATS: ReadonlySet<string> = new Set(Object.values(DATA_DATE_FORMAT));

function dated(sheet: SheetModel, dataAsOf: string): SheetModel {
  if (sheet.styles.some(({ style }) => FORMATS.has(style.numberFormat ?? ""))) return sheet;
  const row = firstFreeRow(sheet);
  return {
    ...sheet,
    blocks: [...sheet.blocks, { row, column: 0, values: [[dataAsOf]] }],
    styles: [...sheet.styles, { range: { row, column: 0, rows: 1, columns: 1 }, style: STYLES.caption }],
  };
}

/** The first row that holds nothing: under the title where there is a gap, else under everything. */
function firstFreeRow({ blocks, merges, charts }: SheetModel): number {
  const areas = [
    ...blocks.map(({ row, values }) => ({ row, rows: values.length })),
    ...merges,
    ...charts.map(({ at }) => at),
  ];
  const used = new Set(
    areas.flatMap(({ row, rows }) => Array.from({ length: rows }, (_, down) => row + down)),
  );
  let row = 1;
  while (used.has(row)) row++;
  return row;
}
