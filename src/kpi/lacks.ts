import type { Lack } from "../sales/lack";
import type { Text } from "../sales/text";
import { kpisNeeding } from "./needs";
import { KPIS, type KpiRegistry } from "./registry";

/** A lack as a person reads it: its sentence, and the KPIs that cannot be computed without what is missing. */
export function lackWithKpis({ fr, en, missing = [] }: Lack, registry: KpiRegistry = KPIS): Text {
  const lost = [...new Set(missing.flatMap(({ table, column }) => kpisNeeding(table, column, registry)))];
  if (lost.length === 0) return { fr, en };
  const names = lost.join(", ");
  return { fr: `${fr} Indisponible : ${names}.`, en: `${en} Unavailable: ${names}.` };
}
