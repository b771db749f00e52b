import type { KpiDefinition } from "../definition";

export const LEADSCHAUDS: KpiDefinition = {
  id: "LEADSCHAUDS",
  family: "pipeline",
  label: { fr: "Leads chauds", en: "Hot leads" },
  explanation: {
    fr: "Nombre de leads d'intérêt « hot » confiés à un commercial, à la date de création.",
    en: "Number of leads rated hot and given to a salesperson, by creation date.",
  },
  unit: "count",
  better: "high",
  value: {
    kind: "count",
    table: "leads",
    date: "created_on",
    where: [
      { column: "rating", equals: "hot" },
      { column: "salesperson_id", present: true },
    ],
  },
  flow: true,
  dimensions: ["region", "commercial", "equipe", "source"],
};
