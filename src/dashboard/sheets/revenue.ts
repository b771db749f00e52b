import { CA } from "../../kpi";
import type { Text } from "../../sales/text";
import type { SheetDeclaration } from "../declaration";
import { at, head, MONTHS, ON_MONTHS, row, tiles } from "./page";

const REVENUE: Text = { fr: "Chiffre d'affaires", en: "Revenue" };
const SHORT: Text = { fr: "CA", en: "Revenue" };

const FIRST = 10;

export const revenueSheet: SheetDeclaration = {
  id: "revenue",
  name: REVENUE,
  columns: MONTHS,
  bands: [
    head(REVENUE, MONTHS),
    tiles(14, ON_MONTHS, [
      { kpi: CA, label: { fr: "CA de la période", en: "Revenue of the period" } },
      { kpi: CA, period: "M", label: { fr: "Ce mois-ci", en: "This month" } },
      { kpi: CA, period: "T", label: { fr: "Ce trimestre", en: "This quarter" } },
      { kpi: CA, period: "12M", label: { fr: "12 mois pleins", en: "12 full months" } },
    ]),
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
      at(0, 9, {
        kind: "comparison",
        id: "salespeople",
        title: { fr: `Top ${FIRST}, en €`, en: `Top ${FIRST}, in €` },
        axis: "commercial",
        most: FIRST,
        stride: 2,
        columns: [
          { kpi: CA, label: SHORT },
          { kpi: CA, aspect: "attainment", label: { fr: "Part du dû", en: "Of due" } },
          { kpi: CA, aspect: "tier", label: { fr: "Niveau", en: "Tier" } },
          { kpi: CA, aspect: "evolution", label: { fr: "Sur un an", en: "On last year" } },
        ],
      }),
      at(10, 4, {
        kind: "chart",
        title: { fr: "CA par secteur", en: "Revenue by sector" },
        chart: "bar",
        list: "sectors",
        series: 1,
      }),
    ),
    row(
      at(0, 3, {
        kind: "list",
        id: "sectors",
        title: { fr: "Par secteur, en €", en: "By sector, in €" },
        kpi: CA,
        measure: SHORT,
        axis: "secteur",
        narrow: true,
        aspects: ["evolution"],
      }),
      at(4, 3, {
        kind: "list",
        id: "months",
        title: { fr: "Mois", en: "Month" },
        kpi: CA,
        measure: SHORT,
        axis: "mois",
        narrow: true,
        aspects: [],
      }),
      at(7, 7, {
        kind: "chart",
        title: { fr: "CA par mois", en: "Revenue by month" },
        chart: "column",
        list: "months",
        series: 1,
      }),
    ),
  ],
};
