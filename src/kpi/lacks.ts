import type { Lack } from "../sales/lack";
import type { Provenance } from "../sales/tables";
import type { Text } from "../sales/text";
import { kpisNeeding } from "./needs";
import { KPIS, type KpiRegistry } from "./registry";

/** A lack as a person reads it: its sentence, and the KPIs that cannot be computed without what is missing. */
export function lackWithKpis(
  { fr, en, missing = [] }: Lack,
  source: Pick<Provenance, "invoicesByLine"> = {},
): Text {
  const registry = KPIS.over(source);
  const lost = [...new Set(missing.flatMap(({ table, column }) => kpisNeeding(table, column, registry)))];
  if (lost.length === 0) return { fr, en };
  const names = lost.join(", ");
  return { fr: `${fr} Indisponible : ${names}.`, en: `${en} Unavailable: ${names}.` };
}

/** The lack that keeps each KPI from being computed, by its id; the first one where there are several. */
export function lacksByKpi(lacks: readonly Lack[], registry: KpiRegistry = KPIS): ReadonlyMap<string, Lack> {
  const byKpi = new Map<string, Lack>();
  for (const lack of lacks)
    for (const { table, column } of lack.missing ?? [])
      for (const kpi of kpisNeeding(table, column, registry)) if (!byKpi.has(kpi)) byKpi.set(kpi, lack);
  return byKpi;
}
