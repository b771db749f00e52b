import { ACTION_COLUMNS, type ActionCells } from "../../dashboard/sheets/actions";
import { type ActionItem, actionState, DIMENSION_IDS, KPIS, parseAxis, parsePeriod } from "../../kpi";
import { address } from "../../sales/a1";
import { type EpochDay, fromExcelSerial } from "../../sales/calendar";
import { type Failure, failed, failure, type Result, success } from "../../sales/failure";
import type { Rectangle } from "../../sales/rectangle";
import { type Places, placesOf } from "./columns";

/** A row of the sheet that is no action, with the cell that is wrong. */
export interface ActionProblem {
  /** `Plan d'action!H7` */
  readonly address: string;
  /** `action-invalid` {row}. */
  readonly failure: Failure;
  /** What is wrong about the cell, in its own words. */
  readonly cause: Failure;
}

/** One row of the sheet, wrong ones included. */
export interface ActionRow {
  /** As it stands in the sheet. */
  readonly cells: ActionCells;
  /** Its row in the sheet, from 0. */
  readonly row: number;
  readonly action: ActionItem | undefined;
}

export interface ActionReading {
  readonly rows: readonly ActionRow[];
  readonly problems: readonly ActionProblem[];
  /** Where the columns stand in the area; undefined where the headings are gone. */
  readonly places: Places | undefined;
  /** What was read, and the sheet's row of its headings, from 0. */
  readonly area: Rectangle;
  readonly headingRow: number;
}

/** The cells of the actions' table, or of the sheet that holds them; `row` and `column` are its first cell's. */
export interface ActionArea {
  readonly sheetName: string;
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly unknown[])[];
}

const FIELDS = ACTION_COLUMNS.flatMap(({ field }) => (field === "signal" ? [] : [field]));

/** Cells, headings first (rows above them are passed over) → actions and problems. Empty rows do not count. */
export function parseActions({ sheetName, row, column, values }: ActionArea): ActionReading {
  const area = { row, column, rows: values.length, columns: values[0]?.length ?? 0 };
  const headingRow = values.findIndex((cells) => placesOf(cells));
  const at = (line: number, place: number) => `${sheetName}!${address(row + line, column + place)}`;
  if (headingRow < 0) {
    const columns = ACTION_COLUMNS.map(({ caption }) => caption.fr);
    const cause = failure("file-missing-columns", { columns });
    const problem = { address: at(0, 0), failure: failure("action-invalid"), cause };
    return { rows: [], problems: [problem], places: undefined, area, headingRow: row };
  }
  const places = placesOf(values[headingRow]!)!;
  const rows: ActionRow[] = [];
  const problems: ActionProblem[] = [];
  const ids = new Set<string>();
  for (const [line, found] of values.entries()) {
    if (line <= headingRow) continue;
    const cells = cellsOf(found, places);
    if (Object.keys(cells).length === 0) continue;
    const wrong = firstWrong(cells, ids);
    if (wrong)
      problems.push({
        address: at(line, places[wrong.field] ?? 0),
        failure: failure("action-invalid", { row: row + line + 1 }),
        cause: wrong.cause,
      });
    ids.add(text(cells.id));
    rows.push({ cells, row: row + line, action: wrong ? undefined : actionOf(cells) });
  }
  return { rows, problems, places, area, headingRow: row + headingRow };
}

/** What a row holds; empty cells are left out. */
function cellsOf(found: readonly unknown[], places: Places): ActionCells {
  const entries = FIELDS.map((field) => [field, found[places[field] ?? -1] ?? ""] as const);
  return Object.fromEntries(
    entries
      .map(([field, value]) => [field, typeof value === "number" ? value : String(value)] as const)
      .filter(([, value]) => value !== ""),
  );
}

const text = (cell: string | number | undefined): string => String(cell ?? "").trim();

/** Whether a date's syntax is right does not depend on the day. */
const ANY_DAY = { dataDate: 0, fiscalFirstMonth: 1 };

/** A date cell, or a date typed as text; null where empty. */
function dayOf(cell: string | number | undefined, column: string): Result<EpochDay | null> {
  if (text(cell) === "") return success(null);
  if (typeof cell === "number" && cell >= 1) return success(fromExcelSerial(cell));
  const read = typeof cell === "string" ? parsePeriod(cell, ANY_DAY) : undefined;
  if (read?.ok && read.value.from !== undefined && read.value.from === read.value.to)
    return success(read.value.from);
  return failed("row-bad-date", { value: text(cell), column });
}

const captionOf = (field: keyof ActionItem): string =>
  ACTION_COLUMNS.find((column) => column.field === field)?.caption.fr ?? field;

/** One check a field, in the order in which a person reads the row. An action typed by hand needs no number. */
const CHECKS: readonly (readonly [
  keyof ActionItem,
  (cells: ActionCells, ids: ReadonlySet<string>) => Result<unknown>,
])[] = [
  ["id", ({ id }, ids) => (id && ids.has(text(id)) ? failed("row-duplicate-id", { value: text(id) }) : OK)],
  ["kpi", ({ kpi }) => (kpi === undefined ? OK : KPIS.find(text(kpi)))],
  ["axis", ({ axis }) => (axis === undefined ? OK : parseAxis(text(axis), DIMENSION_IDS))],
  ["due", ({ due }) => dayOf(due, captionOf("due"))],
  ["state", checkState],
  ["createdOn", ({ createdOn }) => dayOf(createdOn, captionOf("createdOn"))],
];
const OK = success(undefined);

function checkState({ state }: ActionCells): Result<unknown> {
  return state === undefined || actionState(text(state))
    ? OK
    : failed("row-bad-choice", { value: text(state), column: captionOf("state") });
}

function firstWrong(
  cells: ActionCells,
  ids: ReadonlySet<string>,
): { readonly field: keyof ActionItem; readonly cause: Failure } | undefined {
  for (const [field, check] of CHECKS) {
    const outcome = check(cells, ids);
    if (!outcome.ok) return { field, cause: outcome.failure };
  }
  return undefined;
}

/** A row without a state is still to be done. */
function actionOf(cells: ActionCells): ActionItem {
  const day = (field: "due" | "createdOn"): EpochDay | null => {
    const read = dayOf(cells[field], field);
    return read.ok ? read.value : null;
  };
  const kpi = KPIS.find(text(cells.kpi));
  return {
    id: text(cells.id),
    kpi: kpi.ok ? kpi.value.id : "",
    axis: text(cells.axis),
    member: text(cells.member),
    alert: text(cells.alert),
    decision: text(cells.decision),
    owner: text(cells.owner),
    due: day("due"),
    state: actionState(text(cells.state)) ?? "todo",
    createdOn: day("createdOn"),
    note: text(cells.note),
  };
}
