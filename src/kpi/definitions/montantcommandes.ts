import type { KpiDefinition } from "../definition";
import { ORDER_LINE_DIMENSIONS } from "./shared/dimensions";
import { ORDER_INTAKE } from "./shared/measures";
import { BUDGET, DIRECTOR, STEADY } from "./shared/words";

export const MONTANTCOMMANDES: KpiDefinition = {
  id: "MONTANTCOMMANDES",
  family: "orders",
  label: { fr: "Montant des commandes", en: "Order intake" },
  cardName: { fr: "Commandes prises", en: "Order intake" },
  columnName: { fr: "Commandes", en: "Order intake" },
  explanation: {
    fr: "Somme des montants HT des lignes de commande, à la date de commande.",
    en: "Net revenue of the order lines, by order date.",
  },
  unit: "money",
  better: "high",
  value: ORDER_INTAKE,
  flow: true,
  dimensions: ORDER_LINE_DIMENSIONS,
  register: {
    shownAt: 4,
    objective: {
      fr: "Voir le chiffre d'affaires avant qu'il ne soit facturé",
      en: "See revenue before it is invoiced",
    },
    targetSource: BUDGET,
    decisions: {
      equilibre: STEADY,
      anticipation: { fr: "Avancer les offres prêtes à signer", en: "Bring forward offers ready to sign" },
      alerte: {
        fr: "Décider d'une action commerciale sous 48 h",
        en: "Decide on a sales action within 48 hours",
      },
    },
    user: DIRECTOR,
  },
};
