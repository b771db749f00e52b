import { CA, ENTRANTS, LEADSCREES, PANIERWEB, RECLAMATIONS, TAUXCLIC, TAUXOUVERTURE } from "../../kpi";
import type { Text } from "../../sales/text";
import type { SheetDeclaration } from "../declaration";
import { at, FIGURES, head, ON_FIGURES, row, tiles } from "./page";

const EXCHANGES: Text = { fr: "Produits et échanges", en: "Products and contacts" };
const COMPLAINTS: Text = { fr: "Réclamations", en: "Complaints" };
const INBOUND: Text = { fr: "Contacts entrants", en: "Inbound contacts" };
const LEADS: Text = { fr: "Leads créés", en: "Leads created" };
const WEB: Text = { fr: "Panier web", en: "Web order" };

export const exchangesSheet: SheetDeclaration = {
  id: "exchanges",
  name: EXCHANGES,
  columns: FIGURES,
  bands: [
    head(EXCHANGES, FIGURES),
    tiles(11, ON_FIGURES, [
      { kpi: RECLAMATIONS },
      { kpi: ENTRANTS, label: INBOUND },
      { kpi: LEADSCREES },
      { kpi: PANIERWEB, label: WEB },
      { kpi: TAUXOUVERTURE, label: { fr: "Ouverture", en: "Opened" } },
    ]),
    row(
      at(0, 7, {
        kind: "comparison",
        id: "months",
        title: { fr: "Par mois", en: "By month" },
        axis: "mois",
        // Every month in which the company worked.
        listed: CA,
        columns: [
          { kpi: RECLAMATIONS, label: COMPLAINTS },
          { kpi: ENTRANTS, label: { fr: "Entrants", en: "Inbound" } },
          { kpi: LEADSCREES, label: LEADS },
          { kpi: PANIERWEB, label: WEB },
          { kpi: TAUXOUVERTURE, label: { fr: "Ouverture", en: "Opened" } },
          { kpi: TAUXCLIC, label: { fr: "Clic", en: "Clicked" } },
        ],
      }),
      at(7, 4, {
        kind: "chart",
        title: { fr: "Réclamations par mois", en: "Complaints by month" },
        chart: "column",
        list: "months",
        series: 1,
      }),
    ),
    row(
      at(0, 5, {
        kind: "comparison",
        id: "products",
        title: { fr: "Par produit", en: "By product" },
        axis: "produit",
        columns: [
          { kpi: CA, label: { fr: "CA", en: "Revenue" } },
          { kpi: CA, aspect: "evolution", label: { fr: "CA sur un an", en: "On last year" } },
          { kpi: RECLAMATIONS, label: COMPLAINTS },
          {
            kpi: RECLAMATIONS,
            aspect: "evolution",
            label: { fr: "Récl. sur un an", en: "On last year" },
          },
        ],
      }),
    ),
    row(
      at(0, 2, {
        kind: "list",
        id: "sources",
        title: LEADS,
        kpi: LEADSCREES,
        measure: { fr: "Nombre", en: "Count" },
        axis: "source",
        aspects: [],
      }),
    ),
    row(
      at(0, 2, {
        kind: "list",
        id: "channels",
        title: { fr: "Entrants", en: "Inbound" },
        kpi: ENTRANTS,
        measure: { fr: "Nombre", en: "Count" },
        axis: "canal",
        aspects: [],
      }),
    ),
  ],
};
