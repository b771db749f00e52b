import { COMMANDES, MONTANTCOMMANDES, PANIERMOYEN, PANIERWEB, RATIOVISITES } from "../../kpi";
import type { Text } from "../../sales/text";
import type { ComparedColumn, SheetDeclaration } from "../declaration";
import { at, head, overleaf, row, tiles } from "./page";

const ORDERS: Text = { fr: "Commandes", en: "Orders" };
const AMOUNT: Text = { fr: "Montant", en: "Amount" };

/** Names, twelve months, a total. */
const COLUMNS = [24, ...Array<number>(12).fill(10.5), 14];

const COMPARED: readonly [ComparedColumn, ...ComparedColumn[]] = [
  { kpi: MONTANTCOMMANDES, label: AMOUNT },
  { kpi: COMMANDES, label: ORDERS },
  { kpi: PANIERMOYEN, label: { fr: "Panier", en: "Average" } },
];

export const ordersSheet: SheetDeclaration = {
  id: "orders",
  name: ORDERS,
  columns: COLUMNS,
  bands: [
    head(ORDERS, COLUMNS),
    tiles(14, [
      [1, 2],
      [2, 2],
      [2, 2],
      [2, 1],
    ]),
    row(
      at(0, 14, {
        kind: "pivot",
        title: { fr: "Montant par canal et par mois", en: "Amount by channel and month" },
        kpi: MONTANTCOMMANDES,
        rows: "canal",
        columns: "mois",
      }),
    ),
    row(
      at(0, 14, {
        kind: "scores",
        id: "keys",
        title: { fr: "Les indicateurs", en: "The KPIs" },
        nameColumns: 2,
        figureColumns: 2,
        rows: [
          { kpi: MONTANTCOMMANDES, label: AMOUNT },
          { kpi: COMMANDES },
          { kpi: PANIERMOYEN },
          { kpi: PANIERWEB, label: { fr: "Panier web", en: "Web order" } },
          { kpi: RATIOVISITES, label: { fr: "Visites/commande", en: "Visits per order" } },
        ],
      }),
    ),
    overleaf(
      at(0, 4, {
        kind: "comparison",
        id: "families",
        title: { fr: "Par famille", en: "By family" },
        axis: "famille",
        columns: COMPARED,
      }),
      at(5, 9, {
        kind: "chart",
        title: { fr: "Montant des commandes par mois", en: "Order intake by month" },
        chart: "column",
        list: "months",
        series: 1,
      }),
    ),
    row(
      at(0, 4, {
        kind: "comparison",
        id: "months",
        title: { fr: "Par mois", en: "By month" },
        axis: "mois",
        columns: COMPARED,
      }),
      at(5, 5, {
        kind: "comparison",
        id: "channels",
        title: { fr: "Par canal", en: "By channel" },
        axis: "canal",
        columns: COMPARED,
      }),
    ),
  ],
};
