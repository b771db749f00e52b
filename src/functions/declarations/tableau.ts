import { listedWithTotal, pivoted } from "../answers";
import { asking, type FunctionDeclaration } from "../declaration";
import { PIVOT_QUESTION } from "../parameters";

/** A pivot with headings and totals; each total is computed from rows of data, never from cells. */
export const tableau: FunctionDeclaration = {
  id: "TABLEAU",
  description: {
    fr: "Un tableau croisé avec titres et totaux, chaque total calculé sur les lignes de données.",
    en: "A pivot with headings and totals, each total computed from the rows of data.",
  },
  parameters: PIVOT_QUESTION,
  result: "matrix",
  examples: ['=KPI.TABLEAU("CA","region","mois","CUMUL")', '=KPI.TABLEAU("TAUXMARGE","secteur",,"CUMUL")'],
  ask: ({ kpi = "", axis: rows = "", columns, period, filters }) =>
    columns === undefined
      ? asking(
          [
            { ask: "list", query: { kpi, axis: rows, period, filters } },
            { ask: "total", query: { kpi, period, filters } },
          ],
          ([members, total], { language, kpis }) => {
            if (!members.ok) return members;
            if (!total.ok) return total;
            const definition = kpis.find(kpi);
            if (!definition.ok) return definition;
            return listedWithTotal(members.value, total.value, definition.value.label[language], language);
          },
        )
      : asking([{ ask: "pivot", query: { kpi, rows, columns, period, filters } }], ([pivot], { language }) =>
          pivoted(pivot, language),
        ),
};
