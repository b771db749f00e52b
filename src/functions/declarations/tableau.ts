import { failed } from "../../sales/failure";
import { listedWithTotal, pivoted } from "../answers";
import type { FunctionDeclaration } from "../declaration";
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
  run: async ({ kpi = "", axis: rows = "", columns, period, filters }, source, language) => {
    if (columns !== undefined) {
      return pivoted(await source.pivot({ kpi, rows, columns, period, filters }), language);
    }
    const [members, explained] = await Promise.all([
      source.list({ kpi, axis: rows, period, filters }),
      source.explain({ kpi, period, filters }),
    ]);
    if (!members.ok) return members;
    if (!explained.ok) return failed(explained.failure.code, explained.failure.params);
    const { kpi: definition, answer } = explained.value;
    return listedWithTotal(members.value, answer, definition.label[language], language);
  },
};
