import type { CellStyle, SheetPlan } from "../dashboard";
import type { Scalar } from "../formula";
import type { Language } from "../sales/text";
import type { PlanAnswers } from "../xlsx";
import { painted } from "./paint";
import type { ShownCell, ShownSheet } from "./shownCell";

const EMPTY: ShownCell = { value: null };

/** A plan with its formulas' answers in place, coloured as its rules say. Excel's spill, done once and for all. */
export function shownSheet(plan: SheetPlan, answers: PlanAnswers, language: Language): ShownSheet {
  const board = new Board(plan);
  for (const { row, column, content } of plan.cells) {
    if (content.kind === "text") board.put(row, column, content.text);
    if (content.kind === "number") board.put(row, column, content.value);
    if (content.kind !== "formula") continue;
    const answer = answers.get(`${row},${column}`) ?? { error: "#N/A" };
    if ("error" in answer) board.put(row, column, answer.error);
    else board.spill(row, column, answer.values, language);
  }
  return { plan, cells: painted(plan, board.cells()) };
}

const NOTE: Readonly<Record<Language, (count: number) => string>> = {
  fr: (count) => (count === 1 ? "… et 1 autre ligne" : `… et ${count} autres lignes`),
  en: (count) => (count === 1 ? "… and 1 more row" : `… and ${count} more rows`),
};

class Board {
  private readonly values = new Map<string, Scalar>();
  private readonly styles = new Map<string, CellStyle>();
  private readonly taken = new Set<string>();
  private rows: number;
  private columns: number;

  constructor({ cells, print }: SheetPlan) {
    this.rows = print.area.row + print.area.rows;
    this.columns = print.area.column + print.area.columns;
    for (const { row, column, content, style } of cells) {
      if (style) this.styles.set(`${row},${column}`, style);
      if (content.kind !== "empty") this.taken.add(`${row},${column}`);
      this.grow(row, column);
    }
  }

  put(row: number, column: number, value: Scalar): void {
    this.values.set(`${row},${column}`, value);
    this.grow(row, column);
  }

  /** Rows that would run into another cell of the plan are counted in the last that fits. */
  spill(row: number, column: number, values: readonly (readonly Scalar[])[], language: Language): void {
    const blocked = values.findIndex(
      (line, down) => down > 0 && line.some((_, right) => this.taken.has(`${row + down},${column + right}`)),
    );
    const fitting = blocked < 0 ? values.length : blocked;
    for (const [down, line] of values.slice(0, fitting).entries())
      for (const [right, value] of line.entries()) this.put(row + down, column + right, value);
    if (fitting === values.length) return;
    const width = values[fitting - 1]?.length ?? 1;
    for (let right = 0; right < width; right++) this.put(row + fitting - 1, column + right, null);
    this.put(row + fitting - 1, column, NOTE[language](values.length - fitting + 1));
  }

  cells(): ShownCell[][] {
    return Array.from({ length: this.rows }, (_row, row) =>
      Array.from({ length: this.columns }, (_column, column) => {
        const key = `${row},${column}`;
        const style = this.styles.get(key);
        const value = this.values.get(key) ?? null;
        return value === null && !style ? EMPTY : { value, ...(style && { style }) };
      }),
    );
  }

  private grow(row: number, column: number): void {
    this.rows = Math.max(this.rows, row + 1);
    this.columns = Math.max(this.columns, column + 1);
  }
}
