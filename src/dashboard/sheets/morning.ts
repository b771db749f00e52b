import { CA } from "../../kpi/definitions/ca";
import { ENCOURS } from "../../kpi/definitions/encours";
import { LEADSCHAUDS } from "../../kpi/definitions/leadschauds";
import { MARGE } from "../../kpi/definitions/marge";
import { MONTANTCOMMANDES } from "../../kpi/definitions/montantcommandes";
import { NOUVEAUXCLIENTS } from "../../kpi/definitions/nouveauxclients";
import { PIPE } from "../../kpi/definitions/pipe";
import { RATIOVISITES } from "../../kpi/definitions/ratiovisites";
import { RECLAMATIONS } from "../../kpi/definitions/reclamations";
import { TAUXMARGE } from "../../kpi/definitions/tauxmarge";
import type { Text } from "../../sales/text";
import type { Band, SheetDeclaration } from "../declaration";
import { head } from "./page";

const MORNING: Text = { fr: "Matinée", en: "Morning" };

/** Five cards of two columns, a gap between two cards. The first holds the data date: too narrow, it would be ####. */
const COLUMNS = [20, 13, 1.5, 17, 14, 1.5, 17, 14, 1.5, 17, 14, 1.5, 17, 14];

const HALVES = Array<readonly [number, number]>(5).fill([1, 1]);

const cards = (first: number): Band => ({
  blocks: [
    {
      column: 0,
      columns: COLUMNS.length,
      block: { kind: "tiles", scores: "keys", first, halves: HALVES, apart: true, trends: "trends" },
    },
  ],
});

/** The 8:30 page: is something to be decided today? */
export const morningSheet: SheetDeclaration = {
  id: "morning",
  name: MORNING,
  columns: COLUMNS,
  bands: [
    head(MORNING, COLUMNS.length, 2),
    cards(0),
    cards(5),
    {
      blocks: [
        {
          column: 0,
          columns: COLUMNS.length,
          block: {
            kind: "scores",
            id: "keys",
            title: { fr: "Le détail des indicateurs", en: "The KPIs in detail" },
            nameColumns: 2,
            rows: [
              { kpi: CA },
              { kpi: MARGE },
              { kpi: TAUXMARGE },
              { kpi: MONTANTCOMMANDES, label: { fr: "Commandes prises", en: "Order intake" } },
              { kpi: NOUVEAUXCLIENTS },
              { kpi: RATIOVISITES, label: { fr: "Visites/commande", en: "Visits per order" } },
              { kpi: PIPE, label: { fr: "Pipe de la période", en: "Pipeline of the period" } },
              { kpi: LEADSCHAUDS },
              { kpi: ENCOURS, label: { fr: "Encours de la période", en: "Receivables of the period" } },
              { kpi: RECLAMATIONS },
            ],
          },
        },
      ],
    },
    {
      newPage: true,
      blocks: [
        {
          column: 0,
          columns: COLUMNS.length,
          block: {
            kind: "comparison",
            id: "trends",
            title: { fr: "12 mois pleins", en: "12 full months" },
            axis: "mois",
            period: "12M",
            columns: [
              { kpi: CA, label: { fr: "CA", en: "Revenue" } },
              { kpi: MARGE, label: { fr: "Marge", en: "Margin" } },
              { kpi: TAUXMARGE, label: { fr: "Taux de marge", en: "Margin rate" } },
              { kpi: MONTANTCOMMANDES, label: { fr: "Commandes", en: "Order intake" } },
              { kpi: NOUVEAUXCLIENTS, label: { fr: "Nouv. clients", en: "New customers" } },
              { kpi: RATIOVISITES, label: { fr: "Visites/cde", en: "Visits/order" } },
              { kpi: LEADSCHAUDS, label: { fr: "Leads chauds", en: "Hot leads" } },
              { kpi: RECLAMATIONS, label: { fr: "Réclamations", en: "Complaints" } },
            ],
          },
        },
      ],
    },
    {
      blocks: [
        {
          column: 0,
          columns: COLUMNS.length,
          block: {
            kind: "chart",
            title: { fr: "CA des 12 derniers mois pleins", en: "Revenue of the last 12 full months" },
            chart: "column",
            list: "trends",
            series: 1,
          },
        },
      ],
    },
  ],
};
