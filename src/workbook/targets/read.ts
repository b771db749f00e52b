import { TARGETS_TABLE } from "../../dashboard/sheets/targets";
import type { Result } from "../../sales/failure";
import { inWorkbook, type SessionOptions } from "../office/session";
import { findTargets } from "./find";
import { parseTargets, type TargetReading } from "./parse";

/**
 * The user's targets as they stand in the workbook: rows that are none are listed with their cell and what is wrong.
 * Columns may have been moved, the sheet renamed, the table made plain cells. No sheet: no targets.
 */
export const readTargets = (options: SessionOptions = {}): Promise<Result<TargetReading>> =>
  inWorkbook(async (session) => {
    const found = await findTargets(session);
    if (!found) return { targets: [], rows: [], problems: [] };
    const { sheetId, sheetName, isTable } = found;
    const range = isTable
      ? session.workbook.tables.getItem(TARGETS_TABLE).getRange()
      : session.workbook.worksheets.getItem(sheetId).getUsedRange(true);
    range.untrack().load("values,rowIndex,columnIndex");
    await session.sync();
    return parseTargets({
      sheetName,
      row: range.rowIndex,
      column: range.columnIndex,
      values: range.values,
    });
  }, options);
