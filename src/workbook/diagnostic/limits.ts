import { EXCEL_LIMITS } from "../../dashboard";
import { judged, type Probe, refusalOf, type Scratch } from "./probe";

const text = (length: number) => "x".repeat(length);

/** Texts to write, as long as Vigie believes it may be (`most`) and one longer. */
const WRITTEN: Readonly<
  Record<string, { most: number; write: (sheet: Excel.Worksheet, length: number) => void }>
> = {
  "alert message": {
    most: EXCEL_LIMITS.alertMessage,
    write: (sheet, length) => alert(sheet, "Vigie", text(length)),
  },
  "alert title": { most: EXCEL_LIMITS.alertTitle, write: (sheet, length) => alert(sheet, text(length), "?") },
  list: {
    most: EXCEL_LIMITS.list,
    write: (sheet, length) => {
      sheet.getRange("A1").dataValidation.rule = { list: { inCellDropDown: true, source: text(length) } };
    },
  },
  "text in a formula": {
    most: EXCEL_LIMITS.formulaText,
    write: (sheet, length) => {
      sheet.getRange("A1").formulas = [[`=LEN("${text(length)}")`]];
    },
  },
  formula: {
    most: EXCEL_LIMITS.formula,
    write: (sheet, length) => {
      sheet.getRange("A1").formulas = [
        [`=1${length % 2 ? "1" : ""}${"+1".repeat(Math.floor(length / 2) - 1)}`],
      ];
    },
  },
  "cell text": {
    most: EXCEL_LIMITS.cellText,
    write: (sheet, length) => {
      sheet.getRange("A1").values = [[text(length)]];
    },
  },
  name: {
    most: EXCEL_LIMITS.name,
    write: (sheet, length) => void sheet.names.add(`V${"x".repeat(length - 1)}`, sheet.getRange("A1")),
  },
};

function alert(sheet: Excel.Worksheet, title: string, message: string): void {
  const { dataValidation } = sheet.getRange("A1");
  dataValidation.rule = { list: { inCellDropDown: true, source: "a,b" } };
  dataValidation.errorAlert = { showAlert: true, style: "Stop", title, message };
}

/** Excel takes what Vigie believes it takes. What it takes beyond that is told, and costs nothing. */
export const limits: Probe = async (scratch) => {
  const found: string[] = [];
  let isAsExpected = true;
  for (const [what, { most, write }] of Object.entries(WRITTEN)) {
    const at = await refusalWhen(scratch, (sheet) => write(sheet, most));
    const over = await refusalWhen(scratch, (sheet) => write(sheet, most + 1));
    isAsExpected &&= at === undefined;
    found.push(`${what} ${most}: ${at ?? "taken"}, ${most + 1}: ${over ?? "taken"}`);
  }
  return judged(isAsExpected, found.join("; "));
};

const refusalWhen = ({ session, sheet }: Scratch, write: (sheet: Excel.Worksheet) => void) =>
  refusalOf(session, () => {
    sheet.getRange().clear();
    sheet.getRange().dataValidation.clear();
    write(sheet);
  });
