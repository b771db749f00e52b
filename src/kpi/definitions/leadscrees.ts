import type { KpiDefinition } from "../definition";

export const LEADSCREES: KpiDefinition = {
  id: "LEADSCREES",
  family: "marketing",
  label: { fr: "Leads créés", en: "Leads created" },
  explanation: {
    fr: "Nombre de leads, à la date de création.",
    en: "Number of leads, by creation date.",
  },
  unit: "count",
  better: "high",
  value: { kind: "count", table: "leads", date: "created_on" },
  flow: true,
  dimensions: ["region", "commercial", "equipe", "source"],
};
