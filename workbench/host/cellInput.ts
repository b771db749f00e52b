import { parseValue } from "numfmt";
import type { CellScalar } from "../grid/contract";
import type { Behaviours } from "./behaviours";
import { withinLength } from "./limits";
import { invalidArgument } from "./officeError";

/** Excel's reading of an entry written into a cell. */
export type CellInput =
  | { readonly kind: "skip" }
  | { readonly kind: "value"; readonly value: CellScalar; readonly numberFormat?: string }
  | { readonly kind: "formula"; readonly formula: string };

const TEXT_FORMAT = "@";
const LOOKS_LIKE_MORE_THAN_TEXT = /^[=+\-@\d.,(%€$\s]|^(true|false|vrai|faux)$/i;

/**
 * The traps of `Range.values` on purpose: text that begins with `=`, `+`, `-` or `@` becomes a formula, text that
 * looks like a number or a date becomes one; a leading `'` or the format `@` keeps it text. `null` leaves the cell,
 * an empty string clears it.
 */
export function interpretInput(
  input: unknown,
  numberFormat: () => string,
  textMark: Behaviours["textMark"] = "strips",
): CellInput {
  if (input === null || input === undefined) return { kind: "skip" };
  if (typeof input === "number" && Number.isFinite(input)) return { kind: "value", value: input };
  if (typeof input === "boolean") return { kind: "value", value: input };
  if (typeof input !== "string") throw invalidArgument("A cell takes text, a number, true, false or null.");
  if (input === "") return { kind: "value", value: null };
  withinLength("cellText", input, "A cell's text");
  if (input.startsWith("'")) {
    const stays = textMark === "keeps" && numberFormat() === TEXT_FORMAT;
    return { kind: "value", value: stays ? input : input.slice(1) };
  }
  if (!LOOKS_LIKE_MORE_THAN_TEXT.test(input) || numberFormat() === TEXT_FORMAT)
    return { kind: "value", value: input };
  if (input.startsWith("="))
    return input.length === 1 ? { kind: "value", value: input } : { kind: "formula", formula: input };
  const parsed = parseValue(input);
  if (parsed && (typeof parsed.v === "number" || typeof parsed.v === "boolean"))
    return { kind: "value", value: parsed.v, ...(parsed.z ? { numberFormat: parsed.z } : {}) };
  if (/^[+\-@]/.test(input) && input.length > 1)
    return { kind: "formula", formula: input.startsWith("@") ? `=${input.slice(1)}` : `=${input}` };
  return { kind: "value", value: input };
}
