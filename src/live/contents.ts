import {
  type ActionItem,
  type AlertHistory,
  type CompanySettings,
  createCalculator,
  createEngine,
  DEFAULT_SETTINGS,
  type DirectSource,
  defaultRegister,
  type KpiEngine,
  type KpiSettings,
  type RegisterEntry,
  registryOf,
  thresholdsOf,
} from "../kpi";
import type { SalesData } from "../sales/tables";
import type { Target } from "../sales/targets";
import type { Language } from "../sales/text";

/** Everything a workbook of Vigie is computed from. Plain data: it can travel to a worker. */
export interface WorkbookContents {
  readonly data: SalesData;
  readonly targets: readonly Target[];
  /** The rules in force. Default: the product's own. */
  readonly register?: readonly RegisterEntry[];
  /** The tiers as the refreshes changed them; undefined where nobody remembers. */
  readonly history?: AlertHistory;
  readonly actions?: readonly ActionItem[];
  /** The company's settings where they are not the usual ones. */
  readonly company?: Partial<CompanySettings>;
}

/** The register in force: the contents' own, else the product's in this language. */
export const registerOf = (
  { register }: Pick<WorkbookContents, "register">,
  language: Language,
): readonly RegisterEntry[] => register ?? defaultRegister(language);

/** The usual settings with the company's own and the register's thresholds. */
export const settingsOf = (
  register: readonly RegisterEntry[],
  company: Partial<CompanySettings> = {},
): KpiSettings => ({
  ...DEFAULT_SETTINGS,
  ...company,
  thresholds: thresholdsOf(register),
});

const optionsOf = (contents: WorkbookContents, language: Language) => {
  const register = registerOf(contents, language);
  return {
    targets: contents.targets,
    settings: settingsOf(register, contents.company),
    registry: registryOf(register),
  };
};

/** The engine over these contents: their data and own indicators, judged by their targets and register. */
export const engineOf = (contents: WorkbookContents, language: Language): KpiEngine =>
  createEngine(contents.data, optionsOf(contents, language));

/** The same engine without promises, for a runtime that cannot wait. */
export const calculatorOf = (contents: WorkbookContents, language: Language): DirectSource =>
  createCalculator(contents.data, optionsOf(contents, language));
