import { formatsOf } from "../../i18n";
import { type DayRange, type Explanation, KPIS, type KpiDefinition } from "../../kpi";
import type { Language, Text } from "../../sales/text";
import { queryOf, scalarOf, spilled } from "../answers";
import type { CellScalar } from "../cell";
import { asking, type FunctionDeclaration } from "../declaration";
import { KPI_QUESTION } from "../parameters";

const LABELS = {
  kpi: { fr: "Indicateur", en: "KPI" },
  definition: { fr: "Définition", en: "Definition" },
  value: { fr: "Valeur", en: "Value" },
  period: { fr: "Période", en: "Period" },
  filters: { fr: "Filtres", en: "Filters" },
  rows: { fr: "Lignes de données", en: "Rows of data" },
  dataDate: { fr: "Données au", en: "Data as of" },
} satisfies Record<string, Text>;

const NO_FILTER: Text = { fr: "aucun", en: "none" };
const ALL_DATA: Text = { fr: "toutes les données", en: "all data" };

/** The story of one number, two columns: label, value. Dates are written out, in the reader's language. */
export const expliquer: FunctionDeclaration = {
  id: "EXPLIQUER",
  description: {
    fr: "D'où vient un chiffre : définition, période, filtres, nombre de lignes, date des données.",
    en: "Where a number comes from: definition, period, filters, row count, data date.",
  },
  parameters: KPI_QUESTION,
  result: "matrix",
  examples: ['=KPI.EXPLIQUER("CA","region","CUMUL","Nord")'],
  ask: (input) =>
    asking([{ ask: "explain", query: queryOf(input, input.kpi ?? "") }], ([explained], { language }) => {
      if (!explained.ok) return explained;
      const kpi = KPIS.find(explained.value.kpi);
      return kpi.ok ? spilled(rowsOf(kpi.value, explained.value, language)) : kpi;
    }),
};

function rowsOf(kpi: KpiDefinition, explanation: Explanation, language: Language): CellScalar[][] {
  const { period, filters, rowCount, dataDate, answer } = explanation;
  const shown = filters.map(({ axis, member }) => `${axis} : ${member}`).join(" ; ");
  const row = (label: keyof typeof LABELS, value: CellScalar): CellScalar[] => [
    LABELS[label][language],
    value,
  ];
  return [
    row("kpi", `${kpi.label[language]} (${kpi.id})`),
    row("definition", kpi.explanation[language]),
    row("value", scalarOf(answer, language)),
    row("period", periodText(period, language)),
    row("filters", shown || NO_FILTER[language]),
    row("rows", rowCount),
    row("dataDate", formatsOf(language).day(dataDate)),
  ];
}

function periodText({ from, to }: DayRange, language: Language): string {
  const { day } = formatsOf(language);
  if (from === undefined && to === undefined) return ALL_DATA[language];
  return `${from === undefined ? "…" : day(from)} – ${to === undefined ? "…" : day(to)}`;
}
