import { unparse } from "papaparse";
import type { Language } from "../../../sales/text";
import { markedWhereNeeded } from "../../../sales/typedText";

/** Mark by which Excel reads a CSV file as UTF-8. */
const BYTE_ORDER_MARK = "\ufeff";

/** Rows as a CSV file that Excel of that language opens by itself; no text of a CRM becomes a formula there. */
export const csvOf = (rows: readonly (readonly string[])[], language: Language): string =>
  BYTE_ORDER_MARK +
  unparse(
    rows.map((row) => row.map(markedWhereNeeded)),
    { delimiter: language === "fr" ? ";" : ",", newline: "\r\n" },
  );
