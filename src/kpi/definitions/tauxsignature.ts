import type { KpiDefinition } from "../definition";

export const TAUXSIGNATURE: KpiDefinition = {
  id: "TAUXSIGNATURE",
  family: "pipeline",
  label: { fr: "Taux de signature", en: "Win rate" },
  explanation: {
    fr: "Opportunités gagnées divisées par les opportunités gagnées ou perdues, à la date de clôture.",
    en: "Opportunities won divided by those won or lost, by closing date.",
  },
  unit: "percent",
  better: "high",
  value: {
    kind: "ratio",
    numerator: {
      kind: "count",
      table: "opportunities",
      date: "closed_on",
      where: [{ column: "status", equals: "won" }],
    },
    denominator: {
      kind: "count",
      table: "opportunities",
      date: "closed_on",
      where: [{ column: "status", oneOf: ["won", "lost"] }],
    },
  },
  flow: false,
  dimensions: ["region", "secteur", "commercial", "equipe", "client", "produit", "famille", "etape"],
};
