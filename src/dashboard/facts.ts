import type { AlertHistory, AxisId, KpiSource } from "../kpi";
import { type Result, success } from "../sales/failure";
import type { Provenance } from "../sales/tables";
import type { Language } from "../sales/text";
import type { SheetDeclaration } from "./declaration";
import { FILTERS } from "./filters";

/** All a layout depends on: equal facts give equal plans. */
export interface LayoutFacts {
  readonly language: Language;
  readonly provenance: Provenance;
  /** Display names per axis: they decide a list's room and a filter cell's choices. */
  readonly members: Readonly<Partial<Record<AxisId, readonly string[]>>>;
  /** The alerts after the last refresh; undefined in a file that was never in Excel. */
  readonly alerts?: AlertHistory;
}

/** Room for time grains: their number in a year. A longer period spills into free cells. */
const GRAIN_ROOM: Readonly<Partial<Record<AxisId, number>>> = {
  jour: 31,
  semaine: 53,
  mois: 12,
  trimestre: 4,
  semestre: 2,
  annee: 5,
};

/** The member that stands for what has none. */
const SPARE = 1;

/** Rows kept for an axis: its members and one more. A refresh that brings members lays the sheet out anew. */
export function capacity(axis: AxisId, { members }: LayoutFacts): number {
  const room = GRAIN_ROOM[axis];
  if (room !== undefined) return room;
  return (members[axis]?.length ?? 0) + SPARE;
}

/** Asks a source for the facts that these sheets' layout depends on. Fails as the source does. */
export async function gatherFacts(
  source: Pick<KpiSource, "provenance" | "members">,
  sheets: readonly SheetDeclaration[],
  language: Language,
): Promise<Result<LayoutFacts>> {
  const members: Partial<Record<AxisId, readonly string[]>> = {};
  for (const axis of axesOf(sheets)) {
    const known = await source.members(axis);
    if (!known.ok) return known;
    members[axis] = known.value;
  }
  return success({ language, provenance: source.provenance, members });
}

/** The axes that need room, and those whose members a filter's cell offers. Time grains have fixed room. */
function axesOf(sheets: readonly SheetDeclaration[]): readonly AxisId[] {
  const axes = new Set<AxisId>(FILTERS.map(({ axis }) => axis));
  for (const { block } of sheets.flatMap(({ bands }) => bands.flatMap(({ blocks }) => blocks))) {
    if (block.kind === "list" || block.kind === "comparison") axes.add(block.axis);
    if (block.kind === "table" && typeof block.rows === "string") axes.add(block.rows);
    if (block.kind === "pivot") for (const axis of [block.rows, block.columns]) axes.add(axis);
  }
  return [...axes].filter((axis) => GRAIN_ROOM[axis] === undefined);
}
