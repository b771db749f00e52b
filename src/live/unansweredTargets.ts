import { type CellProblem, TARGETS } from "../kept";
import type { KpiEngine } from "../kpi";
import { failure } from "../sales/failure";
import type { TargetReading } from "./readings";

/** The targets of the sheet that answer nothing, each with its row and the reason: a member who left, a name mistyped. */
export const unansweredTargets = (
  { rows, sheetName = TARGETS.title.fr }: Pick<TargetReading, "rows" | "sheetName">,
  refused: KpiEngine["refusedTargets"],
): readonly CellProblem[] =>
  refused.map(({ index, failure: cause }) => {
    const row = rows[index]!;
    return {
      address: `${sheetName}!A${row}`,
      failure: failure(TARGETS.invalid, { row }),
      cause,
    };
  });
