import { type Failure, failure } from "../../sales/failure";
import type { KpiRegistry } from "../registry";
import { KPIS } from "../registry";
import type { RegisterEntry } from "./entry";
import { type RegisterField, type RegisterRow, readEntry, readKpi } from "./readEntry";

/** A problem of the register, with the place of its row in the list given. */
export interface RowProblem {
  readonly row: number;
  readonly field: RegisterField;
  readonly cause: Failure;
}

export interface RegisterOfRows {
  /** What is in force, in the rows' order. */
  readonly entries: readonly RegisterEntry[];
  /** By KPI id: the place of its row in the list given. */
  readonly rowOf: ReadonlyMap<string, number>;
  readonly problems: readonly RowProblem[];
}

/**
 * The rows of a register → what is in force. A row with something wrong keeps what `lastGood` has of its KPI; a KPI
 * named twice counts where it first stands; a row without KPI or with an unknown one counts for nothing.
 */
export function readRegisterRows(
  rows: readonly RegisterRow[],
  lastGood: readonly RegisterEntry[],
  registry: KpiRegistry = KPIS,
): RegisterOfRows {
  const good = new Map(lastGood.map((entry) => [entry.kpi, entry]));
  const entries: RegisterEntry[] = [];
  const rowOf = new Map<string, number>();
  const problems: RowProblem[] = [];
  for (const [row, cells] of rows.entries()) {
    if (Object.values(cells).every((cell) => String(cell ?? "").trim() === "")) continue;
    const kpi = readKpi(cells.kpi, registry);
    if (!kpi.ok) {
      problems.push({ row, field: "kpi", cause: kpi.failure });
      continue;
    }
    const { id } = kpi.value;
    if (rowOf.has(id)) {
      problems.push({ row, field: "kpi", cause: failure("register-twice", { kpi: id }) });
      continue;
    }
    rowOf.set(id, row);
    const read = readEntry(kpi.value, cells);
    problems.push(...read.problems.map((problem) => ({ row, ...problem })));
    const entry = read.entry ?? good.get(id);
    if (entry) entries.push(entry);
  }
  return { entries, rowOf, problems };
}
