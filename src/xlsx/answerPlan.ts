import { address } from "../dashboard/address";
import type { PlannedCell, SheetPlan } from "../dashboard/plan";
import type { Scalar } from "./model";

/** What a formula answers: a block of values (one cell is 1 × 1), or a cell error such as `#N/A`. */
export type FormulaAnswer = { readonly values: readonly (readonly Scalar[])[] } | { readonly error: string };

/** Answers a call of a `KPI.` function: `=KPI.CA("region","2024",,"region","Toutes")`, names already filled in. */
export type Ask = (formula: string) => Promise<FormulaAnswer>;

/** Answers by `row,column`. */
export type PlanAnswers = ReadonlyMap<string, FormulaAnswer>;

/** The texts of the named input cells, which formulas of every sheet may use. */
export function inputTexts(plans: readonly SheetPlan[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const { names, cells } of plans) {
    for (const { name, range } of names) {
      const cell = cells.find(
        ({ row, column, input }) => input && row === range.row && column === range.column,
      );
      if (cell?.content.kind === "text") texts.set(name, cell.content.text);
    }
  }
  return texts;
}

/**
 * Answers every formula of a plan without a spreadsheet. `ask` answers the `KPI.` calls; what a dashboard puts
 * around them (a column of the answer, the tier's sign, a reference to a total) is worked out here. Any other
 * formula answers `#NAME?`.
 */
export async function answerPlan(
  plan: SheetPlan,
  inputs: ReadonlyMap<string, string>,
  ask: Ask,
): Promise<PlanAnswers> {
  const formulas = plan.cells.filter(isFormula);
  const asked = await Promise.all(
    formulas.map(
      async (cell) => [cell, await unwrap(named(cell.content.formula.slice(1), inputs), ask)] as const,
    ),
  );
  const answers = new Map<string, FormulaAnswer>();
  for (const [cell, answer] of asked) if (answer) answers.set(`${cell.row},${cell.column}`, answer);
  const byAddress = new Map(formulas.map((cell) => [address(cell.row, cell.column), cell]));
  for (const [cell, answer] of asked) {
    if (!answer) answers.set(`${cell.row},${cell.column}`, shown(cell.content.formula, byAddress, answers));
  }
  return answers;
}

type FormulaCell = PlannedCell & { readonly content: Extract<PlannedCell["content"], { kind: "formula" }> };

const isFormula = (cell: PlannedCell): cell is FormulaCell => cell.content.kind === "formula";

const named = (formula: string, inputs: ReadonlyMap<string, string>): string =>
  formula.replace(/"(?:[^"]|"")*"|\b\w+\b/g, (token) => {
    const text = inputs.get(token);
    return text === undefined ? token : `"${text.replaceAll('"', '""')}"`;
  });

const CALL = /^KPI\.[\w.]+\(.*\)$/s;
const COLUMN = /^INDEX\((.*),,(\d+)\)$/s;
const REPLACED = /^SUBSTITUTE\((.*),"((?:[^"]|"")*)","((?:[^"]|"")*)"\)$/s;

/** The answer of a call and its wrappers; undefined when it is neither. */
async function unwrap(formula: string, ask: Ask): Promise<FormulaAnswer | undefined> {
  const replaced = REPLACED.exec(formula);
  if (replaced) {
    const [, inner = "", from = "", to = ""] = replaced;
    return mapped(await unwrap(inner, ask), (row) =>
      row.map((value) => (typeof value === "string" ? value.replaceAll(from, to) : value)),
    );
  }
  const column = COLUMN.exec(formula);
  if (column) {
    const [, inner = "", place = ""] = column;
    return mapped(await unwrap(inner, ask), (row) => [row[Number(place) - 1] ?? null]);
  }
  return CALL.test(formula) ? ask(`=${formula}`) : undefined;
}

const mapped = (
  answer: FormulaAnswer | undefined,
  change: (row: readonly Scalar[]) => readonly Scalar[],
): FormulaAnswer | undefined =>
  answer === undefined || "error" in answer ? answer : { values: answer.values.map(change) };

const SHOWN = /^=IF\(([A-Z]+\d+)="","([^"]*)",\1\)$/;

/** A card: the total it refers to, or its dash where that is empty. */
function shown(
  formula: string,
  byAddress: ReadonlyMap<string, PlannedCell>,
  answers: PlanAnswers,
): FormulaAnswer {
  const [, reference = "", nothing = ""] = SHOWN.exec(formula) ?? [];
  const cell = byAddress.get(reference);
  const answer = cell && answers.get(`${cell.row},${cell.column}`);
  if (!answer) return { error: "#NAME?" };
  if ("error" in answer) return answer;
  const value = answer.values[0]?.[0] ?? null;
  return { values: [[value === null || value === "" ? nothing : value]] };
}
