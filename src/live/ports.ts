import type { SheetPlan } from "../dashboard";
import type { CompanySettings, KpiRegistry, RegisterEntry, SettingId, SpillTable } from "../kpi";
import type { Result } from "../sales/failure";
import type { SalesData } from "../sales/tables";
import type { Target } from "../sales/targets";
import type { Language } from "../sales/text";
import type { AlertsUpdate, KeptAlerts } from "./alertBook";
import type { RegisterReading, SettingsReading, TargetReading } from "./readings";
import type { RememberedMapping } from "./rememberedMapping";
import type { DashboardReport, FrameSource, OnEdits, RefreshReport } from "./reports";

/** Ends a subscription. */
type Unsubscribe = () => Promise<void>;

export interface InLanguage {
  readonly language: Language;
}

export interface OfKpis {
  readonly kpis: KpiRegistry;
}

/** The spreadsheet as this room needs it to open and to follow a workbook. Nothing throws; every promise ends. */
export interface WorkbookPort {
  /** Reads the data that the workbook holds; undefined when it holds none yet. */
  load(): Promise<Result<SalesData | undefined>>;
  /** False once somebody else put newer data into the workbook than was last read or written here. */
  isInForceHere(): Promise<Result<boolean>>;
  /** Calls back after the data in force may have changed, by whomever. */
  watchGeneration(onChange: () => void): Promise<Result<Unsubscribe>>;
  /** Reads the targets of these KPIs; those of others are problems. */
  readTargets(options: OfKpis): Promise<Result<TargetReading>>;
  readRegister(options: InLanguage): Promise<Result<RegisterReading>>;
  readSettings(): Promise<Result<SettingsReading>>;
  /** Has every KPI cell asked again. */
  recalculate(): Promise<Result<unknown>>;
  /** Makes formulas spill that came spilled in a file. */
  respill(): Promise<Result<unknown>>;
  watchTargets(onChange: () => void): Promise<Result<Unsubscribe>>;
  watchSettings(onChange: () => void): Promise<Result<Unsubscribe>>;
  /** `byHand` is true for a change in this window, false for a co-author's. */
  watchRegister(onChange: (byHand: boolean) => void): Promise<Result<Unsubscribe>>;
  /** Selects a cell given as `Objectifs!D7`. */
  showCell(place: string): Promise<Result<void>>;
  showSheet(name: string): Promise<Result<void>>;
}

export interface RefreshOptions {
  /** The person who refreshes, shown to colleagues who have to wait. */
  readonly user: string;
  /** Stops the refresh up to the moment the new data is put in force. */
  readonly signal?: AbortSignal;
}

export interface SettingValue {
  readonly id: SettingId;
  readonly value: number;
}

export interface Signed extends InLanguage {
  /** The person who changes the register. */
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface NewSheet {
  /** As wished; the writer makes it legal and unlike any other. */
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: SpillTable["rows"];
}

/** The spreadsheet as this room needs it to write. A port of its own: a pane loads it when it first writes. */
export interface WorkbookWriter {
  /** Writes a refresh, all or nothing. */
  refresh(source: FrameSource, options: RefreshOptions): Promise<Result<RefreshReport>>;
  /** Makes the targets' sheet where there is none. */
  ensureTargets(proposed: readonly Target[], options: InLanguage): Promise<Result<unknown>>;
  /** Makes the settings' sheet where there is none. */
  ensureSettings(settings: Partial<CompanySettings>, options: InLanguage): Promise<Result<unknown>>;
  /** Writes one setting into its row of the sheet, made where it is missing. */
  saveSetting(setting: SettingValue, options: InLanguage): Promise<Result<unknown>>;
  /** Makes the register's sheet where there is none. */
  ensureRegister(options: InLanguage): Promise<Result<unknown>>;
  /** Remembers the register's earlier entries where it changed. */
  keepRegister(options: Signed): Promise<Result<RegisterReading>>;
  /** Writes one KPI's entry into the register's sheet. */
  saveEntry(entry: RegisterEntry, options: Signed): Promise<Result<RegisterReading>>;
  readAlerts(): Promise<Result<KeptAlerts>>;
  /** Reads the kept alerts, changes them and writes them back. */
  keepAlerts(update: AlertsUpdate, options: InLanguage): Promise<Result<KeptAlerts>>;
  /** Brings all dashboards to their plans. */
  buildDashboards(
    plans: readonly SheetPlan[],
    options: { readonly onEdits?: OnEdits },
  ): Promise<Result<DashboardReport>>;
  /** Answers about files of earlier imports, the newest first. */
  readMappings(): Promise<Result<readonly RememberedMapping[]>>;
  /** Keeps answers beside the earlier ones. */
  keepMappings(added: readonly RememberedMapping[]): Promise<Result<unknown>>;
  writeNewSheet(sheet: NewSheet): Promise<Result<unknown>>;
}
