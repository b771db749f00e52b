import { formatsOf } from "../../i18n";
import {
  type DayRange,
  type ExplainedTerm,
  type Explanation,
  type KpiDefinition,
  type Outlook,
  shareWords,
  termName,
} from "../../kpi";
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
  shares: { fr: "Prorata", en: "Share due" },
  due: { fr: "Objectif dû à ce jour", en: "Target due by now" },
  projection: { fr: "Projection", en: "Projection" },
  interval: { fr: "Fourchette (8 fois sur 10)", en: "Range (8 times in 10)" },
} satisfies Record<string, Text>;

const NO_FILTER: Text = { fr: "aucun", en: "none" };
const SINCE: Text = { fr: "depuis le", en: "since" };
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
    asking(
      [{ ask: "explain", query: queryOf(input, input.kpi ?? "") }],
      ([explained], { language, kpis }) => {
        if (!explained.ok) return explained;
        const kpi = kpis.find(explained.value.kpi);
        return kpi.ok ? spilled(rowsOf(kpi.value, explained.value, language)) : kpi;
      },
    ),
};

function rowsOf(kpi: KpiDefinition, explanation: Explanation, language: Language): CellScalar[][] {
  const { period, filters, rowCount, dataDate, answer, outlook, terms } = explanation;
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
    ...(terms?.flatMap((term) => termRows(term, language)) ?? [row("rows", rowCount)]),
    row("dataDate", formatsOf(language).day(dataDate)),
    ...(outlook ? outlookRows(outlook, language).map(([label, value]) => row(label, value)) : []),
  ];
}

/** A term of an own indicator: its figure, and the number of its rows. */
const termRows = (term: ExplainedTerm, language: Language): CellScalar[][] => [
  [termName(term), term.value],
  [`${LABELS.rows[language]}, ${termName(term)}`, term.rowCount],
];

/** Outlook of a period in progress: the share due and what it follows, the projection and its range. */
function outlookRows(
  outlook: Outlook,
  language: Language,
): readonly (readonly [keyof typeof LABELS, CellScalar])[] {
  const { share, due, projection, interval, since } = outlook;
  const formats = formatsOf(language);
  const begun = since === undefined ? "" : ` ${SINCE[language]} ${formats.day(since)}`;
  const ends = interval?.map((end) => formats.number(Number(end.toPrecision(3))));
  return [
    ["shares", `${formats.percent(share)} : ${shareWords(outlook)[language]}${begun}`],
    ...(due === null ? [] : ([["due", due]] as const)),
    ["projection", projection],
    ...(ends ? ([["interval", `${ends[0]} – ${ends[1]}`]] as const) : []),
  ];
}

function periodText({ from, to }: DayRange, language: Language): string {
  const { day } = formatsOf(language);
  if (from === undefined && to === undefined) return ALL_DATA[language];
  return `${from === undefined ? "…" : day(from)} – ${to === undefined ? "…" : day(to)}`;
}
