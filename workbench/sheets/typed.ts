/** Reads a value that SpreadsheetApp sets, as Sheets does: a text is read as if a person typed it. */
import Sheets = gapi.client.sheets;

const FORMULA = /^[=+]/;
const NUMBER = /^-?\d+(?:[.,]\d+)?$/;
const DATE = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/;
const EPOCH = 25_569;

export function typedValue(value: unknown): Sheets.ExtendedValue | undefined {
  if (value === "" || value === null || value === undefined) return undefined;
  if (typeof value === "number") return { numberValue: value };
  if (typeof value === "boolean") return { boolValue: value };
  const text = String(value);
  if (text.startsWith("'")) return { stringValue: text.slice(1) };
  if (FORMULA.test(text)) return { formulaValue: text };
  if (NUMBER.test(text)) return { numberValue: Number(text.replace(",", ".")) };
  const [, year, month, day = "01"] = DATE.exec(text) ?? [];
  if (year)
    return { numberValue: Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000 + EPOCH };
  return { stringValue: text };
}
