import { asksTheAddIn, storedFormula, takesRanges, typedFormula } from "../formula";
import { readReference, sheetReference } from "../sales/a1";
import type { Rectangle } from "../sales/rectangle";
import { EMPTY_SHEET, type FormulaModel, type SheetModel, type WorkbookModel } from "./model";

/**
 * The very hidden sheet of a file whose formulas are plain: which of them Excel has to take once more so that they
 * spill. One a row: at the left a formula over the cells it fills, `ROWS('Ventes'!$B$3:$D$9)`, because every
 * spreadsheet keeps that right when rows are inserted or a sheet is renamed; at the right the formula itself, as text.
 */
export const SPILLS_SHEET = "vigie.spills";

/** A formula and the cells it fills, its own first. */
export interface Spill {
  readonly sheet: string;
  readonly range: Rectangle;
  /** As typed, without `=`. */
  readonly formula: string;
}

/**
 * True when Excel must hold a formula as a dynamic array: the formula fills several cells, or computes with answers of
 * any size or with ranges. Otherwise Excel puts an `@` before it when the file opens, and it answers one cell for ever.
 */
export const isDynamic = ({ formula, values }: FormulaModel): boolean =>
  values.length > 1 ||
  (values[0]?.length ?? 0) > 1 ||
  asksTheAddIn(storedFormula(formula)) ||
  takesRanges(formula);

/** The list of all dynamic formulas of a workbook; undefined when it has none. */
export function spillsSheet(sheets: readonly SheetModel[]): SheetModel | undefined {
  const spills = sheets.flatMap(({ name, formulas }) =>
    formulas.filter(isDynamic).map(({ row, column, formula, values }): Spill => {
      const size = { rows: Math.max(1, values.length), columns: Math.max(1, values[0]?.length ?? 0) };
      return { sheet: name, range: { row, column, ...size }, formula };
    }),
  );
  if (spills.length === 0) return undefined;
  return {
    ...EMPTY_SHEET,
    name: SPILLS_SHEET,
    visibility: "veryHidden",
    blocks: [{ row: 0, column: 1, values: spills.map(({ formula }) => [formula]) }],
    formulas: spills.map(({ sheet, range }, row) => ({
      row,
      column: 0,
      formula: `ROWS(${sheetReference(sheet, range)})`,
      values: [[range.rows]],
    })),
  };
}

/** Reads a row of the list; undefined when its cells are gone or are not ours. */
export function readSpill(place: unknown, formula: unknown): Spill | undefined {
  if (typeof place !== "string" || typeof formula !== "string" || formula === "") return undefined;
  const reference = /^=?ROWS\((.*)\)$/i.exec(place)?.[1];
  const found = reference === undefined ? undefined : readReference(reference);
  return found && { ...found, formula };
}

/**
 * A workbook read from a file as it was before it was written: without the list, and without the values that its
 * formulas will spill again. A cell that no longer holds the listed formula keeps its neighbours.
 */
export function withoutSpills(model: WorkbookModel): WorkbookModel {
  const list = model.sheets.find(({ name }) => name === SPILLS_SHEET);
  if (!list) return model;
  const spills = list.formulas.flatMap(
    ({ row, column, formula }) => readSpill(column === 0 && formula, valueAt(list, row, 1)) ?? [],
  );
  const kept = model.sheets.filter((sheet) => sheet !== list);
  const front = model.sheets[model.activeSheet];
  return {
    ...model,
    activeSheet: Math.max(0, front ? kept.indexOf(front) : 0),
    sheets: kept.map((sheet) =>
      emptied(
        sheet,
        spills.filter((spill) => isThere(spill, sheet)),
      ),
    ),
  };
}

const isThere = ({ sheet: name, range, formula }: Spill, sheet: SheetModel): boolean =>
  name === sheet.name &&
  sheet.formulas.some(
    (found) =>
      found.row === range.row && found.column === range.column && sameFormula(found.formula, formula),
  );

function emptied(sheet: SheetModel, spills: readonly Spill[]): SheetModel {
  const spilled = new Set(
    spills.flatMap(({ range }) =>
      Array.from({ length: range.rows * range.columns }, (_, index) => {
        const row = range.row + Math.floor(index / range.columns);
        return `${row},${range.column + (index % range.columns)}`;
      }),
    ),
  );
  return {
    ...sheet,
    blocks: sheet.blocks.map(({ row, column, values }) => ({
      row,
      column,
      values: values.map((line, down) =>
        line.map((value, across) => (spilled.has(`${row + down},${column + across}`) ? null : value)),
      ),
    })),
  };
}

const valueAt = ({ blocks }: SheetModel, row: number, column: number) =>
  blocks
    .map((block) => block.values[row - block.row]?.[column - block.column])
    .find((value) => value !== undefined && value !== null);

/** Text literals and what stands in square brackets, where `@` means a row, are passed over. */
const AT_SIGNS = /("(?:[^"]|"")*"|\[[^\]]*\])|@/g;
/** Cells and their sheets, which a spreadsheet changes when they move; spaces. */
const MOVABLE =
  /("(?:[^"]|"")*")|(?:'(?:[^']|'')*'|[\p{L}_][\p{L}\p{N}_.]*)!|(?<![\p{L}\p{N}_.$])\$?[A-Z]{1,3}\$?\d+(?![\p{L}\p{N}_.(])|\s/giu;

/** A formula as Excel shows it, without the `@` that it put there: entered again, it spills. */
export const spilling = (formula: string): string => typedFormula(formula.replace(AT_SIGNS, "$1"));

/** True when two formulas differ only in spelling and in the places of their cells. */
export const sameFormula = (one: string, other: string): boolean => shape(one) === shape(other);

const shape = (formula: string): string =>
  spilling(formula).replace(/^=/, "").replace(MOVABLE, "$1").toUpperCase();
