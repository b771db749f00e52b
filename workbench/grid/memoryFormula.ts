import { parseRectangle, splitSheet } from "../../src/sales/a1";
import type { CellScalar } from "./contract";

/** A formula as far as the plain grid understands it: one call, or one argument alone (`=A1`, `=2`, `="x"`). */
export type Argument =
  | { readonly kind: "literal"; readonly value: CellScalar }
  | { readonly kind: "reference"; readonly sheet?: string; readonly local: string }
  | { readonly kind: "name"; readonly name: string };

export type PlainFormula =
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Argument[] }
  | { readonly kind: "argument"; readonly argument: Argument }
  | { readonly kind: "other" }
  | { readonly kind: "broken" };

/** Cuts at the separator, outside quotes and brackets; undefined when quotes or brackets do not close. */
function cut(text: string): string[] | undefined {
  const parts: string[] = [];
  let depth = 0;
  let quote = "";
  let part = "";
  for (const letter of text) {
    if (quote) {
      if (letter === quote) quote = "";
    } else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === "(" || letter === "{") depth++;
    else if (letter === ")" || letter === "}") depth--;
    if (depth < 0) return undefined;
    if (letter === "," && depth === 0 && !quote) {
      parts.push(part);
      part = "";
    } else part += letter;
  }
  return depth === 0 && !quote ? [...parts, part] : undefined;
}

function argument(text: string): Argument | undefined {
  const trimmed = text.trim();
  if (trimmed === "") return { kind: "literal", value: null };
  if (/^"(?:[^"]|"")*"$/.test(trimmed))
    return { kind: "literal", value: trimmed.slice(1, -1).replaceAll('""', '"') };
  if (/^[-+]?\d+(\.\d+)?(e[-+]?\d+)?$/i.test(trimmed)) return { kind: "literal", value: Number(trimmed) };
  if (/^(true|false)$/i.test(trimmed)) return { kind: "literal", value: trimmed.toLowerCase() === "true" };
  const reference = splitSheet(trimmed);
  if (parseRectangle(reference.local)) return { kind: "reference", ...reference };
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(trimmed) ? { kind: "name", name: trimmed } : undefined;
}

/** Reads `=NAME(args)` or `=argument`; `broken` is what Excel would refuse, `other` what this grid cannot calculate. */
export function parsePlainFormula(formula: string): PlainFormula {
  const text = formula.slice(1).trim();
  const balanced = cut(text);
  if (!balanced || text === "" || /[-+*/^&=<>(,]$/.test(text)) return { kind: "broken" };
  const call = /^([\p{L}_][\p{L}\p{N}_.]*)\((.*)\)$/su.exec(text);
  const inner = call?.[2] === undefined ? undefined : cut(call[2]);
  if (call?.[1] !== undefined && inner) {
    const args = inner.length === 1 && inner[0]?.trim() === "" ? [] : inner.map(argument);
    if (args.every((arg) => arg !== undefined)) return { kind: "call", name: call[1].toUpperCase(), args };
    return { kind: "other" };
  }
  const alone = argument(text);
  return alone ? { kind: "argument", argument: alone } : { kind: "other" };
}
