import { CA, COMMANDES, MARGE, RATIOVISITES, TAUXMARGE, VISITES } from "../../kpi";
import type { Text } from "../../sales/text";
import type { SheetDeclaration } from "../declaration";
import { at, FIGURES, head, ON_FIGURES, row, tiles } from "./page";

const SALESPEOPLE: Text = { fr: "Commerciaux", en: "Salespeople" };
const REVENUE: Text = { fr: "CA", en: "Revenue" };
const MARGIN: Text = { fr: "Marge", en: "Margin" };
const RATE: Text = { fr: "Taux de marge", en: "Margin rate" };
const VISITS_PER_ORDER: Text = { fr: "Visites/cde", en: "Visits/order" };

export const salespeopleSheet: SheetDeclaration = {
  id: "salespeople",
  name: SALESPEOPLE,
  columns: FIGURES,
  bands: [
    head(SALESPEOPLE, FIGURES),
    tiles(11, ON_FIGURES, [
      { kpi: CA, label: REVENUE },
      { kpi: MARGE },
      { kpi: TAUXMARGE },
      { kpi: VISITES },
      { kpi: RATIOVISITES, label: { fr: "Visites/commande", en: "Visits per order" } },
    ]),
    row(
      at(0, 5, {
        kind: "comparison",
        id: "shops",
        title: { fr: "Par point de vente", en: "By point of sale" },
        axis: "point de vente",
        columns: [
          { kpi: CA, label: REVENUE },
          { kpi: MARGE, label: MARGIN },
          { kpi: TAUXMARGE, label: RATE },
          { kpi: COMMANDES, label: { fr: "Commandes", en: "Orders" } },
        ],
      }),
      at(6, 5, {
        kind: "chart",
        title: {
          fr: "CA et, en gris, objectif : les premiers",
          en: "Revenue and, in grey, target: the first",
        },
        chart: "bar",
        list: "people",
        series: 2,
      }),
    ),
    row(
      at(0, 11, {
        kind: "comparison",
        id: "people",
        title: { fr: "Par commercial", en: "By salesperson" },
        axis: "commercial",
        columns: [
          { kpi: CA, label: REVENUE },
          { kpi: CA, aspect: "target", label: { fr: "Objectif", en: "Target" } },
          { kpi: CA, aspect: "attainment", label: { fr: "Atteinte", en: "Attainment" } },
          { kpi: CA, aspect: "tier", label: { fr: "Niveau", en: "Tier" } },
          { kpi: CA, aspect: "evolution", label: { fr: "CA sur un an", en: "On last year" } },
          { kpi: MARGE, label: MARGIN },
          { kpi: TAUXMARGE, label: RATE },
          { kpi: VISITES, label: { fr: "Visites", en: "Visits" } },
          { kpi: COMMANDES, label: { fr: "Commandes", en: "Orders" } },
          { kpi: RATIOVISITES, label: VISITS_PER_ORDER },
        ],
      }),
    ),
  ],
};
