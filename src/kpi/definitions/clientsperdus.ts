import type { KpiDefinition } from "../definition";
import { DEFAULT_SETTINGS } from "../settings";
import { ORDER_LINE_DIMENSIONS } from "./shared/dimensions";
import { DIRECTOR, LAST_YEAR, STEADY } from "./shared/words";

const MONTHS = DEFAULT_SETTINGS.lostAfterMonths;

export const CLIENTSPERDUS: KpiDefinition = {
  id: "CLIENTSPERDUS",
  family: "customers",
  label: { fr: "Clients perdus", en: "Lost customers" },
  columnName: { fr: "Perdus", en: "Lost" },
  explanation: {
    fr: `Nombre de clients dont la dernière commande, augmentée de ${MONTHS} mois (réglage), tombe dans la période et pas après la date des données. Un axe ou un filtre regarde les lignes du jour de cette dernière commande.`,
    en: `Number of customers whose last order plus ${MONTHS} months (a setting) lies in the period and not after the data date. A split or filter looks at the lines of the day of that last order.`,
  },
  unit: "count",
  better: "low",
  value: {
    kind: "distinct",
    table: "order_lines",
    date: "lost_on",
    column: "customer_id",
    addsOverTime: true,
  },
  flow: true,
  dimensions: ORDER_LINE_DIMENSIONS,
  register: {
    objective: {
      fr: "Retenir un client coûte moins qu'en gagner un",
      en: "Keeping a customer costs less than winning one",
    },
    targetSource: LAST_YEAR,
    decisions: {
      equilibre: STEADY,
      anticipation: {
        fr: "Faire appeler chaque client perdu par son commercial",
        en: "Have each lost customer called",
      },
      alerte: {
        fr: "Enquêter sur les causes et visiter les plus gros",
        en: "Find out why; visit the biggest ones",
      },
    },
    user: DIRECTOR,
  },
};
