import { dayOf, fromExcelSerial, startOfDay, toExcelSerial } from "../../sales/calendar";
import { type Cell, fault } from "../cells";
import { ofNumbers } from "../coerce";
import { perCell, type SheetFunctions } from "./declaration";

/** 31 December 9999, Excel's last day. */
const LAST_SERIAL = 2_958_465;

/** Excel counts years under 1900 from there; months and days beyond their range roll over. */
function serialOf(year: number, month: number, day: number): Cell {
  const serial = toExcelSerial(dayOf(year < 1900 ? year + 1900 : year, month, day));
  return serial > 0 && serial <= LAST_SERIAL ? serial : fault("argument-invalid", { argument: "DATE" });
}

const dateOf = (serial: number): Date => startOfDay(fromExcelSerial(serial));

const partOfDate = (part: (date: Date) => number) =>
  perCell(
    1,
    1,
    ofNumbers((serial) =>
      serial >= 0 && serial <= LAST_SERIAL ? part(dateOf(serial)) : fault("number-invalid"),
    ),
  );

export const DATES: SheetFunctions = {
  DATE: perCell(
    3,
    3,
    ofNumbers((year, month, day) => serialOf(Math.trunc(year), Math.trunc(month), Math.trunc(day))),
  ),
  YEAR: partOfDate((date) => date.getUTCFullYear()),
  MONTH: partOfDate((date) => date.getUTCMonth() + 1),
  DAY: partOfDate((date) => date.getUTCDate()),
  EOMONTH: perCell(
    2,
    2,
    ofNumbers((serial, months) => {
      const date = dateOf(serial);
      return serialOf(date.getUTCFullYear(), date.getUTCMonth() + 2 + Math.trunc(months), 0);
    }),
  ),
};
