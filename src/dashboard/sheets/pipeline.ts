import { CA, LEADSCHAUDS, OPPORTUNITES, PIPE, PIPEBRUT, TAUXSIGNATURE } from "../../kpi";
import type { Text } from "../../sales/text";
import type { SheetDeclaration } from "../declaration";
import { at, head, overleaf, row, tiles } from "./page";

const PIPELINE: Text = { fr: "Opportunités", en: "Opportunities" };
const WEIGHTED: Text = { fr: "Pondéré", en: "Weighted" };
const GROSS: Text = { fr: "Brut", en: "Gross" };
const OPEN: Text = { fr: "Ouvertes", en: "Open" };
/** Every due date: a deal expected after the period is pipeline too. */
const EVERY_DATE = "";

const COLUMNS = [26, ...Array<number>(12).fill(10.5), 14];

export const pipelineSheet: SheetDeclaration = {
  id: "pipeline",
  name: PIPELINE,
  columns: COLUMNS,
  bands: [
    head(PIPELINE, COLUMNS),
    tiles(14, [
      [1, 2],
      [2, 2],
      [2, 2],
      [2, 1],
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
      at(0, 14, {
        kind: "scores",
        id: "keys",
        title: {
          fr: "Les indicateurs de la période (échéance, création ou clôture)",
          en: "The KPIs of the period (due, created or closed in it)",
        },
        nameColumns: 2,
        figureColumns: 2,
        rows: [
          { kpi: PIPE },
          { kpi: OPPORTUNITES },
          { kpi: LEADSCHAUDS },
          { kpi: TAUXSIGNATURE },
          { kpi: PIPEBRUT },
        ],
      }),
    ),
    overleaf(
      at(0, 4, {
        kind: "comparison",
        id: "months",
        title: { fr: "Par mois d'échéance", en: "By month due" },
        axis: "mois",
        period: EVERY_DATE,
        columns: [
          { kpi: PIPE, label: WEIGHTED },
          { kpi: PIPEBRUT, label: GROSS },
          { kpi: OPPORTUNITES, label: OPEN },
        ],
      }),
      at(5, 9, {
        kind: "chart",
        title: {
          fr: "Pipe pondéré et brut par mois d'échéance",
          en: "Weighted and gross pipeline by month due",
        },
        chart: "column",
        list: "months",
        series: 2,
      }),
    ),
    overleaf(
      at(0, 6, {
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
          { kpi: LEADSCHAUDS, label: { fr: "Leads ch.", en: "Hot leads" } },
          { kpi: TAUXSIGNATURE, label: { fr: "Signature", en: "Won" } },
        ],
      }),
      at(7, 7, {
        kind: "chart",
        title: { fr: "Pipe pondéré par commercial", en: "Weighted pipeline by salesperson" },
        chart: "bar",
        list: "people",
        series: 1,
      }),
    ),
  ],
};
