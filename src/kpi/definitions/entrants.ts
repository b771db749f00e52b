import type { KpiDefinition } from "../definition";

export const ENTRANTS: KpiDefinition = {
  id: "ENTRANTS",
  family: "contact-centre",
  label: { fr: "Contacts entrants", en: "Inbound contacts" },
  explanation: {
    fr: "Nombre de contacts reçus par le centre de contact, à la date de réception.",
    en: "Number of contacts received by the contact centre, by date of receipt.",
  },
  unit: "count",
  better: "neither",
  value: { kind: "count", table: "contacts_in", date: "received_on" },
  flow: true,
  dimensions: ["region", "secteur", "client", "produit", "famille", "canal"],
};
