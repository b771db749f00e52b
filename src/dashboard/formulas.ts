import type { AxisId, KpiDefinition, Unit } from "../kpi/definition";
import type { Aspect } from "../kpi/source";
import { TIER_FACES, TIERS, type Tier } from "../kpi/tier";
import type { Language } from "../sales/text";

/** The cells that drive every dashboard, by their workbook-wide names. */
export const PERIOD_NAME = "Vigie_Periode";
export const REGION_NAME = "Vigie_Region";

/** `KPI.<…>` for each aspect; the value itself is the KPI's own function. */
const ASPECT_FUNCTIONS: Readonly<Record<Exclude<Aspect, "value">, string>> = {
  target: "OBJECTIF",
  attainment: "ATTEINTE",
  evolution: "EVOLUTION",
  projection: "PROJECTION",
  tier: "NIVEAU",
};

const call = (kpi: KpiDefinition, aspect: Aspect, axis: AxisId | undefined): string => {
  const question = `${axis ? `"${axis}"` : ""},${PERIOD_NAME},,"region",${REGION_NAME}`;
  return aspect === "value"
    ? `KPI.${kpi.id}(${question})`
    : `KPI.${ASPECT_FUNCTIONS[aspect]}("${kpi.id}",${question})`;
};

/** Colour is never alone: the tier's sign before its word. */
const withSign = (formula: string, language: Language): string =>
  TIERS.reduce((inner, tier) => {
    const { label, sign } = TIER_FACES[tier];
    return `SUBSTITUTE(${inner},"${label[language]}","${sign} ${label[language]}")`;
  }, formula);

/** Two columns that spill: member and value. */
export const memberValues = (kpi: KpiDefinition, axis: AxisId): string => `=${call(kpi, "value", axis)}`;

/** One column that spills, its rows in the order of `memberValues`. */
export function memberAspect(kpi: KpiDefinition, aspect: Aspect, axis: AxisId, language: Language): string {
  const column = `INDEX(${call(kpi, aspect, axis)},,2)`;
  return `=${aspect === "tier" ? withSign(column, language) : column}`;
}

/** One cell: everything the period and region cells keep. */
export function total(kpi: KpiDefinition, aspect: Aspect, language: Language): string {
  const formula = call(kpi, aspect, undefined);
  return `=${aspect === "tier" ? withSign(formula, language) : formula}`;
}

/** A pivot with headings and totals that spills. */
export const pivot = (kpi: KpiDefinition, rows: AxisId, columns: AxisId): string =>
  `=KPI.TABLEAU("${kpi.id}","${rows}","${columns}",${PERIOD_NAME},"region",${REGION_NAME})`;

/** The day of the last refresh. */
export const DATA_DATE = "=KPI.MAJ()";

/** True where `cell` holds the tier's word, in whichever language it was computed. */
export function holdsTier(cell: string, tier: Tier): string {
  const { fr, en } = TIER_FACES[tier].label;
  return `=OR(ISNUMBER(SEARCH("${fr}",${cell})),ISNUMBER(SEARCH("${en}",${cell})))`;
}

const UNIT_FORMATS: Readonly<Record<Unit, string>> = {
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

/** How a chart's scale is labelled: short. Undefined where the cells' own format is short already. */
export const scaleFormatOf = (unit: Unit): string | undefined => SCALE_FORMATS[unit];

/** How an aspect of a KPI is shown; undefined for the tier, which is text. */
export const formatOf = (unit: Unit, aspect: Aspect): string | undefined =>
  aspect === "tier" ? undefined : (SHARE_FORMATS[aspect] ?? UNIT_FORMATS[unit]);
