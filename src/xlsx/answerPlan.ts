import type { PlannedCell, SheetPlan } from "../dashboard";
import {
  type Answerer,
  type Answers,
  type Cell,
  errorCode,
  evaluate,
  fault,
  type Matrix,
  type Need,
  parseFormula,
  type Scalar,
  settle,
  single,
  whole,
} from "../formula";
import type { Rectangle } from "../sales/rectangle";

/** A formula's answer: a block of values (one cell is 1 × 1), or a cell error such as `#N/A`. */
export type FormulaAnswer = { readonly values: readonly (readonly Scalar[])[] } | { readonly error: string };

/** Answers by `row,column`. */
export type PlanAnswers = ReadonlyMap<string, FormulaAnswer>;

/** The contents of the named input cells, for the formulas of every sheet. */
export function inputValues(plans: readonly SheetPlan[]): ReadonlyMap<string, Scalar> {
  const values = new Map<string, Scalar>();
  for (const { names, cells } of plans) {
    for (const { name, range } of names) {
      const cell = cells.find(
        ({ row, column, input }) => input && row === range.row && column === range.column,
      );
      if (cell?.content.kind === "text") values.set(name, cell.content.text);
      if (cell?.content.kind === "number") values.set(name, cell.content.value);
    }
  }
  return values;
}

/** Answers every formula of a plan without a spreadsheet; `answerer` gets the `KPI.` calls of a round together. */
export const answerPlan = (
  plan: SheetPlan,
  inputs: ReadonlyMap<string, Scalar>,
  answerer: Answerer,
): Promise<PlanAnswers> => settle((answers) => planAnswers(plan, inputs, answers), answerer);

/**
 * The answers of a plan's formulas; undefined while an answer of a `KPI.` call is missing. What cannot be read
 * answers `#NAME?`, a formula that needs its own answer `#REF!`.
 */
function planAnswers(
  plan: SheetPlan,
  inputs: ReadonlyMap<string, Scalar>,
  answers: Answers,
): PlanAnswers | undefined {
  const round = new Round(plan, inputs, answers);
  const found = plan.cells.filter(isFormula).map((cell) => [cell, round.answer(cell)] as const);
  const all = new Map<string, FormulaAnswer>();
  for (const [{ row, column }, block] of found) {
    if (!block) return undefined;
    const values = whole(block);
    all.set(`${row},${column}`, values.ok ? { values: values.value } : { error: errorCode(values.failure) });
  }
  return all;
}

type FormulaCell = PlannedCell & { readonly content: Extract<PlannedCell["content"], { kind: "formula" }> };

const isFormula = (cell: PlannedCell): cell is FormulaCell => cell.content.kind === "formula";

/** One pass over a plan's formulas with the answers known so far. */
class Round {
  private readonly blocks = new Map<FormulaCell, Matrix | undefined>();
  private readonly underWay = new Set<FormulaCell>();
  private readonly byPlace = new Map<string, PlannedCell>();

  constructor(
    plan: SheetPlan,
    private readonly inputs: ReadonlyMap<string, Scalar>,
    private readonly outside: Answers,
  ) {
    for (const cell of plan.cells) this.byPlace.set(`${cell.row},${cell.column}`, cell);
    // What a formula may spill over belongs to it, empty cells planned there included.
    for (const cell of plan.cells.filter(isFormula)) {
      const { rows, columns } = cell.content.spill ?? { rows: 1, columns: 1 };
      for (let row = 0; row < rows; row += 1)
        for (let column = 0; column < columns; column += 1)
          this.byPlace.set(`${cell.row + row},${cell.column + column}`, cell);
    }
  }

  /** A formula's block; undefined while an answer is missing. */
  answer(cell: FormulaCell): Matrix | undefined {
    if (this.blocks.has(cell)) return this.blocks.get(cell);
    if (this.underWay.has(cell)) return single(fault("reference-invalid"));
    const formula = parseFormula(cell.content.formula);
    if (!formula.ok) return single(fault("function-unknown", { function: cell.content.formula }));
    this.underWay.add(cell);
    const block = evaluate(formula.value, (need) => this.need(need));
    this.underWay.delete(cell);
    this.blocks.set(cell, block);
    return block;
  }

  private need(need: Need): Matrix | undefined {
    switch (need.kind) {
      case "call":
        return this.outside(need);
      case "name": {
        const value = this.inputs.get(need.name);
        return single(value === undefined ? fault("function-unknown", { function: need.name }) : value);
      }
      case "cells":
        return need.sheet === undefined && !need.isSpill
          ? this.cells(need.range)
          : single(fault("reference-invalid", { reference: need.text }));
    }
  }

  private cells({ row, column, rows, columns }: Rectangle): Matrix | undefined {
    const block = Array.from({ length: rows }, (_row, down) =>
      Array.from({ length: columns }, (_column, right) => this.cellAt(row + down, column + right)),
    );
    return block.every((line): line is Cell[] => line.every((cell) => cell !== undefined))
      ? (block as Matrix)
      : undefined;
  }

  private cellAt(row: number, column: number): Cell | undefined {
    const cell = this.byPlace.get(`${row},${column}`);
    if (cell?.content.kind === "text") return cell.content.text;
    if (cell?.content.kind === "number") return cell.content.value;
    if (!cell || !isFormula(cell)) return null;
    const block = this.answer(cell);
    return block && (block[row - cell.row]?.[column - cell.column] ?? null);
  }
}
