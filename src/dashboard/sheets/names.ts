import type { Text } from "../../sales/text";

/** By KPI id: its name on a card or in a row, where its own is too long or says too little there. */
export const CARD_NAMES: Readonly<Record<string, Text>> = {
  MONTANTCOMMANDES: { fr: "Commandes prises", en: "Order intake" },
  RATIOVISITES: { fr: "Visites/commande", en: "Visits per order" },
  PIPE: { fr: "Pipe de la période", en: "Pipeline of the period" },
  PIPEBRUT: { fr: "Pipe brut", en: "Gross pipeline" },
  OPPORTUNITES: { fr: "Opportunités", en: "Open deals" },
  ENCOURS: { fr: "Encours (période)", en: "Owed (period)" },
  ENCOURSECHU: { fr: "Encours échu", en: "Overdue" },
  DSO: { fr: "DSO", en: "DSO" },
  PANIERWEB: { fr: "Panier web", en: "Web order" },
};

/** By KPI id: its name at the head of a narrow column. */
export const COLUMN_NAMES: Readonly<Record<string, Text>> = {
  CA: { fr: "CA", en: "Revenue" },
  MARGE: { fr: "Marge", en: "Margin" },
  TAUXMARGE: { fr: "Taux de marge", en: "Margin rate" },
  MONTANTCOMMANDES: { fr: "Commandes", en: "Order intake" },
  COMMANDES: { fr: "Nb commandes", en: "Orders" },
  PANIERMOYEN: { fr: "Panier moyen", en: "Avg order" },
  CLIENTSACTIFS: { fr: "Clients actifs", en: "Active" },
  NOUVEAUXCLIENTS: { fr: "Nouv. clients", en: "New customers" },
  CLIENTSPERDUS: { fr: "Perdus", en: "Lost" },
  VISITES: { fr: "Visites", en: "Visits" },
  RATIOVISITES: { fr: "Visites/cde", en: "Visits/order" },
  TAUXSIGNATURE: { fr: "Signature", en: "Won" },
  LEADSCHAUDS: { fr: "Leads chauds", en: "Hot leads" },
  LEADSCREES: { fr: "Leads créés", en: "Leads" },
  TAUXOUVERTURE: { fr: "Ouverture", en: "Opened" },
  TAUXCLIC: { fr: "Clic", en: "Clicked" },
  PANIERWEB: { fr: "Panier web", en: "Web order" },
  ENTRANTS: { fr: "Entrants", en: "Inbound" },
  RECLAMATIONS: { fr: "Réclamations", en: "Complaints" },
};
