import type { SheetsValue } from "../gsheets";
import { EXCEL_EPOCH_OFFSET, MILLISECONDS_A_DAY } from "../sales/calendar";

const FORMAT = "yyyy-MM-dd'T'HH:mm:ss";

/** Apps Script hands a date cell over as a Date: as the serial it shows, in the spreadsheet's own zone. */
export function plainValue(value: unknown, zone: () => string): SheetsValue {
  // Its class is of another realm: `instanceof` may not know it.
  if (Object.prototype.toString.call(value) === "[object Date]") {
    const shown = Utilities.formatDate(value as Date, zone(), FORMAT);
    return Date.parse(`${shown}Z`) / MILLISECONDS_A_DAY + EXCEL_EPOCH_OFFSET;
  }
  if (typeof value === "number" || typeof value === "boolean") return value;
  return value === null || value === undefined ? "" : String(value);
}
