import { AGEING_IN_WORDS } from "../../kpi";
import { queryOf, tabled } from "../answers";
import type { FunctionDeclaration } from "../declaration";
import { isEverything } from "../input";
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
    run: async ({ count = TOP_DEFAULT, period, filters }, source, language) =>
      tabled(await source.topCustomers({ period, filters }, count), language),
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
    run: async ({ axis, period, member, filters }, source, language) => {
      if (axis === undefined || member === undefined) {
        return tabled(await source.ageing({ axis, period, filters }), language);
      }
      const only = isEverything(member) ? filters : [...filters, { axis, member }];
      return tabled(await source.ageing({ period, filters: only }), language);
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
    run: async (input, source, language) =>
      tabled(await source.detail(queryOf(input, input.kpi ?? ""), DETAIL_LIMIT), language),
  },
];
