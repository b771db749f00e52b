import type { KpiDefinition } from "../definition";

export const RECLAMATIONS: KpiDefinition = {
  id: "RECLAMATIONS",
  family: "contact-centre",
  label: { fr: "Réclamations", en: "Complaints" },
  explanation: {
    fr: "Nombre de contacts entrants dont le motif est une réclamation, à la date de réception.",
    en: "Number of inbound contacts whose reason is a complaint, by date of receipt.",
  },
  unit: "count",
  better: "low",
  value: {
    kind: "count",
    table: "contacts_in",
    date: "received_on",
    where: [{ column: "reason", oneOf: ["complaint", "réclamation"] }],
  },
  flow: true,
  dimensions: ["region", "secteur", "client", "produit", "famille", "canal"],
};
