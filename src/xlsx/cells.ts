import type { Cell, CellStyle, CellValue } from "hucre";
import { EXCEL_LIMITS } from "../dashboard";
import type { Scalar } from "../formula";
import { storedFormula } from "../formula";
import { address, formatRectangle } from "../sales/a1";
import { FailureError, failure } from "../sales/failure";
import { isReadOtherwise } from "../sales/typedText";
import type { FormulaModel, SheetModel, StyleModel } from "./model";
import { isDynamic } from "./spills";
import { cellStyle } from "./style";
import { fileError, fileText } from "./text";

/**
 * The storage of formulas that spill. `plain`: the formula in its first cell and its answer as values, which every
 * reader shows; `spills.ts` then tells the add-in which of them Excel has to take once more. `dynamic`: as Excel does,
 * so that they live on there without the add-in's help; but LibreOffice 7.4 and others compute array formulas anew
 * whatever the file says, and then show `#NAME?`.
 */
export type Arrays = "dynamic" | "plain";

/** A sheet's cells in the writer's terms. `cells` holds the few that are more than a plain value, by `row,column`. */
export interface SheetCells {
  readonly rows: CellValue[][];
  readonly cells: Map<string, Partial<Cell>>;
  /** Addresses of the cells whose cached answer is an error (`patch.ts` turns them into error cells). */
  readonly errors: readonly string[];
}

/**
 * Marks a style whose cells stay text when edited (`patch.ts` writes it as `quotePrefix`). Locked is what every
 * cell is anyway, so the mark itself changes nothing.
 */
const QUOTED: CellStyle = { protection: { locked: true } };

/** Collects a sheet's blocks, formulas with their cached answers, and styles. Throws `row-text-too-long`. */
export function sheetCells(sheet: SheetModel, arrays: Arrays): SheetCells {
  const rows: CellValue[][] = [];
  const cells = new Map<string, Partial<Cell>>();
  const errors: string[] = [];
  const quoted = new Set<string>();

  const put = (row: number, column: number, value: Scalar): void => {
    if (value === null || value === "") return;
    const key = `${row},${column}`;
    if (typeof value === "string") {
      checkLength(sheet.name, row, column, value);
      if (isReadOtherwise(value)) {
        quoted.add(key);
        // As runs of rich text, because the writer takes a plain "#N/A" for the error.
        cells.set(key, { value: "", type: "richText", richText: [{ text: fileText(value) }] });
        return;
      }
    }
    rowAt(rows, row)[column] = typeof value === "string" ? fileText(value) : value;
  };

  const putBlock = (row: number, column: number, values: readonly (readonly Scalar[])[]): void => {
    for (const [down, line] of values.entries()) {
      for (const [right, value] of line.entries()) put(row + down, column + right, value);
    }
  };

  for (const { range, columns } of sheet.tables) putBlock(range.row, range.column, [columns]);
  for (const { row, column, values } of sheet.blocks) putBlock(row, column, values);
  for (const formula of sheet.formulas) {
    if (formula.error) errors.push(address(formula.row, formula.column));
    else putBlock(formula.row, formula.column, formula.values);
    cells.set(`${formula.row},${formula.column}`, formulaCell(formula, arrays));
  }
  applyStyles(sheet.styles, quoted, cells);
  return { rows: rows.map((row) => row ?? []), cells, errors };
}

function formulaCell(model: FormulaModel, arrays: Arrays): Partial<Cell> {
  const { row, column, formula, values, error } = model;
  const size = { rows: Math.max(1, values.length), columns: Math.max(1, values[0]?.length ?? 0) };
  const first = values[0]?.[0] ?? null;
  return {
    value: null,
    type: "formula",
    formula: storedFormula(formula),
    formulaResult: error ? fileError(error) : cachedValue(first, arrays),
    ...(arrays === "dynamic" &&
      isDynamic(model) && {
        formulaType: "array",
        formulaDynamic: true,
        formulaRef: formatRectangle(error ? { row, column, rows: 1, columns: 1 } : { row, column, ...size }),
      }),
  };
}

/** LibreOffice takes an empty cached text for none and computes: a hard space shows the same nothing. */
function cachedValue(value: Scalar, arrays: Arrays): Scalar {
  if (value === "" || value === null) return arrays === "plain" ? "\u00A0" : "";
  return typeof value === "string" ? fileText(value) : value;
}

/** Later styles lie over earlier ones, property by property; equal results share one object. */
function applyStyles(
  styles: SheetModel["styles"],
  quoted: ReadonlySet<string>,
  cells: Map<string, Partial<Cell>>,
): void {
  const merged = new Map<string, StyleModel>();
  for (const { range, style } of styles) {
    for (let row = range.row; row < range.row + range.rows; row += 1) {
      for (let column = range.column; column < range.column + range.columns; column += 1) {
        const key = `${row},${column}`;
        const below = merged.get(key);
        merged.set(
          key,
          below ? { ...below, ...style, borders: { ...below.borders, ...style.borders } } : style,
        );
      }
    }
  }
  const written = new Map<StyleModel, CellStyle>();
  const inWriterTerms = (style: StyleModel): CellStyle => {
    const known = written.get(style);
    if (known) return known;
    const made = cellStyle(style);
    written.set(style, made);
    return made;
  };
  for (const [key, style] of merged) cells.set(key, { ...cells.get(key), style: inWriterTerms(style) });
  for (const key of quoted) {
    const cell = cells.get(key);
    cells.set(key, { ...cell, style: { ...cell?.style, ...QUOTED } });
  }
}

function rowAt(rows: CellValue[][], row: number): CellValue[] {
  while (rows.length <= row) rows.push([]);
  return rows[row] as CellValue[];
}

function checkLength(sheet: string, row: number, column: number, text: string): void {
  if (text.length <= EXCEL_LIMITS.cellText) return;
  throw new FailureError(
    failure("row-text-too-long", {
      column: `${sheet}!${address(row, column)}`,
      length: text.length,
      limit: EXCEL_LIMITS.cellText,
    }),
  );
}
