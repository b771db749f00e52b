import type { KpiDefinition } from "../definition";
import { CONTACT_DIMENSIONS } from "./shared/dimensions";
import { SERVICE } from "./shared/words";

export const RECLAMATIONS: KpiDefinition = {
  id: "RECLAMATIONS",
  family: "contact-centre",
  label: { fr: "Réclamations", en: "Complaints" },
  columnName: { fr: "Réclamations", en: "Complaints" },
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
  dimensions: CONTACT_DIMENSIONS,
  register: {
    shownAt: 10,
    objective: {
      fr: "Voir un produit malade avant que les ventes ne tombent",
      en: "See an ailing product before sales drop",
    },
    targetSource: { fr: "Meilleure année", en: "Best year" },
    decisions: {
      equilibre: { fr: "Répondre sous 48 h", en: "Answer within 48 hours" },
      anticipation: {
        fr: "Regarder par produit et prévenir la qualité",
        en: "Look by product and warn quality",
      },
      alerte: {
        fr: "Suspendre la promotion du produit et écrire aux clients",
        en: "Stop promoting the product; write to customers",
      },
    },
    user: SERVICE,
  },
};
