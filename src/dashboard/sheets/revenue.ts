import { CA } from "../../kpi/definitions/ca";
import type { Text } from "../../sales/text";
import type { SheetDeclaration } from "../declaration";

const REVENUE: Text = { fr: "Chiffre d'affaires", en: "Revenue" };
const SHORT: Text = { fr: "CA", en: "Revenue" };

/** Names, twelve months, a total: the pivot's columns carry the whole page. */
const COLUMNS = [26, ...Array<number>(12).fill(12.5), 13.5];

export const revenueSheet: SheetDeclaration = {
  id: "revenue",
  name: REVENUE,
  columns: COLUMNS,
  bands: [
    {
      blocks: [
        { column: 0, columns: 11, block: { kind: "title", text: REVENUE } },
        { column: 11, columns: 3, block: { kind: "controls" } },
      ],
    },
    {
      blocks: [
        {
          column: 0,
          columns: 14,
          block: {
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
          },
        },
      ],
    },
    {
      blocks: [
        {
          column: 0,
          columns: 14,
          block: {
            kind: "pivot",
            title: { fr: "Par région et par mois", en: "By region and month" },
            kpi: CA,
            rows: "region",
            columns: "mois",
          },
        },
      ],
    },
    {
      blocks: [
        {
          column: 0,
          columns: 3,
          block: {
            kind: "list",
            id: "sectors",
            title: { fr: "Par secteur", en: "By sector" },
            kpi: CA,
            measure: SHORT,
            axis: "secteur",
            aspects: ["evolution"],
          },
        },
        {
          column: 4,
          columns: 3,
          block: {
            kind: "chart",
            title: { fr: "CA par secteur", en: "Revenue by sector" },
            chart: "bar",
            list: "sectors",
            series: 1,
          },
        },
        {
          column: 7,
          columns: 4,
          block: {
            kind: "chart",
            title: { fr: "CA par mois", en: "Revenue by month" },
            chart: "column",
            list: "months",
            series: 1,
          },
        },
        {
          // Nothing stands below these two columns, so that a period of several years has room.
          column: 12,
          columns: 2,
          block: {
            kind: "list",
            id: "months",
            title: { fr: "Par mois", en: "By month" },
            kpi: CA,
            measure: SHORT,
            axis: "mois",
            aspects: [],
          },
        },
      ],
    },
    {
      newPage: true,
      blocks: [
        {
          column: 0,
          columns: 6,
          block: {
            kind: "list",
            id: "salespeople",
            title: { fr: "Par commercial", en: "By salesperson" },
            kpi: CA,
            measure: SHORT,
            axis: "commercial",
            aspects: ["target", "attainment", "tier", "evolution"],
          },
        },
        {
          column: 7,
          columns: 7,
          block: {
            kind: "chart",
            title: { fr: "CA et objectif par commercial", en: "Revenue and target by salesperson" },
            chart: "bar",
            list: "salespeople",
            series: 2,
          },
        },
      ],
    },
  ],
};
