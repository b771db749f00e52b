import { AGEING_IN_WORDS } from "../../kpi";
import { queryOf, tabled } from "../answers";
import { asking, type FunctionDeclaration } from "../declaration";
import { KPI_QUESTION, QUESTION, RANKING_QUESTION } from "../parameters";

const TOP_DEFAULT = 10;
/** A spill of more rows slows Excel and hides what matters; the pane shows the rest. */
const DETAIL_LIMIT = 1000;

/** Answers that are tables of their own, headings included. */
export const tableFunctions: readonly FunctionDeclaration[] = [
  {
    id: "TOPCLIENTS",
    description: {
      fr: "Les clients au plus grand chiffre d'affaires, avec leur part et la part cumulée.",
      en: "The customers with the highest revenue, with their share and running share.",
    },
    parameters: RANKING_QUESTION,
    result: "matrix",
    examples: ['=KPI.TOPCLIENTS(10,"CUMUL")', '=KPI.TOPCLIENTS(5,"A-1","secteur","Santé")'],
    ask: ({ count = TOP_DEFAULT, period, filters }) =>
      asking([{ ask: "topCustomers", query: { period, filters }, count }], ([table], { language }) =>
        tabled(table, language),
      ),
  },
  {
    id: "BALANCEAGEE",
    description: {
      fr: `L'encours par ancienneté de retard : ${AGEING_IN_WORDS.fr}.`,
      en: `Outstanding by days past due: ${AGEING_IN_WORDS.en}.`,
    },
    parameters: QUESTION,
    result: "matrix",
    examples: ["=KPI.BALANCEAGEE()", '=KPI.BALANCEAGEE("region")'],
    ask: ({ axis, period, member, filters }) => {
      const query =
        axis === undefined || member === undefined
          ? { axis, period, filters }
          : { period, filters: [...filters, { axis, member }] };
      return asking([{ ask: "ageing", query }], ([table], { language }) => tabled(table, language));
    },
  },
  {
    id: "DETAIL",
    description: {
      fr: `Les lignes de données derrière un chiffre, la plus récente d'abord (${DETAIL_LIMIT} au plus).`,
      en: `The rows of data behind a number, newest first (at most ${DETAIL_LIMIT}).`,
    },
    parameters: KPI_QUESTION,
    result: "matrix",
    examples: ['=KPI.DETAIL("CA","region","M","Nord")'],
    ask: (input) =>
      asking(
        [{ ask: "detail", query: queryOf(input, input.kpi ?? ""), limit: DETAIL_LIMIT }],
        ([table], { language }) => tabled(table, language),
      ),
  },
];
