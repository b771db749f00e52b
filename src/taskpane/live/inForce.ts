import type { CurrentData } from "../../functions";
import { createEngine } from "../../kpi/engine";
import { defaultRegister } from "../../kpi/register/defaults";
import { thresholdsOf } from "../../kpi/register/entry";
import { DEFAULT_SETTINGS, type KpiSettings } from "../../kpi/settings";
import type { KpiSource } from "../../kpi/source";
import { FailureError, type Result } from "../../sales/failure";
import type { SalesData } from "../../sales/tables";
import type { Target } from "../../sales/targets";
import type { Language } from "../../sales/text";
import {
  type RegisterReading,
  readRegister,
  readTargets,
  recalculate,
  type TargetProblem,
} from "../../workbook";

/** Everything the pane's pages compute from, of one moment. */
export interface InForce {
  readonly data: SalesData;
  readonly source: KpiSource;
  readonly targets: readonly Target[];
  readonly register: RegisterReading;
  /** With the register's thresholds. */
  readonly settings: KpiSettings;
}

/** The data in force in this runtime: for the cells, and for every page of the pane. */
export interface LiveData {
  readonly now: () => InForce | undefined;
  /** Tells that `now` changed; answers how to stop. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Reads what the workbook holds, and lets the cells wait for it. */
  load(reading: Promise<Result<SalesData | undefined>>): Promise<void>;
  /** Puts data in force with the targets and the register of the moment, and has every KPI cell asked again. */
  put(sales: SalesData): Promise<void>;
  /** The same data with the targets and the register as they are now; nothing without data. */
  putAgain(): Promise<void>;
  onTargetProblems(listener: (problems: readonly TargetProblem[]) => void): void;
}

export interface LiveDataOptions {
  /** Where the worksheet functions find their data. */
  readonly current: CurrentData;
  /** Of the product's own register, while the workbook has none. Default French. */
  readonly language?: Language;
  /** Told what could not be read or healed on the way without stopping the work. */
  readonly onFault: (thrown: unknown) => void;
}

export function createLiveData({ current, language = "fr", onFault }: LiveDataOptions): LiveData {
  let inForce: InForce | undefined;
  let tellProblems: (problems: readonly TargetProblem[]) => void = () => undefined;
  const listeners = new Set<() => void>();

  const engineOf = async (data: SalesData): Promise<KpiSource> => {
    const [read, readRules] = await Promise.all([readTargets(), readRegister({ language })]);
    if (read.ok) tellProblems(read.value.problems);
    else onFault(read.failure);
    const targets = read.ok ? read.value.targets : [];
    if (!readRules.ok) onFault(readRules.failure);
    const register = readRules.ok
      ? readRules.value
      : (inForce?.register ?? { entries: defaultRegister(language), problems: [], versions: [] });
    const settings = { ...DEFAULT_SETTINGS, thresholds: thresholdsOf(register.entries) };
    inForce = { data, targets, register, settings, source: createEngine(data, { targets, settings }) };
    for (const listener of listeners) listener();
    return inForce.source;
  };

  const put = async (sales: SalesData): Promise<void> => {
    current.replace(await engineOf(sales));
    const cells = await recalculate();
    if (!cells.ok) onFault(cells.failure);
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
    load: (reading) =>
      current.load(
        reading.then((found) => {
          if (!found.ok) throw new FailureError(found.failure);
          return found.value && engineOf(found.value);
        }),
      ),
    onTargetProblems: (listener) => {
      tellProblems = listener;
    },
  };
}
