import type { Result } from "../sales/failure";
import { rangeOf } from "./office/ranges";
import { inWorkbook, type SessionOptions } from "./office/session";

/** As far as the names of a row or the headings of a column are looked for. */
const FARTHEST_LEFT = 60;
const FARTHEST_UP = 2_000;
/** `getSpillParentOrNullObject`; before it a formula's answer was never more than looked for in its own cell. */
const SPILL_API = "1.12";

/** The selected cell, with the neighbours needed to explain its number. */
export interface SelectedCell {
  readonly sheetId: string;
  /** `Matinée!C7` */
  readonly address: string;
  /** Its own formula, or that of the cell whose answer spills over it; `""` where there is neither. */
  readonly formula: string;
  readonly value: unknown;
  /** The cells of its row, from itself to the left; those of its column, from itself upwards. */
  readonly leftwards: readonly unknown[];
  readonly upwards: readonly unknown[];
  /** Its distance from the first cell of its formula's answer. */
  readonly fromFirst: { readonly rows: number; readonly columns: number };
}

/** Reads the selected cell: one request for its place, one for it and its neighbours. */
export const readSelectedCell = (options: SessionOptions = {}): Promise<Result<SelectedCell>> =>
  inWorkbook(async (session) => {
    const cell = session.workbook.getActiveCell();
    cell.load("address,rowIndex,columnIndex,formulas,values");
    cell.worksheet.load("id");
    const first = spillParent(cell);
    first?.load("rowIndex,columnIndex,formulas");
    await session.sync();
    const { rowIndex: row, columnIndex: column } = cell;
    const sheet = session.workbook.worksheets.getItem(cell.worksheet.id);
    const left = Math.max(0, column - FARTHEST_LEFT);
    const top = Math.max(0, row - FARTHEST_UP);
    const beside = rangeOf(sheet, { row, column: left, rows: 1, columns: column - left + 1 });
    const above = rangeOf(sheet, { row: top, column, rows: row - top + 1, columns: 1 });
    beside.load("values");
    above.load("values");
    await session.sync();
    const from = first && !first.isNullObject ? first : cell;
    const formula: unknown = from.formulas[0]?.[0];
    return {
      sheetId: cell.worksheet.id,
      address: cell.address,
      formula: typeof formula === "string" && formula.startsWith("=") ? formula : "",
      value: cell.values[0]?.[0],
      leftwards: [...(beside.values[0] ?? [])].reverse(),
      upwards: above.values.map(([value]) => value as unknown).reverse(),
      fromFirst: { rows: row - from.rowIndex, columns: column - from.columnIndex },
    };
  }, options);

function spillParent(cell: Excel.Range): Excel.Range | undefined {
  return Office.context.requirements.isSetSupported("ExcelApi", SPILL_API)
    ? cell.getSpillParentOrNullObject()
    : undefined;
}

/** The value of a cell of a sheet; rows and columns from 0. */
export const readCell = (sheetId: string, row: number, column: number): Promise<Result<unknown>> =>
  inWorkbook(async (session) => {
    const sheet = session.workbook.worksheets.getItem(sheetId);
    const cell = rangeOf(sheet, { row, column, rows: 1, columns: 1 });
    cell.load("values");
    await session.sync();
    return cell.values[0]?.[0] as unknown;
  });

/** The value of the first cell a name stands for, the sheet's own names before the workbook's; `""` without it. */
export const readName = (sheetId: string, name: string): Promise<Result<unknown>> =>
  inWorkbook(async (session) => {
    const { names, worksheets } = session.workbook;
    const candidates = [worksheets.getItem(sheetId).names, names].map((among) =>
      among.getItemOrNullObject(name),
    );
    await session.sync();
    const item = candidates.find(({ isNullObject }) => !isNullObject);
    if (!item) return "";
    const range = item.getRangeOrNullObject();
    range.load("values");
    await session.sync();
    return range.isNullObject ? "" : (range.values[0]?.[0] as unknown);
  });
