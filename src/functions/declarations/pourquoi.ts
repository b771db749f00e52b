import { formatsOf } from "../../i18n";
import { AXES, type Place, type Reasons, type Unit, whySentence } from "../../kpi";
import type { Language, Text } from "../../sales/text";
import { queryOf, spilled } from "../answers";
import type { CellScalar } from "../cell";
import { asking, type FunctionDeclaration } from "../declaration";
import { KPI_QUESTION } from "../parameters";

const HEADINGS = [
  { fr: "Pourquoi", en: "Why" },
  { fr: "Part de l'écart", en: "Part of the gap" },
  { fr: "En %", en: "In %" },
] satisfies readonly Text[];
const REST: Text = { fr: "Le reste", en: "The rest" };
const GAP: Text = { fr: "Écart", en: "Gap" };

/** The gap of one number taken apart, three columns: one sentence, then member, part, share; the parts, then the gap. */
export const pourquoi: FunctionDeclaration = {
  id: "POURQUOI",
  description: {
    fr: "Pourquoi un chiffre manque ce qui est dû à ce jour (ou l'an dernier, sans objectif) : les membres qui font l'écart, trouvés sur tous les axes.",
    en: "Why a number misses what is due by now (or last year, without target): the members that make the gap, found on all dimensions.",
  },
  parameters: KPI_QUESTION,
  result: "matrix",
  examples: ['=KPI.POURQUOI("CA",,"A")', '=KPI.POURQUOI("CA","region","A","Sud")'],
  ask: (input) =>
    asking([{ ask: "why", query: queryOf(input, input.kpi ?? "") }], ([reasons], { language, kpis }) =>
      reasons.ok ? spilled(rowsOf(reasons.value, kpis.get(reasons.value.kpi)?.unit, language)) : reasons,
    ),
};

function rowsOf(reasons: Reasons, unit: Unit | undefined, language: Language): CellScalar[][] {
  const formats = formatsOf(language);
  const sentence = whySentence(
    reasons,
    { amount: (value) => signed(value, unit, language), percent: formats.percent },
    language,
  );
  return [
    [sentence, null, null],
    HEADINGS.map((heading) => heading[language]),
    ...reasons.parts.map(({ kind, place, amount, share }) => [
      kind === "rest" ? REST[language] : placeName(place, language),
      amount,
      share,
    ]),
    [GAP[language], reasons.gap, 1],
  ];
}

const placeName = (place: Place, language: Language): string =>
  place.map(({ axis, member }) => `${AXES[axis].label[language]} : ${member}`).join(" × ");

const WRITTEN: Partial<Record<Unit, "money" | "percent">> = { money: "money", percent: "percent" };

function signed(value: number, unit: Unit | undefined, language: Language): string {
  const formats = formatsOf(language);
  const written = formats[(unit && WRITTEN[unit]) ?? "number"](Math.abs(value));
  return `${value < 0 ? "−" : "+"}${written}`;
}
