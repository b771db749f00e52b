import type { KpiDefinition } from "../kpi/definition";
import type { Language, Text } from "../sales/text";
import { hasRegion } from "./formulas";

const EVERY_REGION: Text = { fr: "toutes régions", en: "all regions" };

/** Marks a heading whose figures the region cell does not filter. */
export const UNFILTERED_MARK = "*";

/** A name, and that its figures are of all regions when its KPI has none. */
export const labelled = (label: string, kpi: KpiDefinition, language: Language): string =>
  hasRegion(kpi) ? label : `${label} · ${EVERY_REGION[language]}`;

/** A heading; marked when its KPI has no regions: the heading of the names says what the mark means. */
export const headed = (label: string, kpi: KpiDefinition): string =>
  hasRegion(kpi) ? label : `${label} ${UNFILTERED_MARK}`;

/** The heading of names beside figures of these KPIs, with what their marks mean. */
export const explained = (heading: string, kpis: readonly KpiDefinition[], language: Language): string =>
  kpis.every(hasRegion) ? heading : `${heading} (${UNFILTERED_MARK} ${EVERY_REGION[language]})`;
