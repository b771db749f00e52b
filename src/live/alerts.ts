import { queryOf, type RegisterEntry, type Story, type Subject } from "../kpi";
import { failed, type Result, success } from "../sales/failure";
import type { Language } from "../sales/text";
import type { AlertsUpdate, KeptAlerts } from "./alertBook";
import type { CellExplanation } from "./explanation";
import type { LiveData } from "./inForce";
import type { WorkbookPort } from "./ports";
import type { LoadWriting } from "./writing";

/** Rows behind an alert that the pane lists at once. */
const ROWS_SHOWN = 100;

/** The question to the source for one alert. */
export type Explained = Subject & { readonly period: string };

/** The alerts, for the pane and the dashboards. */
export interface AlertsService {
  /** As last read or written; undefined before. */
  readonly now: () => KeptAlerts | undefined;
  /** Calls back when `now` changed; answers the unsubscription. */
  readonly subscribe: (listener: () => void) => () => void;
  /**
   * Reads the kept alerts. Begins a history where there is data and none yet; makes the plan's sheet anew where it was
   * deleted.
   */
  readonly read: () => Promise<Result<KeptAlerts>>;
  /** Compares the tiers with those before the refresh and records the changes. */
  readonly follow: () => Promise<Result<KeptAlerts>>;
  readonly keep: (update: AlertsUpdate) => Promise<Result<KeptAlerts>>;
  /** Shows the sheet "Plan d'action", made where there is none. */
  readonly showPlan: () => Promise<Result<void>>;
  /** Explains the origin of an alert's figure. */
  readonly explain: (alert: Explained) => Promise<Result<CellExplanation>>;
  /**
   * The open alerts as stories with their causes, at most seven (MOST_STORIES). Fails with `no-data`, or as the engine
   * does.
   */
  readonly stories: () => Promise<Result<readonly Story[]>>;
  /** The register's entry of a KPI. */
  readonly entryOf: (kpi: string) => RegisterEntry | undefined;
}

export interface AlertsOptions {
  readonly live: LiveData;
  readonly workbook: Pick<WorkbookPort, "showSheet">;
  readonly writing: LoadWriting;
  readonly language: Language;
  /** The register's present entries; empty without a register. */
  readonly entries?: () => readonly RegisterEntry[];
}

export function createAlertsService({
  live,
  workbook,
  writing,
  language,
  entries = () => [],
}: AlertsOptions): AlertsService {
  const listeners = new Set<() => void>();
  let kept: KeptAlerts | undefined;

  const told = (result: Result<KeptAlerts>): Result<KeptAlerts> => {
    if (result.ok) {
      kept = result.value;
      for (const listener of listeners) listener();
    }
    return result;
  };
  const keep = async (update: AlertsUpdate): Promise<Result<KeptAlerts>> => {
    const writer = await writing();
    return writer.ok ? told(await writer.value.keepAlerts(update, { language })) : writer;
  };

  const follow = async (): Promise<Result<KeptAlerts>> => {
    const inForce = live.now();
    if (!inForce) return failed("no-data");
    const writer = await writing();
    if (!writer.ok) return writer;
    const { observeAll, remembering } = writer.value;
    const observed = await observeAll(inForce, entries());
    return observed.ok ? keep({ book: remembering(observed.value, inForce.source.provenance) }) : observed;
  };

  return {
    now: () => kept,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    follow,
    keep,
    read: async () => {
      const writer = await writing();
      if (!writer.ok) return writer;
      const found = await writer.value.readAlerts();
      if (!found.ok) return found;
      const { book, sheetName } = found.value;
      if (!book.history && live.now()) return follow();
      return sheetName === undefined && book.actions.length > 0 ? keep({}) : told(found);
    },
    showPlan: async () => {
      const made = await keep({ makeSheet: true });
      if (!made.ok) return made;
      return made.value.sheetName === undefined
        ? success(undefined)
        : workbook.showSheet(made.value.sheetName);
    },
    explain: async (alert) => {
      const source = live.now()?.source;
      if (!source) return failed("no-data");
      const query = queryOf(alert);
      const explanation = await source.explain(query);
      if (!explanation.ok) return explanation;
      const detail = await source.detail(query, ROWS_SHOWN);
      if (!detail.ok) return detail;
      const kpi = source.kpis.get(explanation.value.kpi);
      return success({
        query,
        explanation: explanation.value,
        kpi,
        detail: detail.value,
        isCellsNumber: true,
      });
    },
    stories: async () => {
      const source = live.now()?.source;
      if (!source) return failed("no-data");
      const history = kept?.book.history;
      if (!history) return success([]);
      const writer = await writing();
      return writer.ok ? writer.value.tellStories(source, history, entries()) : writer;
    },
    entryOf: (kpi) => entries().find((entry) => entry.kpi === kpi),
  };
}
