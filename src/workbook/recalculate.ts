import { asksKpi, typedFormula } from "../formula";
import type { Result } from "../sales/failure";
import { inWorkbook, type Session, type SessionOptions } from "./office/session";

/** Time-out for Excel's calculation state, which can stay pending for ever. */
const CALCULATION_TIMEOUT_MS = 5_000;
const POLL_MS = 100;
/** More cells in error than this mean that something else is wrong. */
const MAX_HEALED_CELLS = 2_000;

export interface RecalculationReport {
  /** Sheets that were calculated anew. */
  readonly sheets: number;
  /** Cells in error whose formula was asked once more. */
  readonly reentered: number;
  /** False when Excel had not finished within the time given. */
  readonly done: boolean;
}

/**
 * Brings every KPI cell up to date after the data, the targets or the settings changed, as decided in
 * docs/decisions/0001: each visible sheet is calculated anew in one request, then cells in error are asked once
 * more, for Excel leaves some of them out.
 */
export const recalculate = (options: SessionOptions = {}): Promise<Result<RecalculationReport>> =>
  inWorkbook(async (session) => {
    const sheets = await visibleSheets(session);
    for (const sheet of sheets) sheet.calculate(true);
    await session.sync();
    if (!Office.context.requirements.isSetSupported("ExcelApi", "1.9"))
      return { sheets: sheets.length, reentered: 0, done: true };
    const done = await calculated(session);
    return { sheets: sheets.length, reentered: await heal(session, sheets), done };
  }, options);

/** Those a person sees; the hidden sheets hold no formulas. */
async function visibleSheets(session: Session): Promise<Excel.Worksheet[]> {
  const { worksheets } = session.workbook;
  worksheets.load("items/visibility,items/protection/protected");
  await session.sync();
  return worksheets.items.filter(({ visibility }) => visibility === "Visible");
}

async function calculated(session: Session): Promise<boolean> {
  const { application } = session.context;
  for (const until = Date.now() + CALCULATION_TIMEOUT_MS; Date.now() < until; ) {
    application.load("calculationState");
    await session.sync();
    if (application.calculationState === "Done") return true;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  return false;
}

/** Writes the formulas of KPI cells in error back, as if a person had entered them again. Once, never in a loop. */
async function heal(session: Session, sheets: readonly Excel.Worksheet[]): Promise<number> {
  const writable = sheets.filter(({ protection }) => !protection.protected);
  const asked = writable.map((sheet) => {
    const cells = sheet.getRange().untrack().getSpecialCellsOrNullObject("Formulas", "Errors");
    cells.load("areas/items/formulas,areas/items/values,areas/items/rowIndex,areas/items/columnIndex");
    return { sheet, cells };
  });
  await session.sync();
  const broken = asked.flatMap(({ sheet, cells }) => (cells.isNullObject ? [] : brokenCells(sheet, cells)));
  if (broken.length === 0 || broken.length > MAX_HEALED_CELLS) return 0;
  for (const { sheet, row, column, formula, isBusy } of broken) {
    const cell = sheet.getRangeByIndexes(row, column, 1, 1).untrack();
    if (isBusy) cell.calculate();
    else cell.formulas = [[typedFormula(formula)]];
  }
  await session.sync();
  return broken.length;
}

function brokenCells(sheet: Excel.Worksheet, { areas }: Excel.RangeAreas) {
  return areas.items.flatMap(({ formulas, values, rowIndex, columnIndex }) =>
    formulas.flatMap((line, down) =>
      line.flatMap((formula, across) =>
        typeof formula === "string" && asksKpi(formula)
          ? [
              {
                sheet,
                formula,
                row: rowIndex + down,
                column: columnIndex + across,
                isBusy: values[down]?.[across] === "#BUSY!",
              },
            ]
          : [],
      ),
    ),
  );
}
