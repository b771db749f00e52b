import type { BorderStyle, CellStyle, FontStyle } from "hucre";
import type { StyleModel } from "./model";

/** `#RRGGBB` → `RRGGBB`, as the file writes it. */
export const bareColor = (color: string): string => color.replace("#", "").toUpperCase();

const EDGES = ["top", "bottom", "left", "right"] as const;

/** The workbook's font where a style names none. */
export const DEFAULT_FONT: FontStyle = { name: "Calibri", size: 11 };

/** A cell's style in the writer's terms. */
export function cellStyle(style: StyleModel): CellStyle {
  const borders = borderStyle(style.borders);
  return {
    ...(hasFont(style) && { font: { ...DEFAULT_FONT, ...fontStyle(style) } }),
    ...(style.fill && {
      fill: { type: "pattern", pattern: "solid", fgColor: { rgb: bareColor(style.fill) } },
    }),
    ...(borders && { border: borders }),
    ...(hasAlignment(style) && {
      alignment: {
        ...(style.align && { horizontal: style.align }),
        ...(style.verticalAlign && { vertical: style.verticalAlign }),
        ...(style.wrap && { wrapText: true }),
        ...(style.indent && { indent: style.indent }),
      },
    }),
    ...(style.numberFormat && { numFmt: style.numberFormat }),
  };
}

/**
 * The style that a conditional format lays over a cell: changed properties only. A solid fill is a *background* there.
 */
export function differentialStyle({
  fill,
  color,
  bold,
}: Pick<StyleModel, "fill" | "color" | "bold">): CellStyle {
  return {
    ...((color || bold) && { font: fontStyle({ color, bold }) }),
    ...(fill && { fill: { type: "pattern", pattern: "solid", bgColor: { rgb: bareColor(fill) } } }),
  };
}

const hasFont = ({ bold, italic, size, fontName, color }: StyleModel): boolean =>
  Boolean(bold || italic || size || fontName || color);

const hasAlignment = ({ align, verticalAlign, wrap, indent }: StyleModel): boolean =>
  Boolean(align || verticalAlign || wrap || indent);

const fontStyle = ({ bold, italic, size, fontName, color }: StyleModel): FontStyle => ({
  ...(bold && { bold }),
  ...(italic && { italic }),
  ...(size && { size }),
  ...(fontName && { name: fontName }),
  ...(color && { color: { rgb: bareColor(color) } }),
});

function borderStyle(borders: StyleModel["borders"]): BorderStyle | undefined {
  if (!borders) return undefined;
  const sides: BorderStyle = {};
  for (const edge of EDGES) {
    const color = borders[edge];
    if (color) sides[edge] = { style: "thin", color: { rgb: bareColor(color) } };
  }
  return sides;
}
