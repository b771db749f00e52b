import type { Language } from "../../sales/text";
import type { KpiDefinition } from "../definition";
import { KPIS } from "../registry";
import { TIERS, type Tier } from "../tier";
import type { RegisterEntry } from "./entry";
import { MARKET_WORDS } from "./words/market";
import { SALES_WORDS } from "./words/sales";
import type { RegisterWords } from "./words/words";

const WORDS: Readonly<Record<string, RegisterWords>> = { ...SALES_WORDS, ...MARKET_WORDS };

/** What "Matinée" shows of a new workbook, in its order. */
const SHOWN: readonly string[] = [
  "CA",
  "MARGE",
  "TAUXMARGE",
  "MONTANTCOMMANDES",
  "NOUVEAUXCLIENTS",
  "RATIOVISITES",
  "PIPE",
  "LEADSCHAUDS",
  "ENCOURS",
  "RECLAMATIONS",
];

/** A KPI's first entry; one that the product has no words for has empty texts for the director to fill. */
export function defaultEntry({ id }: KpiDefinition, language: Language): RegisterEntry {
  const words = WORDS[id];
  return {
    kpi: id,
    objective: words?.objective[language] ?? "",
    targetSource: words?.targetSource[language] ?? "",
    thresholds: {},
    decisions: Object.fromEntries(
      TIERS.map((tier) => [tier, words?.decisions[tier][language] ?? ""]),
    ) as Record<Tier, string>,
    user: words?.user[language] ?? "",
    shown: SHOWN.includes(id),
  };
}

/** The register of a new workbook: the KPIs that "Matinée" shows first, then the others. */
export function defaultRegister(
  language: Language,
  kpis: readonly KpiDefinition[] = KPIS.all,
): readonly RegisterEntry[] {
  const rank = ({ id }: KpiDefinition) => (SHOWN.includes(id) ? SHOWN.indexOf(id) : SHOWN.length);
  return [...kpis].sort((a, b) => rank(a) - rank(b)).map((kpi) => defaultEntry(kpi, language));
}
