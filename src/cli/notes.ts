import { noteSentence, textsOf } from "../i18n";
import { lackWithKpis } from "../kpi";
import type { Collected } from "../sales/collect";
import { deservesLook } from "../sales/note";
import type { Language } from "../sales/text";

/** What a source lacks, then what it decided by itself or lost, one line each; those that deserve a look are marked. */
export function* noteLines({ data, notes }: Collected, language: Language): Generator<string> {
  const t = textsOf("cli", language);
  for (const lack of data.provenance.lacks ?? [])
    yield t("told", { sentence: lackWithKpis(lack, data.provenance)[language] });
  for (const note of notes)
    yield t(deservesLook(note) ? "toCheck" : "told", { sentence: noteSentence(note, language) });
}

/** Writes the same where it does not mix with answers. */
export function tellNotes(loaded: Collected, language: Language, errors: NodeJS.WritableStream): void {
  for (const line of noteLines(loaded, language)) errors.write(`${line}\n`);
}
