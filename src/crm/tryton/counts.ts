import type { TableName } from "../../sales/schema";
import type { CrmAggregate, LoadEstimate } from "../reconciliation";
import type { Part } from "./part";
import type { Questions } from "./questions";

/** Requests for the records that a page's rows refer to, beside the page itself. */
const LOOK_UPS = 3;

interface Counted {
  readonly table: TableName;
  readonly part: Part;
}

/**
 * Tryton's own counts of what fills each table. It cannot add up amounts for others: there is nothing to compare
 * sums with.
 */
export async function countRows(
  contents: readonly Counted[],
  ask: (table: TableName) => Questions,
): Promise<readonly CrmAggregate[]> {
  const rows = new Map<TableName, number>();
  for (const { table, part } of contents) {
    const questions = ask(table);
    const found = await questions.count(part.model, part.domain(questions.company));
    const added = part.extra ? await part.extra(questions) : [];
    rows.set(table, (rows.get(table) ?? 0) + found + added.length);
  }
  return [...rows].map(([table, value]) => ({ table, measure: "rows", value }));
}

/** What reading all of it takes, at so many records a page. */
export async function estimateLoad(
  contents: readonly Counted[],
  ask: (table: TableName) => Questions,
  pageSize: number,
): Promise<LoadEstimate> {
  let [rows, calls] = [0, 0];
  for (const { table, part } of contents) {
    const questions = ask(table);
    const found = await questions.count(part.model, part.domain(questions.company));
    rows += found;
    // A full last page is followed by an empty one; each part is counted once more at its end.
    calls += (Math.floor(found / pageSize) + 1) * (1 + LOOK_UPS) + 2;
  }
  return { rows, calls };
}
