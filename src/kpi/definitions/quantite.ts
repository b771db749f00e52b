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
    fr: "Somme des quantités des lignes du chiffre d'affaires, à la date de facturation. Les retours viennent en déduction.",
    en: "Quantities of the lines of revenue, by invoicing date. Returns are deducted.",
  },
  unit: "count",
  better: "high",
  value: QUANTITY,
  flow: true,
  dimensions: ORDER_LINE_DIMENSIONS,
  register: {
    objective: {
      fr: "Distinguer ce qui vient des volumes de ce qui vient des prix",
      en: "Tell what comes from volumes from what comes from prices",
    },
    targetSource: BUDGET,
    decisions: {
      equilibre: STEADY,
      anticipation: {
        fr: "Regarder quels produits reculent et chez quels clients",
        en: "See which products fall, and at which customers",
      },
      alerte: {
        fr: "Revoir l'assortiment et les prix des produits qui décrochent",
        en: "Review range and prices of the products that drop",
      },
    },
    user: DIRECTOR,
  },
};
