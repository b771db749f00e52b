import type { Aspect, Unit } from "../kpi";
import type { Language, Text } from "../sales/text";

export const UNIT_FORMATS: Readonly<Record<Unit, string>> = {
  money: '[>=100000000]#,##0, "k€";#,##0 €',
  percent: "0.0 %",
  count: "#,##0",
  ratio: "0.00",
  days: "0",
};

const SHARE_FORMATS: Readonly<Partial<Record<Aspect, string>>> = {
  attainment: "0.0 %",
  evolution: "+0.0 %;-0.0 %;0.0 %",
};

/** Large figures of money in the unit that one reads at a glance. */
const CARD_MONEY = '[>=1000000]0.0,, "M€";[>=10000]#,##0, "k€";#,##0 €';

/** The large figure of a card. */
export const cardValueFormat = (unit: Unit): string => (unit === "money" ? CARD_MONEY : UNIT_FORMATS[unit]);

/** Months side by side leave little room: thousands only where whole figures would not fit. */
export const NARROW_MONEY = '[>=100000000]#,##0, "k";#,##0';

const SCALE_FORMATS: Readonly<Partial<Record<Unit, string>>> = {
  money: '[>=10000000]0.0,, "M€";[>=10000]#,##0, "k€";#,##0 €',
  percent: "0 %",
};

/** The short number format of a chart's scale. Undefined where the cells' own format is short already. */
export const scaleFormatOf = (unit: Unit): string | undefined => SCALE_FORMATS[unit];

/** The number format of a KPI's aspect; undefined for the tier, which is text. */
export const formatOf = (unit: Unit, aspect: Aspect): string | undefined =>
  aspect === "tier" ? undefined : (SHARE_FORMATS[aspect] ?? UNIT_FORMATS[unit]);

const TARGET: Text = { fr: "obj.", en: "target" };
const ON_LAST_YEAR: Text = { fr: "sur un an", en: "in a year" };
const DUE: Text = { fr: "du dû", en: "of due" };
const OF_TARGET: Text = { fr: "atteint", en: "met" };

/** A target on a card, its word before it; millions are shortened, for a card is narrow. */
export const cardTargetFormat = (unit: Unit, language: Language): string => {
  const formats = unit === "money" ? CARD_MONEY.split(";") : [UNIT_FORMATS[unit]];
  return formats.map((format) => format.replace(/^(\[[^\]]*\])?/, `$1"${TARGET[language]} "`)).join(";");
};

/** An attainment on a card: of a flow, the share of what is due by now; else of the target. */
export const cardAttainmentFormat = (flow: boolean, language: Language): string =>
  `0 %" ${(flow ? DUE : OF_TARGET)[language]}"`;

export const cardEvolutionFormat = (language: Language): string =>
  ["+0 %", "-0 %", "0 %"].map((section) => `${section}" ${ON_LAST_YEAR[language]}"`).join(";");
