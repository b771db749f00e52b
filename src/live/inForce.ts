import { type KpiSettings, type KpiSource, registryOf } from "../kpi";
import { FailureError, type Result } from "../sales/failure";
import type { SalesData } from "../sales/tables";
import type { Target } from "../sales/targets";
import type { Language } from "../sales/text";
import { engineOf, registerOf, settingsOf } from "./contents";
import type { CurrentData } from "./currentData";
import { fixedIn } from "./fixedSettings";
import type { WorkbookPort } from "./ports";
import type { CompanyReading, KeptProblems, RegisterReading, SettingsReading } from "./readings";
import { unansweredTargets } from "./unansweredTargets";

const NO_SETTINGS: SettingsReading = { settings: {}, problems: [] };

/** The data of one moment with its targets and rules, and the engine over them. */
export interface InForce {
  readonly data: SalesData;
  readonly source: KpiSource;
  readonly targets: readonly Target[];
  readonly register: RegisterReading;
  readonly company: CompanyReading;
  /** With the register's thresholds. */
  readonly settings: KpiSettings;
}

/** The data in force in this runtime: for the cells, and for every page of the pane. */
export interface LiveData {
  readonly now: () => InForce | undefined;
  /** Calls back when `now` changed; answers the unsubscription. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Puts the workbook's own data in force once `reading` ends; the cells wait for it. */
  load(reading: Promise<Result<SalesData | undefined>>): Promise<void>;
  /** As `load`, when somebody else brought newer data: no cell answers from the old any more, and each asks again. */
  reload(reading: Promise<Result<SalesData | undefined>>): Promise<void>;
  /** Has `look` run before each answer of a cell; it has to end soon. */
  lookFirst(look: () => Promise<void>): void;
  /** Puts data in force with the targets and the register of the moment, and has every KPI cell asked again. */
  put(sales: SalesData): Promise<void>;
  /** Puts the same data in force with the targets and the register as they are now; nothing without data. */
  putAgain(): Promise<void>;
  /** Reports the faults of the targets' and the settings' sheets each time they were read; one listener. */
  onKeptProblems(listener: (problems: KeptProblems) => void): void;
}

export interface LiveDataOptions {
  /** The worksheet functions' view of the data. */
  readonly current: CurrentData;
  readonly workbook: Pick<WorkbookPort, "readTargets" | "readRegister" | "readSettings" | "recalculate">;
  /** Language of the product's own register, in force while the workbook has none. Default French. */
  readonly language?: Language;
  /** Receives faults that do not stop the work. */
  readonly onFault: (thrown: unknown) => void;
}

export function createLiveData({ current, workbook, language = "fr", onFault }: LiveDataOptions): LiveData {
  let inForce: InForce | undefined;
  let tellProblems: (problems: KeptProblems) => void = () => undefined;
  const listeners = new Set<() => void>();

  const putInForce = async (data: SalesData): Promise<KpiSource> => {
    const [readRules, readCompany] = await Promise.all([
      workbook.readRegister({ language }),
      workbook.readSettings(),
    ]);
    if (!readRules.ok) onFault(readRules.failure);
    const register = readRules.ok
      ? readRules.value
      : (inForce?.register ?? { entries: registerOf({}, language), problems: [], versions: [] });
    // Targets may be of the register's own indicators.
    const read = await workbook.readTargets({ kpis: registryOf(register.entries) });
    if (!read.ok) onFault(read.failure);
    const targets = read.ok ? read.value.targets : [];
    if (!readCompany.ok) onFault(readCompany.failure);
    const given = readCompany.ok ? readCompany.value : (inForce?.company ?? NO_SETTINGS);
    const fixed = fixedIn(data.provenance);
    const company = { ...given, settings: { ...given.settings, ...fixed }, fixed };
    const contents = { data, targets, register: register.entries, company: company.settings };
    const source = engineOf(contents, language);
    inForce = {
      data,
      targets,
      register,
      company,
      settings: settingsOf(register.entries, company.settings),
      source,
    };
    const unanswered = read.ok ? unansweredTargets(read.value, source.refusedTargets) : [];
    const problems = read.ok ? [...read.value.problems, ...unanswered] : [];
    tellProblems({ targets: problems, settings: company.problems });
    for (const listener of listeners) listener();
    return source;
  };

  const askAgain = async (): Promise<void> => {
    const cells = await workbook.recalculate();
    if (!cells.ok) onFault(cells.failure);
  };

  const put = async (sales: SalesData): Promise<void> => {
    current.replace(await putInForce(sales));
    await askAgain();
  };

  const sourceIn = async (
    reading: Promise<Result<SalesData | undefined>>,
  ): Promise<KpiSource | undefined> => {
    const found = await reading;
    if (!found.ok) throw new FailureError(found.failure);
    return found.value && putInForce(found.value);
  };

  return {
    now: () => inForce,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    put,
    putAgain: async () => {
      if (inForce) await put(inForce.data);
    },
    load: (reading) => current.load(sourceIn(reading)),
    reload: async (reading) => {
      const before = inForce;
      await current.renew(sourceIn(reading));
      if (inForce !== before) await askAgain();
    },
    lookFirst: (look) => current.lookFirst(look),
    onKeptProblems: (listener) => {
      tellProblems = listener;
    },
  };
}
