import { type CellStyle, RULE_COLOR } from "../dashboard";
import type { Scalar } from "../formula";
import { TEXT_FORMAT } from "../sales/typedText";
import type { ApiColor, CellData, CellFormat } from "./api";

/** Fields of a cell that are written: what is absent there is cleared. */
export const CELL_FIELDS = "userEnteredValue,userEnteredFormat";

/** `#RRGGBB` → shares of red, green and blue. */
export const apiColor = (hex: string): ApiColor => {
  const part = (from: number) => Number.parseInt(hex.slice(from, from + 2), 16) / 255;
  return { red: part(1), green: part(3), blue: part(5) };
};

/** A value as a cell takes it. Text is never read as a formula, whatever its first letter: `stringValue` is not typed. */
export function enteredValue(value: Scalar): CellData {
  if (value === null || value === "") return {};
  if (typeof value === "number") return { userEnteredValue: { numberValue: value } };
  if (typeof value === "boolean") return { userEnteredValue: { boolValue: value } };
  return { userEnteredValue: { stringValue: value } };
}

const HORIZONTAL = { left: "LEFT", center: "CENTER", right: "RIGHT" } as const;
const VERTICAL = { top: "TOP", center: "MIDDLE", bottom: "BOTTOM" } as const;
/** Pixels of one step of a text's indent, beside a cell's usual distance from its edge. */
const INDENT = 9;
const PADDING = { top: 2, right: 3, bottom: 2, left: 3 };

/** A style as Sheets has it; undefined without one. */
export function cellFormat(style: CellStyle | undefined): CellFormat | undefined {
  if (!style) return undefined;
  const { numberFormat, bold, italic, size, color, fill, align, verticalAlign, wrap, indent, border } = style;
  const side = align === "right" ? "right" : "left";
  return {
    ...(numberFormat && { numberFormat: { type: numberType(numberFormat), pattern: numberFormat } }),
    ...(fill && { backgroundColorStyle: { rgbColor: apiColor(fill) } }),
    ...(align && { horizontalAlignment: HORIZONTAL[align] }),
    ...(verticalAlign && { verticalAlignment: VERTICAL[verticalAlign] }),
    wrapStrategy: wrap ? "WRAP" : "OVERFLOW_CELL",
    ...(indent && { padding: { ...PADDING, [side]: PADDING[side] + indent * INDENT } }),
    ...(border && { borders: bordersOf(border) }),
    textFormat: {
      ...(bold && { bold }),
      ...(italic && { italic }),
      ...(size !== undefined && { fontSize: size }),
      ...(color && { foregroundColorStyle: { rgbColor: apiColor(color) } }),
    },
  };
}

/** Text between quotes says nothing about what a format shows. */
function numberType(format: string): "TEXT" | "DATE" | "PERCENT" | "NUMBER" {
  const bare = format.replace(/"[^"]*"/g, "");
  if (bare === TEXT_FORMAT) return "TEXT";
  if (/[dmy]/i.test(bare)) return "DATE";
  return bare.includes("%") ? "PERCENT" : "NUMBER";
}

const EDGES = { top: ["top"], bottom: ["bottom"], box: ["top", "bottom", "left", "right"] } as const;

function bordersOf(border: NonNullable<CellStyle["border"]>): CellFormat["borders"] {
  const line = { style: "SOLID", colorStyle: { rgbColor: apiColor(RULE_COLOR) } } as const;
  return Object.fromEntries(EDGES[border].map((edge) => [edge, line]));
}
