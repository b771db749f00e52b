import type { KpiDefinition } from "../definition";
import { ORDER_LINE_DIMENSIONS } from "./shared/dimensions";
import { QUANTITY } from "./shared/measures";
import { BUDGET, DIRECTOR, STEADY } from "./shared/words";

export const QUANTITE: KpiDefinition = {
  id: "QUANTITE",
  family: "salespeople",
  label: { fr: "Quantité vendue", en: "Quantity sold" },
  columnName: { fr: "Quantité", en: "Quantity" },
  explanation: {
    fr: "Somme des quantités de ce qui est facturé, à la date de facturation. Les avoirs viennent en déduction.",
    en: "Quantities of what was invoiced, by invoicing date. Credit notes are deducted.",
  },
  unit: "count",
  better: "high",
  value: QUANTITY,
  flow: true,
  dimensions: ORDER_LINE_DIMENSIONS,
  register: {
    objective: { fr: "Suivre les volumes, sans l'effet des prix", en: "Follow volumes, whatever the prices" },
    targetSource: BUDGET,
    decisions: {
      equilibre: STEADY,
      anticipation: {
        fr: "Relancer les produits dont le volume baisse",
        en: "Push the products whose volume falls",
      },
      alerte: { fr: "Revoir la gamme et les stocks", en: "Review the range and the stock" },
    },
    user: DIRECTOR,
  },
};
