import type { KpiDefinition } from "../definition";

export const OPPORTUNITES: KpiDefinition = {
  id: "OPPORTUNITES",
  family: "pipeline",
  label: { fr: "Opportunités ouvertes", en: "Open opportunities" },
  explanation: {
    fr: "Nombre d'opportunités ouvertes. Avec une période : celles dont l'échéance y tombe.",
    en: "Number of open opportunities. With a period: those expected in it.",
  },
  unit: "count",
  better: "high",
  value: {
    kind: "count",
    table: "opportunities",
    date: "expected_on",
    where: [{ column: "status", equals: "open" }],
  },
  flow: false,
  dimensions: ["region", "secteur", "commercial", "equipe", "client", "produit", "famille", "etape"],
};
