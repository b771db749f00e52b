import type { PlannedCell, SheetPlan } from "../../dashboard";
import { Checksum } from "../../sales/checksum";
import { holdsCell } from "../../sales/rectangle";
import type { Session } from "../office/session";
import type { StoredDashboard } from "../store/meta";
import { askSnapshot, type Snapshot } from "../store/snapshot";
import type { Choice } from "./contents";
import { cellKey } from "./rectangles";

/** One of the plan's names as the workbook has it. */
export interface FoundName {
  readonly exists: boolean;
  /** The cell that it points to; absent when it points to no cell. */
  readonly at?: { readonly sheetId: string; readonly row: number; readonly value: unknown };
}

/** A dashboard as the workbook has it, if it has it. */
export interface FoundDashboard {
  readonly plan: SheetPlan;
  readonly record: StoredDashboard | undefined;
  readonly sheetId: string | undefined;
  readonly currentName: string | undefined;
  readonly names: ReadonlyMap<string, FoundName>;
}

export const ANCHOR = "Vigie_Feuille_";

/** The plan's own names, and the one by which its sheet is found again. */
export const namesOf = (plan: SheetPlan): SheetPlan["names"] => [...plan.names, dashboardAnchor(plan)];

/** A hidden name on the sheet's first cell, different for each plan: a sheet with it is Vigie's. */
export function dashboardAnchor({ name }: SheetPlan): SheetPlan["names"][number] {
  const checksum = new Checksum(1);
  checksum.add(0, name);
  return { name: `${ANCHOR}${checksum.digest()}`, range: { row: 0, column: 0, rows: 1, columns: 1 } };
}

/** One request: the snapshot, and every name of the plans. */
export async function findDashboards(
  session: Session,
  plans: readonly SheetPlan[],
): Promise<{ snapshot: Snapshot; found: readonly FoundDashboard[] }> {
  const readSnapshot = askSnapshot(session);
  const asked = plans.map((plan) => namesOf(plan).map(({ name }) => [name, askName(session, name)] as const));
  await session.sync();
  const snapshot = readSnapshot();
  const found = plans.map((plan, index) =>
    locate(plan, snapshot, new Map(asked[index]!.map(([name, read]) => [name, read()]))),
  );
  return { snapshot, found };
}

function askName(session: Session, name: string): () => FoundName {
  const item = session.workbook.names.getItemOrNullObject(name);
  item.load("name");
  const range = item.getRangeOrNullObject().untrack();
  range.load("values,rowIndex,worksheet/id");
  return () =>
    item.isNullObject || range.isNullObject
      ? { exists: !item.isNullObject }
      : {
          exists: true,
          at: { sheetId: range.worksheet.id, row: range.rowIndex, value: range.values[0]?.[0] },
        };
}

/**
 * A dashboard's sheet is found by its id or by the cells that its names point to: so it may be renamed, moved, or
 * come from a file that another program wrote. A sheet that merely has the same title is somebody else's.
 */
function locate(
  plan: SheetPlan,
  { sheets, meta }: Snapshot,
  names: ReadonlyMap<string, FoundName>,
): FoundDashboard {
  const record = meta?.dashboards[plan.name];
  // The sheet's own mark first: names such as the period cell's may have moved to another dashboard.
  const anchor = [...namesOf(plan)]
    .reverse()
    .map(({ name }) => names.get(name)?.at?.sheetId)
    .find((id) => id !== undefined);
  const sheet = sheets.find(({ id }) => id === record?.sheetId) ?? sheets.find(({ id }) => id === anchor);
  return { plan, record, names, sheetId: sheet?.id, currentName: sheet?.name };
}

/** Counts the rows that the user inserted above the dashboard, as far as the plan's names tell. */
export function rowsInsertedAbove({ plan, names, sheetId }: FoundDashboard): number {
  const shifts = namesOf(plan).map(({ name, range }) => {
    const at = names.get(name)?.at;
    return at && at.sheetId === sheetId ? at.row - range.row : 0;
  });
  return Math.max(0, ...shifts);
}

/** The user's choices in the plan's input cells, by cell; only choices that the plan still allows. */
export function choicesOf({ plan, names }: FoundDashboard): ReadonlyMap<string, Choice> {
  const choices = new Map<string, Choice>();
  for (const { name, range } of plan.names) {
    const value = names.get(name)?.at?.value;
    const cell = plan.cells.find(({ row, column }) => row === range.row && column === range.column);
    if (cell?.input && isChoice(value) && isAllowed(plan, cell, value))
      choices.set(cellKey(cell.row, cell.column), value);
  }
  return choices;
}

const isChoice = (value: unknown): value is Choice =>
  typeof value === "number" || (typeof value === "string" && value !== "");

function isAllowed({ validations }: SheetPlan, { row, column }: PlannedCell, value: Choice): boolean {
  const validation = validations.find(({ range }) => holdsCell(range, row, column));
  return !validation?.strict || validation.list.includes(String(value));
}
