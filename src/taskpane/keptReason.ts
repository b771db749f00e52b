import { sentence } from "../i18n";
import type { FieldOf, KeptTable } from "../kept";
import type { Failure, FailureParams } from "../sales/failure";
import type { Language } from "../sales/text";

/** Says what is wrong with a kept table's cell: headings and choices as the reader's own language writes them. */
export function keptReason<V extends object, Row>(
  { columns }: KeptTable<V, Row>,
  { code, params }: Failure,
  language: Language,
): string {
  const words = new Map<string, string>();
  for (const field of Object.keys(columns) as FieldOf<V>[]) {
    const { caption, list } = columns[field];
    words.set(caption.fr, caption[language]);
    const translated = list?.(language) ?? [];
    for (const [index, word] of (list?.("fr") ?? []).entries()) words.set(word, translated[index] ?? word);
  }
  const known = (word: string) => words.get(word) ?? word;
  const named = Object.entries(params).map(([name, value]): [string, FailureParams[string]] => {
    if (typeof value === "object") return [name, value.map(known)];
    return [name, name === "column" ? known(String(value)) : value];
  });
  return sentence({ code, params: Object.fromEntries(named) }, language);
}
