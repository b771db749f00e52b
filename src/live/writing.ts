import type { AlertHistory } from "../kpi";
import { type Result, success } from "../sales/failure";
import type { Language } from "../sales/text";
import { planDashboards } from "./dashboards";
import type { InForce } from "./inForce";
import { observeAll, remembering } from "./observing";
import type { WorkbookWriter } from "./ports";
import type { EditedDashboard, OnEdits } from "./reports";
import { tellStories } from "./stories";

export interface WritingOptions {
  readonly language: Language;
  /** The alerts that the dashboards show. */
  readonly history?: AlertHistory;
  /** Runs before the cells are written. */
  readonly prepare: () => Promise<void>;
  /** Default: `ask`. */
  readonly onEdits?: OnEdits;
}

export interface WrittenDashboards {
  /** The name of the first dashboard's sheet; undefined where it is not there. */
  readonly first: string | undefined;
  readonly edited: readonly EditedDashboard[];
}

/** The writer, and the computations that no cell needs. */
export interface Writing extends WorkbookWriter {
  readonly observeAll: typeof observeAll;
  readonly remembering: typeof remembering;
  readonly tellStories: typeof tellStories;
  /** Writes every dashboard of the data in force. Fails as the engine and the workbook do. */
  writeDashboards(inForce: InForce, options: WritingOptions): Promise<Result<WrittenDashboards>>;
}

/** Loads what writes, once it is first needed: `gateway-unreachable` where it cannot be fetched. */
export type LoadWriting = () => Promise<Result<Writing>>;

export const createWriting = (writer: WorkbookWriter): Writing => ({
  ...writer,
  observeAll,
  remembering,
  tellStories,
  writeDashboards: async ({ register, source }, { language, history, prepare, onEdits }) => {
    const plans = await planDashboards({ source, register: register.entries, history }, language);
    if (!plans.ok) return plans;
    await prepare();
    const built = await writer.buildDashboards(plans.value, onEdits ? { onEdits } : {});
    if (!built.ok) return built;
    const { sheetNames, edited } = built.value;
    const [first] = plans.value;
    return success({ first: first && sheetNames[first.name], edited });
  },
});
