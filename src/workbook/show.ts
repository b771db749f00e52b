import type { Result } from "../sales/failure";
import { inWorkbook, type SessionOptions } from "./office/session";

/** Activates a sheet; a deleted one is no failure. */
export const showSheet = (name: string, options: SessionOptions = {}): Promise<Result<void>> =>
  inWorkbook(async (session) => {
    session.workbook.worksheets.getItemOrNullObject(name).activate();
    await session.sync();
  }, options);

/** Selects a cell given as `Objectifs!D7`, on its sheet. */
export const showCell = (place: string, options: SessionOptions = {}): Promise<Result<void>> =>
  inWorkbook(async (session) => {
    // A sheet's name may hold "!", a cell's address cannot.
    const end = place.lastIndexOf("!");
    const sheet = session.workbook.worksheets.getItemOrNullObject(place.slice(0, end));
    await session.sync();
    if (sheet.isNullObject) return;
    sheet.activate();
    sheet.getRange(place.slice(end + 1)).select();
    await session.sync();
  }, options);
