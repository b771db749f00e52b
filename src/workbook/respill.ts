import type { Result } from "../sales/failure";
import type { Rectangle } from "../sales/rectangle";
import { readSpill, SPILLS_SHEET, type Spill, sameFormula, spilling } from "../xlsx/addInSheets";
import { rangeOf } from "./office/ranges";
import { inWorkbook, type Session, type SessionOptions } from "./office/session";
import { deleteSheets } from "./store/snapshot";

export interface RevivalReport {
  /** Formulas that Excel took once more. */
  readonly revived: number;
  /** Formulas on protected sheets, or on sheets not found: left for the next time. */
  readonly left: number;
}

/** A row of the list of spills in a workbook that came from a file. */
interface Listed {
  readonly row: number;
  readonly spill: Spill | undefined;
  /** Its sheet, if that takes writes. */
  readonly sheet: Excel.Worksheet | undefined;
}

/**
 * Makes the formulas of a workbook file spill (see xlsx/spills.ts): clears the cells they fill, enters them again as a
 * person would, and deletes their list. One request in a workbook without a list, three with it. A formula that
 * somebody changed since stays as it is, also one with another formula in its way.
 */
export const respill = (options: SessionOptions = {}): Promise<Result<RevivalReport>> =>
  inWorkbook(async (session) => {
    const list = await readList(session);
    if (!list) return { revived: 0, left: 0 };
    const ready = await stillThere(session, list.listed);
    const left = list.listed.filter(({ spill, sheet }) => spill && !sheet);
    session.context.application.suspendScreenUpdatingUntilNextSync();
    for (const { sheet, spill, formula } of ready) enterOnceMore(sheet, spill.range, formula);
    if (left.length === 0 && list.mayGo) deleteSheets(session, [list.sheetId]);
    else strike(session, list.sheetId, list.listed, left);
    await session.sync();
    return { revived: ready.length, left: left.length };
  }, options);

/** One request: the list, and which sheets take writes. Undefined where there is no list. */
async function readList(session: Session) {
  const { worksheets, protection } = session.workbook;
  const sheet = worksheets.getItemOrNullObject(SPILLS_SHEET);
  sheet.load("id");
  const cells = sheet.getUsedRangeOrNullObject(true).untrack();
  cells.load("formulas,rowIndex,columnIndex");
  worksheets.load("items/name,items/protection/protected");
  protection.load("protected");
  await session.sync();
  if (sheet.isNullObject) return undefined;
  const writable = new Map(
    worksheets.items
      .filter((item) => !item.protection.protected)
      .map((item) => [item.name.toUpperCase(), item]),
  );
  const lines = cells.isNullObject || cells.columnIndex > 0 ? [] : cells.formulas;
  return {
    sheetId: sheet.id,
    mayGo: !protection.protected,
    listed: lines.map(([place, formula], index): Listed => {
      const spill = readSpill(place, formula);
      return { row: cells.rowIndex + index, spill, sheet: spill && writable.get(spill.sheet.toUpperCase()) };
    }),
  };
}

/** One request: those whose cell still holds the formula, and whose other cells hold nobody else's. */
async function stillThere(session: Session, listed: readonly Listed[]) {
  const asked = listed.flatMap(({ spill, sheet }) =>
    spill && sheet ? [{ sheet, spill, cells: rangeOf(sheet, spill.range).load("formulas") }] : [],
  );
  if (asked.length > 0) await session.sync();
  return asked.flatMap(({ sheet, spill, cells }) => {
    const formulas = cells.formulas.flat().filter(isFormula);
    const [formula] = formulas;
    const isOurs =
      formula === cells.formulas[0]?.[0] && formulas.every((one) => sameFormula(one, spill.formula));
    return formula !== undefined && isOurs ? [{ sheet, spill, formula: spilling(formula) }] : [];
  });
}

const isFormula = (cell: unknown): cell is string => typeof cell === "string" && cell.startsWith("=");

function enterOnceMore(sheet: Excel.Worksheet, range: Rectangle, formula: string): void {
  const { row, column, rows, columns } = range;
  if (columns > 1)
    rangeOf(sheet, { row, column: column + 1, rows: 1, columns: columns - 1 }).clear("Contents");
  if (rows > 1) rangeOf(sheet, { row: row + 1, column, rows: rows - 1, columns }).clear("Contents");
  rangeOf(sheet, { row, column, rows: 1, columns: 1 }).formulas = [[formula]];
}

/** Takes off the list whatever need not be tried again. */
function strike(session: Session, sheetId: string, listed: readonly Listed[], left: readonly Listed[]): void {
  const sheet = session.workbook.worksheets.getItem(sheetId);
  for (const line of listed)
    if (!left.includes(line))
      rangeOf(sheet, { row: line.row, column: 0, rows: 1, columns: 2 }).clear("Contents");
}
