import type { Aspect, Unit } from "../kpi";
import type { Language, Text } from "../sales/text";

export const UNIT_FORMATS: Readonly<Record<Unit, string>> = {
  money: "#,##0 €",
  percent: "0.0 %",
  count: "#,##0",
  ratio: "0.00",
  days: "0",
};

const SHARE_FORMATS: Readonly<Partial<Record<Aspect, string>>> = {
  attainment: "0.0 %",
  evolution: "+0.0 %;-0.0 %;0.0 %",
};

const SCALE_FORMATS: Readonly<Partial<Record<Unit, string>>> = { money: '#,##0, "k€"', percent: "0 %" };

/** The short number format of a chart's scale. Undefined where the cells' own format is short already. */
export const scaleFormatOf = (unit: Unit): string | undefined => SCALE_FORMATS[unit];

/** The number format of a KPI's aspect; undefined for the tier, which is text. */
export const formatOf = (unit: Unit, aspect: Aspect): string | undefined =>
  aspect === "tier" ? undefined : (SHARE_FORMATS[aspect] ?? UNIT_FORMATS[unit]);

/** One format for every sign, its words before the number. */
const worded = (words: string, ...sections: readonly string[]): string =>
  sections.map((section) => `"${words} "${section}`).join(";");

const TARGET: Text = { fr: "Objectif", en: "Target" };
const ON_LAST_YEAR: Text = { fr: "Sur un an", en: "On last year" };
const PRO_RATA: Text = { fr: "prorata", en: "pro rata" };

/** A target on a card, its word before it; millions are shortened, for a card is narrow. */
export const cardTargetFormat = (unit: Unit, language: Language): string => {
  const whole = worded(TARGET[language], UNIT_FORMATS[unit]);
  return unit === "money" ? `[>=1000000]${worded(TARGET[language], '0.0,, "M€"')};${whole}` : whole;
};

/** An attainment on a card; of a flow it compares with the share of the target that is due by now, and says so. */
export const cardAttainmentFormat = (flow: boolean, language: Language): string =>
  flow ? `0 %" ${PRO_RATA[language]}"` : "0 %";

export const cardEvolutionFormat = (language: Language): string =>
  worded(ON_LAST_YEAR[language], "+0.0 %", "-0.0 %", "0.0 %");
