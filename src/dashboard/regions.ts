import type { KpiDefinition } from "../kpi/definition";
import type { Language, Text } from "../sales/text";
import { hasRegion } from "./formulas";

const EVERY_REGION: Text = { fr: "toutes régions", en: "all regions" };

/** Marks a heading whose figures the region cell does not filter. */
export const UNFILTERED_MARK = "*";

/** A name, and that its figures are of all regions when its KPI has none. */
export const labelled = (label: string, kpi: KpiDefinition, language: Language): string =>
  hasRegion(kpi) ? label : `${label} · ${EVERY_REGION[language]}`;

/** A heading; marked when its KPI has no regions, for the title to say what the mark means. */
export const headed = (label: string, kpi: KpiDefinition): string =>
  hasRegion(kpi) ? label : `${label} ${UNFILTERED_MARK}`;

/** A title over figures of these KPIs, with what their marks mean. */
export const titled = (title: string, kpis: readonly KpiDefinition[], language: Language): string =>
  kpis.every(hasRegion) ? title : `${title} (${UNFILTERED_MARK} ${EVERY_REGION[language]})`;
