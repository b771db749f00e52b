import { parsePeriod } from "../kpi";
import { type EpochDay, fromExcelSerial } from "../sales/calendar";
import { cleanText } from "../sales/cleanText";
import { failed, type Result, success } from "../sales/failure";
import type { Text } from "../sales/text";
import type { Cell } from "./table";

/** A cell's text without spaces around it; empty where the cell is. */
export const textOf = (cell: Cell | undefined): string => String(cell ?? "").trim();

/** Reads any text. */
export const readText = (cell: Cell | undefined): Result<string> => success(textOf(cell));

/** Any day: a date's syntax does not depend on it. */
export const ANY_DAY = { dataDate: 0, fiscalFirstMonth: 1 };

/** Reads a date cell, or a date typed as text; null where empty. Fails with `row-bad-date`. */
export const readDay =
  (caption: Text) =>
  (cell: Cell | undefined): Result<EpochDay | null> => {
    if (cell === undefined) return success(null);
    if (typeof cell === "number" && cell >= 1) return success(fromExcelSerial(cell));
    const read = typeof cell === "string" ? parsePeriod(cell, ANY_DAY) : undefined;
    return read?.ok && read.value.from !== undefined && read.value.from === read.value.to
      ? success(read.value.from)
      : failed("row-bad-date", { value: textOf(cell), column: caption.fr });
  };

/** Characters of one text. */
export const LONGEST_TEXT = 500;

/** Reads words, cleaned of what no person sees. Fails with `row-text-too-long`. */
export function readWords(cell: Cell | undefined): Result<string> {
  const text = cleanText(String(cell ?? ""));
  return text.length > LONGEST_TEXT
    ? failed("row-text-too-long", { length: text.length, limit: LONGEST_TEXT })
    : success(text);
}
