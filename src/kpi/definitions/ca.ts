import type { KpiDefinition } from "../definition";
import { ORDER_LINE_DIMENSIONS } from "./shared/dimensions";
import { BUDGET, DIRECTOR } from "./shared/words";

export const CA: KpiDefinition = {
  id: "CA",
  longName: "CHIFFREAFFAIRES",
  family: "revenue",
  label: { fr: "Chiffre d'affaires", en: "Revenue" },
  columnName: { fr: "CA", en: "Revenue" },
  explanation: {
    fr: "Somme des montants HT des lignes de commande, à la date de facturation. Les avoirs viennent en déduction.",
    en: "Net revenue of the order lines, by invoicing date. Credit notes are deducted.",
  },
  unit: "money",
  better: "high",
  value: { kind: "sum", table: "order_lines", date: "invoiced_on", column: "revenue" },
  flow: true,
  dimensions: ORDER_LINE_DIMENSIONS,
  register: {
    shownAt: 1,
    objective: {
      fr: "Tenir le budget de vente et voir à temps où il manque",
      en: "Meet the sales budget and see in time where it falls short",
    },
    targetSource: BUDGET,
    decisions: {
      equilibre: { fr: "Rien à changer : garder le rythme", en: "Nothing to change: keep the pace" },
      anticipation: {
        fr: "Relancer les devis ouverts des régions en retard",
        en: "Chase the open quotes of the regions that lag",
      },
      alerte: {
        fr: "Réunir les chefs des ventes et réaffecter visites et promotions",
        en: "Call the sales managers in; move visits and promotions",
      },
    },
    user: DIRECTOR,
  },
};
