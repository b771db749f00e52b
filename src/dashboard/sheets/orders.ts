import { COMMANDES, MONTANTCOMMANDES, PANIERMOYEN, PANIERWEB } from "../../kpi";
import type { Text } from "../../sales/text";
import type { ComparedColumn, SheetDeclaration } from "../declaration";
import { at, head, MONTHS, ON_MONTHS, row, tiles } from "./page";

const ORDERS: Text = { fr: "Commandes", en: "Orders" };
const AMOUNT: Text = { fr: "Montant", en: "Amount" };

const COMPARED: readonly [ComparedColumn, ...ComparedColumn[]] = [
  { kpi: MONTANTCOMMANDES, label: AMOUNT },
  { kpi: COMMANDES, label: ORDERS },
  { kpi: PANIERMOYEN, label: { fr: "Panier", en: "Average" } },
];

export const ordersSheet: SheetDeclaration = {
  id: "orders",
  name: ORDERS,
  columns: MONTHS,
  bands: [
    head(ORDERS, MONTHS),
    tiles(14, ON_MONTHS, [
      { kpi: MONTANTCOMMANDES, label: AMOUNT },
      { kpi: COMMANDES },
      { kpi: PANIERMOYEN },
      { kpi: PANIERWEB, label: { fr: "Panier web", en: "Web order" } },
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
      at(0, 7, {
        kind: "comparison",
        id: "months",
        title: { fr: "Par mois, en €", en: "By month, in €" },
        axis: "mois",
        columns: COMPARED,
        stride: 2,
      }),
      at(8, 6, {
        kind: "chart",
        title: { fr: "Montant des commandes par mois", en: "Order intake by month" },
        chart: "column",
        list: "months",
        series: 1,
      }),
    ),
    row(
      at(0, 7, {
        kind: "comparison",
        id: "families",
        title: { fr: "Par famille, en €", en: "By family, in €" },
        axis: "famille",
        columns: COMPARED,
        stride: 2,
      }),
    ),
  ],
};
