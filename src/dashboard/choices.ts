import type { Rectangle } from "../sales/rectangle";
import type { CellContent, PlannedCell, SheetPlan } from "./plan";

/** A person's choices in the named input cells: `{Vigie_Periode: "2024-T1"}`; a number where Excel read a date. */
export type Chosen = Readonly<Record<string, string | number>>;

/**
 * Sets a plan's input cells to a person's choices. A choice that the plan's strict lists do not offer, such as a region
 * outside a copy's scope, is dropped: the plan's proposal stays.
 */
export function withChoices(plan: SheetPlan, chosen: Chosen): SheetPlan {
  const contents = new Map(
    plan.names.flatMap(({ name, range }) => {
      const choice = chosen[name];
      return choice === undefined || choice === "" || !isOffered(plan, range, String(choice))
        ? []
        : [[`${range.row},${range.column}`, contentOf(choice)] as const];
    }),
  );
  if (contents.size === 0) return plan;
  return { ...plan, cells: plan.cells.map((cell) => withContent(cell, contents)) };
}

const withContent = (cell: PlannedCell, contents: ReadonlyMap<string, CellContent>): PlannedCell => {
  const content = cell.input && contents.get(`${cell.row},${cell.column}`);
  return content ? { ...cell, content } : cell;
};

const contentOf = (choice: string | number): CellContent =>
  typeof choice === "number" ? { kind: "number", value: choice } : { kind: "text", text: choice };

const isOffered = ({ validations }: SheetPlan, { row, column }: Rectangle, choice: string): boolean => {
  const rule = validations.find(({ range }) => range.row === row && range.column === column);
  return !rule?.strict || rule.list.includes(choice);
};
