import { formatRectangle, parseRectangle, quoteSheet, splitSheet } from "../../../src/sales/a1";
import type { GridRange } from "../../grid/contract";
import { flag, oneOf, optional, text } from "../arguments";
import type { Book } from "../book";
import { ALERT_STYLES, VALIDATION_OPERATORS } from "../enumerations";
import { assertCondition } from "../formulaRules";
import { withinLength } from "../limits";
import { isHostObject } from "../objectModel";
import { invalidArgument } from "../officeError";

type Rule = Readonly<Record<string, unknown>>;

/** The part of a rule that says its kind → `dataValidation.type`. */
export const RULE_KINDS: Readonly<Record<string, string>> = {
  list: "List",
  wholeNumber: "WholeNumber",
  decimal: "Decimal",
  date: "Date",
  time: "Time",
  textLength: "TextLength",
  custom: "Custom",
};

/** One kind of rule only. A list's source may be a Range: it becomes the text of a reference. */
export function readRule(book: Book, at: GridRange, value: unknown): Rule {
  const rule = Object.fromEntries(
    Object.entries((value ?? {}) as Rule).filter(([, part]) => part !== null && part !== undefined),
  );
  const [kind, ...others] = Object.keys(rule);
  if (!kind || others.length > 0 || !RULE_KINDS[kind]) throw invalidArgument("A validation has one rule.");
  const part = (rule[kind] ?? {}) as Rule;
  if (kind === "list") return { list: { ...part, source: listSource(book, at, part.source) } };
  if (kind === "custom") assertCondition(text(part.formula, "formula"));
  else readComparison(part);
  return rule;
}

function readComparison({ operator, formula1, formula2 }: Rule): void {
  const word = oneOf(operator, VALIDATION_OPERATORS, "operator");
  if (formula1 === undefined || formula1 === null) throw invalidArgument("A comparison has a formula1.");
  if (/Between$/.test(word) && (formula2 === undefined || formula2 === null))
    throw invalidArgument("A comparison between two has a formula2.");
  for (const formula of [formula1, formula2])
    if (typeof formula === "string" && formula.startsWith("=")) assertCondition(formula);
}

function listSource(book: Book, at: GridRange, source: unknown): string {
  if (isHostObject(source) && source.range) {
    const { range } = source;
    assertLine(range);
    return `=${quoteSheet(book.grid.sheetName(range.sheet))}!${formatRectangle(range, true)}`;
  }
  if (typeof source !== "string" || source === "") throw invalidArgument("A list has a source.");
  if (!source.startsWith("=")) return withinLength("validationList", source, "A list written out");
  assertCondition(source);
  const { sheet, local } = splitSheet(source);
  const rectangle = parseRectangle(local);
  const named = sheet === undefined ? at.sheet : book.sheetNamed(sheet);
  if (rectangle && named === undefined) throw invalidArgument(`The list's sheet does not exist: ${source}`);
  if (rectangle && named !== undefined) assertLine({ sheet: named, ...rectangle });
  return source;
}

/** "The list source must be a delimited list, or a reference to a single row or column." */
function assertLine({ rows, columns }: GridRange): void {
  if (rows > 1 && columns > 1) throw invalidArgument("A list's source is one row or one column.");
}

/** The message shown at a wrong entry. */
export function readAlert(value: unknown): Rule {
  const { message, title, style, showAlert } = (value ?? {}) as Rule;
  optional(showAlert, flag, "errorAlert.showAlert");
  if (style !== undefined && style !== null) oneOf(style, ALERT_STYLES, "errorAlert.style");
  limited("validationMessage", message, "errorAlert.message");
  limited("validationTitle", title, "errorAlert.title");
  return value as Rule;
}

/** The message shown beside the chosen cell. */
export function readPrompt(value: unknown): Rule {
  const { message, title, showPrompt } = (value ?? {}) as Rule;
  optional(showPrompt, flag, "prompt.showPrompt");
  limited("validationPrompt", message, "prompt.message");
  limited("validationTitle", title, "prompt.title");
  return value as Rule;
}

function limited(limit: Parameters<typeof withinLength>[0], value: unknown, what: string): void {
  const given = optional(value, text, what);
  if (given !== undefined) withinLength(limit, given, what);
}
