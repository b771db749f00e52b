import { withinLength, withinLimit } from "./limits";
import { invalidArgument } from "./officeError";

/** Cuts a formula into tokens; quoted texts and sheet names stay whole. */
const TOKENS =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[(?:[^[\]]|\[[^\]]*\])*\]|#[A-Z/0]+[!?]?|<=|>=|<>|[-+*/^&=<>%]|[(){},;@#]|\s+|[^\s"'[\]<>=+\-*/^&%(){},;@#]+|./gisu;

type Kind = "open" | "close" | "comma" | "infix" | "prefix" | "operand" | "other";

/** Token kinds that an operand has to follow. */
const WANTS_OPERAND: ReadonlySet<Kind> = new Set(["open", "comma", "infix", "prefix"]);

function refuse(formula: string, why: string): never {
  throw invalidArgument(`Not a formula, ${why}: ${formula.slice(0, 200)}`);
}

/**
 * Refuses with InvalidArgument what Excel refuses to take as a formula in Office.js: longer, deeper or with longer
 * texts than its limits, cut off, with brackets that do not close, or with the separators of another language.
 */
export function assertFormula(formula: string): void {
  withinLength("formula", formula, "A formula");
  const body = formula.startsWith("=") ? formula.slice(1) : formula;
  /** For each open bracket, its closing and the arguments so far. */
  const open: { readonly closing: string; args: number; readonly isCall: boolean }[] = [];
  let calls = 0;
  let last: Kind = "open";
  for (const [token] of body.matchAll(TOKENS)) {
    if (/^\s+$/.test(token)) continue;
    const kind = kindOf(token, last, open.at(-1)?.closing);
    if (kind === "other") refuse(formula, `${token} has no place in it`);
    if (token.startsWith('"'))
      withinLength("formulaText", token.slice(1, -1).replaceAll('""', '"'), "A text in a formula");
    if (kind === "open") {
      const isCall = token === "(" && last === "operand";
      calls += isCall ? 1 : 0;
      withinLimit("formulaNesting", calls, "Calls within calls");
      open.push({ closing: token === "(" ? ")" : "}", args: 1, isCall });
    } else if (kind === "close") {
      const closed = open.pop();
      if (closed?.closing !== token) refuse(formula, `${token} closes nothing`);
      if (closed.isCall) calls--;
      else if (last === "open") refuse(formula, "brackets hold nothing");
    } else if (kind === "comma") {
      const within = open.at(-1);
      // An argument may be left out of a call, and of nothing else.
      if (!within?.isCall && WANTS_OPERAND.has(last)) refuse(formula, "an operand is missing");
      if (within) withinLimit("formulaArguments", ++within.args, "Arguments of a call");
    } else if (kind === "infix" && WANTS_OPERAND.has(last)) refuse(formula, "an operand is missing");
    if ((kind === "close" || kind === "comma") && (last === "infix" || last === "prefix"))
      refuse(formula, "an operand is missing");
    last = kind === "close" ? "operand" : kind;
  }
  if (open.length > 0) refuse(formula, "a bracket stays open");
  if (WANTS_OPERAND.has(last)) refuse(formula, "an operand is missing");
}

function kindOf(token: string, last: Kind, closing: string | undefined): Kind {
  if (token === "(" || token === "{") return "open";
  if (token === ")" || token === "}") return "close";
  if (token === ",") return "comma";
  // Rows of an array; elsewhere the separator of French and other languages.
  if (token === ";") return closing === "}" ? "comma" : "other";
  if (token === "%") return last === "operand" ? "operand" : "other";
  // The spilled range of a cell stands after it, the implicit intersection before.
  if (token === "#") return last === "operand" ? "operand" : "other";
  if (token === "@") return WANTS_OPERAND.has(last) ? "prefix" : "other";
  if (token === "+" || token === "-") return WANTS_OPERAND.has(last) ? "prefix" : "infix";
  if (/^(?:[*/^&=<>]|<=|>=|<>)$/.test(token)) return "infix";
  if (/^["'[\]]$/.test(token)) return "other";
  return "operand";
}

/** A condition of a format or a validation: a formula without arrays and without other workbooks' cells. */
export function assertCondition(formula: string): void {
  assertFormula(formula);
  const plain = formula.replace(/"(?:[^"]|"")*"/g, "").replace(/'(?:[^']|'')*'/g, "");
  if (/[{}]/.test(plain)) refuse(formula, "a condition takes no array constant");
  if (/\[/.test(plain)) refuse(formula, "a condition takes no table or other workbook");
}
