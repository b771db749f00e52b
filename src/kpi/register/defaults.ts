import type { Language, Text } from "../../sales/text";
import type { KpiDefinition } from "../definition";
import { KPIS } from "../registry";
import { TIERS, type Tier } from "../tier";
import type { RegisterEntry } from "./entry";

/** A KPI's first entry; without `register` in its definition, texts are empty for the director to fill. */
export function defaultEntry({ id, register }: KpiDefinition, language: Language): RegisterEntry {
  const words = (text: Text | undefined) => text?.[language] ?? "";
  return {
    kpi: id,
    objective: words(register?.objective),
    targetSource: words(register?.targetSource),
    thresholds: {},
    decisions: Object.fromEntries(TIERS.map((tier) => [tier, words(register?.decisions[tier])])) as Record<
      Tier,
      string
    >,
    user: words(register?.user),
    shown: register?.shownAt !== undefined,
  };
}

/** The register of a new workbook: the KPIs that "Matinée" shows first, then the others. */
export function defaultRegister(
  language: Language,
  kpis: readonly KpiDefinition[] = KPIS.all,
): readonly RegisterEntry[] {
  const place = ({ register }: KpiDefinition) => register?.shownAt ?? Number.MAX_SAFE_INTEGER;
  return [...kpis].sort((a, b) => place(a) - place(b)).map((kpi) => defaultEntry(kpi, language));
}
