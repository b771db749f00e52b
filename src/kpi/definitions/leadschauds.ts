import type { KpiDefinition } from "../definition";
import { LEAD_DIMENSIONS } from "./shared/dimensions";
import { LAST_YEAR, MARKETING } from "./shared/words";

export const LEADSCHAUDS: KpiDefinition = {
  id: "LEADSCHAUDS",
  family: "pipeline",
  label: { fr: "Leads chauds", en: "Hot leads" },
  columnName: { fr: "Leads chauds", en: "Hot leads" },
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
  dimensions: LEAD_DIMENSIONS,
  register: {
    shownAt: 8,
    objective: {
      fr: "Rappeler vite ceux qui veulent acheter",
      en: "Call back quickly those who want to buy",
    },
    targetSource: LAST_YEAR,
    decisions: {
      equilibre: { fr: "Rappeler chacun sous 24 h", en: "Call each back within 24 hours" },
      anticipation: {
        fr: "Revoir avec le marketing la qualité des leads",
        en: "Review lead quality with marketing",
      },
      alerte: {
        fr: "Réorienter le budget vers les sources qui donnent",
        en: "Move the budget to sources that deliver",
      },
    },
    user: MARKETING,
  },
};
