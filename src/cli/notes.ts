import { noteSentence, sentence, textsOf } from "../i18n";
import { lackWithKpis } from "../kpi";
import { engineOf } from "../live";
import { deservesLook, type Note, note } from "../sales/note";
import type { Language } from "../sales/text";
import type { Loaded } from "./source";

/** What a source lacks, then what it decided by itself or lost, one line each; those that deserve a look are marked. */
export function* noteLines(loaded: Loaded, language: Language): Generator<string> {
  const t = textsOf("cli", language);
  const { data } = loaded;
  for (const lack of data.provenance.lacks ?? [])
    yield t("told", { sentence: lackWithKpis(lack, data.provenance)[language] });
  for (const each of allNotes(loaded, language))
    yield t(deservesLook(each) ? "toCheck" : "told", { sentence: noteSentence(each, language) });
}

/** The notes of a source, then each target that answers nothing with its place and reason. */
export function allNotes(loaded: Loaded, language: Language): readonly Note[] {
  const unanswered = engineOf(loaded, language).refusedTargets.map(({ index, failure }) => {
    const { kpi, dimension, member, period } = loaded.targets[index]!;
    const place = [kpi, dimension, member, period].filter((part) => part.trim() !== "").join(", ");
    return note("target-unanswered", { place, reason: sentence(failure, language) });
  });
  return [...loaded.notes, ...unanswered];
}

/** Writes the same where it does not mix with answers. */
export function tellNotes(loaded: Loaded, language: Language, errors: NodeJS.WritableStream): void {
  for (const line of noteLines(loaded, language)) errors.write(`${line}\n`);
}
