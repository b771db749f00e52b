import { gatherFacts } from "../../dashboard/facts";
import { layoutSheets } from "../../dashboard/layout";
import { dashboards } from "../../dashboard/sheets";
import type { AlertHistory } from "../../kpi/alerts/history";
import { type Result, success } from "../../sales/failure";
import type { Language } from "../../sales/text";
import type { EditedDashboard, OnEdits } from "../../workbook";
import { buildDashboards } from "../../workbook/dashboards/build";
import type { InForce } from "./inForce";

export interface WritingOptions {
  readonly language: Language;
  /** What the dashboards say of the alerts. */
  readonly history?: AlertHistory;
  /** Before the cells are written. */
  readonly prepare: () => Promise<void>;
  /** What to do with cells that a hand wrote into; default: ask. */
  readonly onEdits?: OnEdits;
}

export interface WrittenDashboards {
  /** The name of the sheet to show first; undefined where it is not there. */
  readonly first: string | undefined;
  /** Left as they are, for a hand wrote into them. */
  readonly edited: readonly EditedDashboard[];
}

/** Writes every dashboard of the data in force. Fails as the engine and the workbook do. */
export async function writeDashboards(
  { register, source }: InForce,
  { language, history, prepare, onEdits }: WritingOptions,
): Promise<Result<WrittenDashboards>> {
  const sheets = dashboards(register.entries);
  const facts = await gatherFacts(source, sheets, language);
  if (!facts.ok) return facts;
  const plans = layoutSheets(sheets, { ...facts.value, ...(history && { alerts: history }) });
  await prepare();
  const built = await buildDashboards(plans, onEdits ? { onEdits } : {});
  if (!built.ok) return built;
  const { sheetNames, edited } = built.value;
  const [first] = plans;
  return success({ first: first && sheetNames[first.name], edited });
}
