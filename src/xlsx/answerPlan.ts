import type { PlannedCell, SheetPlan } from "../dashboard/plan";
import { answerNode, whole } from "./formula/answer";
import { CellError, ERRORS } from "./formula/functions";
import { readFormula } from "./formula/read";
import type { Scalar } from "./model";

/** A formula's answer: a block of values (one cell is 1 × 1), or a cell error such as `#N/A`. */
export type FormulaAnswer = { readonly values: readonly (readonly Scalar[])[] } | { readonly error: string };

/** Answers a call of a `KPI.` function: `=KPI.CA("region","2024",,"region","Toutes")`, names already filled in. */
export type Ask = (formula: string) => Promise<FormulaAnswer>;

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

/**
 * Answers every formula of a plan without a spreadsheet. `ask` answers the `KPI.` calls, each asked once; what a
 * dashboard puts around them is worked out here (see `formula/functions.ts`). Any other formula answers `#NAME?`,
 * and one that needs its own answer `#REF!`.
 */
export async function answerPlan(
  plan: SheetPlan,
  inputs: ReadonlyMap<string, Scalar>,
  ask: Ask,
): Promise<PlanAnswers> {
  const answering = new PlanAnswering(plan, inputs, ask);
  const answers = new Map<string, FormulaAnswer>();
  // One after the other: a formula that refers to another waits for it, and never for itself.
  for (const cell of plan.cells.filter(isFormula))
    answers.set(`${cell.row},${cell.column}`, await answering.answer(cell));
  return answers;
}

type FormulaCell = PlannedCell & { readonly content: Extract<PlannedCell["content"], { kind: "formula" }> };

const isFormula = (cell: PlannedCell): cell is FormulaCell => cell.content.kind === "formula";

class PlanAnswering {
  private readonly answers = new Map<FormulaCell, FormulaAnswer>();
  private readonly asked = new Map<string, Promise<FormulaAnswer>>();
  private readonly waiting = new Set<FormulaCell>();
  private readonly byPlace = new Map<string, PlannedCell>();

  constructor(
    plan: SheetPlan,
    private readonly inputs: ReadonlyMap<string, Scalar>,
    private readonly ask: Ask,
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

  async answer(cell: FormulaCell): Promise<FormulaAnswer> {
    const known = this.answers.get(cell);
    if (known) return known;
    if (this.waiting.has(cell)) return { error: ERRORS.reference };
    this.waiting.add(cell);
    const answer = await this.worked(cell.content.formula);
    this.waiting.delete(cell);
    this.answers.set(cell, answer);
    return answer;
  }

  private async worked(formula: string): Promise<FormulaAnswer> {
    const node = readFormula(formula);
    if (!node) return { error: ERRORS.name };
    try {
      return {
        values: whole(
          await answerNode(node, {
            ask: (question) => this.asking(question),
            name: (name) => this.inputs.get(name),
            cell: (row, column) => this.valueAt(row, column),
          }),
        ),
      };
    } catch (error) {
      if (error instanceof CellError) return { error: error.message };
      throw error;
    }
  }

  private async asking(question: string): Promise<FormulaValues> {
    const asked = this.asked.get(question) ?? this.ask(question);
    this.asked.set(question, asked);
    return valuesOf(await asked);
  }

  private async valueAt(row: number, column: number): Promise<Scalar> {
    const cell = this.byPlace.get(`${row},${column}`);
    if (cell?.content.kind === "text") return cell.content.text;
    if (cell?.content.kind === "number") return cell.content.value;
    if (!cell || !isFormula(cell)) return null;
    const values = valuesOf(await this.answer(cell));
    return values[row - cell.row]?.[column - cell.column] ?? null;
  }
}

type FormulaValues = readonly (readonly Scalar[])[];

function valuesOf(answer: FormulaAnswer): FormulaValues {
  if ("error" in answer) throw new CellError(answer.error);
  return answer.values;
}
