import type { KpiDefinition } from "../definition";
import { ORDER_LINE_DIMENSIONS } from "./shared/dimensions";
import { REVENUE } from "./shared/measures";
import { BUDGET, DIRECTOR } from "./shared/words";

export const CA: KpiDefinition = {
  id: "CA",
  longName: "CHIFFREAFFAIRES",
  family: "revenue",
  label: { fr: "Chiffre d'affaires", en: "Revenue" },
  columnName: { fr: "CA", en: "Revenue" },
  explanation: {
    fr: "Somme des montants HT de ce qui est facturé, à la date de facturation : les lignes de facture ou, si la source n'en a pas, les lignes de commande. Les avoirs viennent en déduction.",
    en: "Net revenue of what was invoiced, by the date of each invoice: the invoice lines or, where the source has none, the order lines. Credit notes are deducted.",
  },
  unit: "money",
  better: "high",
  value: REVENUE,
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
