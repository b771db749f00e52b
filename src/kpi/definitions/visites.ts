import type { KpiDefinition } from "../definition";

export const VISITES: KpiDefinition = {
  id: "VISITES",
  family: "salespeople",
  label: { fr: "Visites", en: "Visits" },
  explanation: {
    fr: "Nombre de visites, à la date de visite.",
    en: "Number of visits, by date of visit.",
  },
  unit: "count",
  better: "high",
  value: { kind: "count", table: "visits", date: "visited_on" },
  flow: true,
  dimensions: ["region", "secteur", "commercial", "equipe", "client"],
};
