import type { Members } from "./members";
import { restrictionsOf, type Scope } from "./scope";
import { rankSpan, type Selection } from "./selection";

/** The rows of a selection that lie in a scope, in the table's order. */
export function rowsIn(selection: Selection, members: Members, scope: Scope): number[] {
  if (scope.empty) return [];
  const { start, end } = rankSpan(selection, scope.range);
  const restrictions = restrictionsOf(scope).map(({ dimension, code }) => ({
    codes: members.codes(selection.table.name, dimension),
    code,
  }));
  const rows: number[] = [];
  for (let row = 0; row < selection.dayRanks.length; row++) {
    const rank = selection.dayRanks[row]!;
    if (
      rank >= start &&
      rank < end &&
      rank >= 0 &&
      restrictions.every(({ codes, code }) => codes[row] === code)
    )
      rows.push(row);
  }
  return rows;
}
