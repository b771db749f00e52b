import { type CellStyle, holdsTier, type SheetPlan, TOTAL_FILL } from "../dashboard";
import { type Cell, evaluate, type FormulaNode, type Need, parseFormula, single } from "../formula";
import { TIER_FACES } from "../kpi";
import { address } from "../sales/a1";
import type { Rectangle } from "../sales/rectangle";
import type { ShownCell } from "./shownCell";

/** A rule of the plan: where, when, and how a cell then looks. */
interface Rule {
  readonly range: Rectangle;
  readonly formula: string;
  readonly look: CellStyle;
}

type Cells = readonly (readonly ShownCell[])[];

/**
 * The cells with the colours that the plan's conditional rules give their present values. Written as they are, for
 * Google would read a rule's commas by the locale of the spreadsheet. Of two rules the first wins, as in Excel.
 */
export function painted({ conditionalFormats, emphases = [] }: SheetPlan, cells: Cells): Cells {
  const rules: readonly Rule[] = [
    ...conditionalFormats.map(({ range, tier, formula }) => ({
      range,
      formula: formula ?? holdsTier(address(range.row, range.column), tier),
      look: { fill: TIER_FACES[tier].fill, color: TIER_FACES[tier].ink },
    })),
    ...emphases.map(({ range, formula }) => ({ range, formula, look: { fill: TOTAL_FILL, bold: true } })),
  ];
  const result = cells.map((line) => [...line]);
  for (const rule of [...rules].reverse()) paint(rule, cells, result);
  return result;
}

function paint({ range, formula, look }: Rule, cells: Cells, into: ShownCell[][]): void {
  const parsed = parseFormula(formula);
  if (!parsed.ok) return;
  for (let down = 0; down < range.rows; down++)
    for (let right = 0; right < range.columns; right++) {
      const line = into[range.row + down];
      const cell = line?.[range.column + right];
      if (!line || !cell || !holds(parsed.value, cells, down, right)) continue;
      line[range.column + right] = { ...cell, style: { ...cell.style, ...look } };
    }
}

/** True where the rule's formula holds so many rows and columns from its first cell. */
function holds(formula: FormulaNode, cells: Cells, down: number, right: number): boolean {
  const answer = evaluate(formula, (need) => read(need, cells, down, right));
  return answer?.[0]?.[0] === true;
}

/** Cells fixed with `$` stay where they are, others move along. */
function read(need: Need, cells: Cells, down: number, right: number) {
  if (need.kind !== "cells") return single(null);
  const { range, text } = need;
  const row = range.row + (/\$\d/.test(text) ? 0 : down);
  const column = range.column + (/^\$?'?.*\$[A-Z]+\$?\d/i.test(text) ? 0 : right);
  const at = (line: number, place: number): Cell => cells[line]?.[place]?.value ?? null;
  return Array.from({ length: range.rows }, (_row, below) =>
    Array.from({ length: range.columns }, (_column, beside) => at(row + below, column + beside)),
  );
}
