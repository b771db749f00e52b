import { CA, LEADSCHAUDS, OPPORTUNITES, PIPE, PIPEBRUT, TAUXSIGNATURE } from "../../kpi";
import type { Text } from "../../sales/text";
import type { SheetDeclaration } from "../declaration";
import { at, head, MONTHS, ON_MONTHS, row, tiles } from "./page";

const PIPELINE: Text = { fr: "Opportunités", en: "Opportunities" };
const WEIGHTED: Text = { fr: "Pondéré", en: "Weighted" };
const GROSS: Text = { fr: "Brut", en: "Gross" };
const OPEN: Text = { fr: "Ouvertes", en: "Open" };
/** Every due date: a deal expected after the period is pipeline too. */
const EVERY_DATE = "";

export const pipelineSheet: SheetDeclaration = {
  id: "pipeline",
  name: PIPELINE,
  columns: MONTHS,
  bands: [
    head(PIPELINE, MONTHS),
    tiles(14, ON_MONTHS, [
      { kpi: PIPE },
      { kpi: OPPORTUNITES },
      { kpi: LEADSCHAUDS },
      { kpi: TAUXSIGNATURE, label: { fr: "Signature", en: "Won" } },
    ]),
    row(
      at(0, 14, {
        kind: "pivot",
        title: {
          fr: "Pipe pondéré par étape et par mois, toutes échéances",
          en: "Weighted pipeline by stage and month, all due dates",
        },
        kpi: PIPE,
        rows: "etape",
        columns: "mois",
        period: EVERY_DATE,
      }),
    ),
    row(
      at(0, 7, {
        kind: "comparison",
        id: "months",
        title: { fr: "Par échéance", en: "By due month" },
        axis: "mois",
        period: EVERY_DATE,
        columns: [
          { kpi: PIPE, label: WEIGHTED },
          { kpi: PIPEBRUT, label: GROSS },
          { kpi: OPPORTUNITES, label: OPEN },
        ],
        stride: 2,
      }),
      at(8, 6, {
        kind: "chart",
        title: {
          fr: "Pipe pondéré par mois d'échéance",
          en: "Weighted pipeline by month due",
        },
        chart: "column",
        list: "months",
        series: 1,
      }),
    ),
    row(
      at(0, 11, {
        kind: "comparison",
        id: "people",
        title: { fr: "Par commercial", en: "By salesperson" },
        axis: "commercial",
        // Everybody who sells, with or without an opportunity.
        listed: CA,
        columns: [
          { kpi: PIPE, label: WEIGHTED },
          { kpi: PIPEBRUT, label: GROSS },
          { kpi: OPPORTUNITES, label: OPEN },
          { kpi: LEADSCHAUDS, label: { fr: "Leads chauds", en: "Hot leads" } },
          { kpi: TAUXSIGNATURE, label: { fr: "Signature", en: "Won" } },
        ],
        stride: 2,
      }),
    ),
  ],
};
