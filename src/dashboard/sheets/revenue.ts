import { CA } from "../../kpi";
import type { Text } from "../../sales/text";
import type { SheetDeclaration } from "../declaration";
import { at, head, overleaf, row } from "./page";

const REVENUE: Text = { fr: "Chiffre d'affaires", en: "Revenue" };
const SHORT: Text = { fr: "CA", en: "Revenue" };

/** Names, twelve months, a total: the pivot's columns carry the whole page. */
const COLUMNS = [26, ...Array<number>(12).fill(12.5), 13.5];

export const revenueSheet: SheetDeclaration = {
  id: "revenue",
  name: REVENUE,
  columns: COLUMNS,
  bands: [
    head(REVENUE, COLUMNS),
    row(
      at(0, 14, {
        kind: "cards",
        list: "salespeople",
        cards: [
          { label: REVENUE, aspect: "value" },
          { label: { fr: "Objectif", en: "Target" }, aspect: "target" },
          {
            label: { fr: "Atteinte, au jour des données", en: "Attainment, to date" },
            aspect: "attainment",
            tiered: true,
          },
          { label: { fr: "Sur un an", en: "On last year" }, aspect: "evolution" },
          { label: { fr: "Niveau", en: "Tier" }, aspect: "tier", tiered: true },
        ],
      }),
    ),
    row(
      at(0, 14, {
        kind: "pivot",
        title: { fr: "Par région et par mois", en: "By region and month" },
        kpi: CA,
        rows: "region",
        columns: "mois",
        tiered: true,
      }),
    ),
    row(
      at(0, 3, {
        kind: "list",
        id: "sectors",
        title: { fr: "Par secteur", en: "By sector" },
        kpi: CA,
        measure: SHORT,
        axis: "secteur",
        aspects: ["evolution"],
      }),
      at(4, 3, {
        kind: "chart",
        title: { fr: "CA par secteur", en: "Revenue by sector" },
        chart: "bar",
        list: "sectors",
        series: 1,
      }),
      at(7, 4, {
        kind: "chart",
        title: { fr: "CA par mois", en: "Revenue by month" },
        chart: "column",
        list: "months",
        series: 1,
      }),
      // Nothing stands below these two columns, so that a period of several years has room.
      at(12, 2, {
        kind: "list",
        id: "months",
        title: { fr: "Par mois", en: "By month" },
        kpi: CA,
        measure: SHORT,
        axis: "mois",
        aspects: [],
      }),
    ),
    overleaf(
      at(0, 6, {
        kind: "list",
        id: "salespeople",
        title: { fr: "Par commercial", en: "By salesperson" },
        kpi: CA,
        measure: SHORT,
        axis: "commercial",
        aspects: ["target", "attainment", "tier", "evolution"],
      }),
      at(7, 7, {
        kind: "chart",
        title: { fr: "CA et objectif par commercial", en: "Revenue and target by salesperson" },
        chart: "bar",
        list: "salespeople",
        series: 2,
      }),
    ),
  ],
};
