import type { KpiDefinition } from "../definition";
import { CONTACT_DIMENSIONS } from "./shared/dimensions";
import { LAST_YEAR, SERVICE, STEADY } from "./shared/words";

export const ENTRANTS: KpiDefinition = {
  id: "ENTRANTS",
  family: "contact-centre",
  label: { fr: "Contacts entrants", en: "Inbound contacts" },
  columnName: { fr: "Entrants", en: "Inbound" },
  explanation: {
    fr: "Nombre de contacts reçus par le centre de contact, à la date de réception.",
    en: "Number of contacts received by the contact centre, by date of receipt.",
  },
  unit: "count",
  better: "neither",
  value: { kind: "count", table: "contacts_in", date: "received_on" },
  flow: true,
  dimensions: CONTACT_DIMENSIONS,
  register: {
    objective: { fr: "Dimensionner le centre de contact", en: "Staff the contact centre" },
    targetSource: LAST_YEAR,
    decisions: {
      equilibre: STEADY,
      anticipation: { fr: "Prévoir un renfort", en: "Plan for extra help" },
      alerte: { fr: "Ouvrir une équipe de débordement", en: "Open an overflow team" },
    },
    user: SERVICE,
  },
};
