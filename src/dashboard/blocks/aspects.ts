import { type Aspect, isStock, type KpiDefinition } from "../../kpi";
import type { Text } from "../../sales/text";

export const ASPECT_LABELS: Readonly<Record<Exclude<Aspect, "value">, Text>> = {
  target: { fr: "Objectif", en: "Target" },
  due: { fr: "Dû à ce jour", en: "Due by now" },
  attainment: { fr: "Atteinte", en: "Attainment" },
  evolution: { fr: "Sur un an", en: "On last year" },
  projection: { fr: "Projection", en: "Projection" },
  tier: { fr: "Niveau", en: "Tier" },
};

/** Aspects that take the tier's colour. */
export const TIERED: ReadonlySet<Aspect> = new Set<Aspect>(["attainment", "tier"]);

/**
 * A stock has no evolution: the amount outstanding or open a year before is no longer known. Only flows have a
 * projection.
 */
const MEANT: Readonly<Partial<Record<Aspect, (kpi: KpiDefinition) => boolean>>> = {
  evolution: (kpi) => !isStock(kpi) && kpi.unit !== "days",
  projection: ({ flow }) => flow,
};

/** True when an aspect has a meaning for a KPI. */
export const isMeant = (aspect: Aspect, kpi: KpiDefinition): boolean => MEANT[aspect]?.(kpi) ?? true;
