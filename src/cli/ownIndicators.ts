import { formatsOf, sentence } from "../i18n";
import { engineOf } from "../live";
import type { Language } from "../sales/text";
import type { Loaded } from "./source";

interface OwnLine {
  readonly line: string;
  readonly isWrong: boolean;
}

/** One line an own indicator of the register: its figure over all data, or why there is none. */
export async function ownIndicatorLines(loaded: Loaded, language: Language): Promise<readonly OwnLine[]> {
  const source = engineOf(loaded, language);
  const own = source.kpis.all.filter(({ value }) => value.kind === "calculation");
  const answers = await source.answer(
    own.map(({ id }) => ({ ask: "total", query: { kpi: id, filters: [] } }) as const),
  );
  const colon = language === "fr" ? " :" : ":";
  return own.map(({ id, label }, index) => {
    const answer = answers[index]!;
    if (!answer.ok) return { line: `${id}${colon} ${sentence(answer.failure, language)}`, isWrong: true };
    const { value } = answer;
    const shown = typeof value === "number" ? formatsOf(language).number(value) : "–";
    return { line: `${id}${colon} ${shown} (${label[language]})`, isWrong: false };
  });
}
