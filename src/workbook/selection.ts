import { formatRectangle } from "../sales/a1";
import { failed, type Result, success } from "../sales/failure";
import type { Rectangle } from "../sales/rectangle";
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

/** An argument of a formula is seldom more than a cell; a whole column would be a million. */
const MOST_CELLS = 10_000;

/** The values of cells of a sheet, known by its id or name. Fails with `reference-invalid` {reference}. */
export async function readCells(
  sheet: string,
  range: Rectangle,
): Promise<Result<readonly (readonly unknown[])[]>> {
  const refused = failed("reference-invalid", { reference: formatRectangle(range) });
  if (range.rows * range.columns > MOST_CELLS) return refused;
  const read = await inWorkbook(async (session) => {
    const found = session.workbook.worksheets.getItemOrNullObject(sheet);
    await session.sync();
    if (found.isNullObject) return undefined;
    const cells = rangeOf(found, range);
    cells.load("values");
    await session.sync();
    return cells.values as readonly (readonly unknown[])[];
  });
  if (!read.ok) return read;
  return read.value ? success(read.value) : refused;
}

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
