import type { KpiDefinition } from "../definition";

export const PIPE: KpiDefinition = {
  id: "PIPE",
  family: "pipeline",
  label: { fr: "Pipe pondéré", en: "Weighted pipeline" },
  explanation: {
    fr: "Somme des montants des opportunités ouvertes, chacun multiplié par sa probabilité. Avec une période : celles dont l'échéance y tombe.",
    en: "Amounts of the open opportunities, each multiplied by its probability. With a period: those expected in it.",
  },
  unit: "money",
  better: "high",
  value: {
    kind: "sum",
    table: "opportunities",
    date: "expected_on",
    column: "amount",
    weightedBy: "probability",
    where: [{ column: "status", equals: "open" }],
  },
  flow: false,
  dimensions: ["region", "secteur", "commercial", "equipe", "client", "produit", "famille", "etape"],
};
