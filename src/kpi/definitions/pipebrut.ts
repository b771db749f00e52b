import type { KpiDefinition } from "../definition";

export const PIPEBRUT: KpiDefinition = {
  id: "PIPEBRUT",
  family: "pipeline",
  label: { fr: "Pipe brut", en: "Gross pipeline" },
  explanation: {
    fr: "Somme des montants des opportunités ouvertes, sans pondération. Avec une période : celles dont l'échéance y tombe.",
    en: "Amounts of the open opportunities, unweighted. With a period: those expected in it.",
  },
  unit: "money",
  better: "high",
  value: {
    kind: "sum",
    table: "opportunities",
    date: "expected_on",
    column: "amount",
    where: [{ column: "status", equals: "open" }],
  },
  flow: false,
  dimensions: ["region", "secteur", "commercial", "equipe", "client", "produit", "famille", "etape"],
};
