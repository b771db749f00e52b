import { fold, seen } from "../../sales/fold";
import type { TextColumn } from "../../sales/tables";
import { channelKey } from "../channels";
import type { DimensionId } from "../definition";
import { UNKNOWN_MEMBER } from "../dimensions";
import type { MemberEntry } from "./directory";

const UNKNOWN_KEY = fold(UNKNOWN_MEMBER);

/** Key of the member that a text of a text dimension means; undefined where it says nothing. */
export function textKey(dimension: DimensionId, text: string): string | undefined {
  const key = fold(text);
  if (key === "" || key === UNKNOWN_KEY) return undefined;
  return dimension === "canal" ? channelKey(key) : key;
}

/**
 * The members of a text dimension, one a key, in the order in which the columns first name them. Each is shown in its
 * most frequent spelling, counted by rows; the first one met, of several as frequent.
 */
export function spelledMembers(dimension: DimensionId, columns: Iterable<TextColumn>): MemberEntry[] {
  const spellings = new Map<string, Set<string>>();
  const distinct = new Set(columns);
  for (const { dictionary } of distinct)
    for (const text of dictionary) {
      const key = textKey(dimension, text);
      if (key !== undefined) spellings.set(key, (spellings.get(key) ?? new Set()).add(seen(text)));
    }
  const isContested = [...spellings.values()].some(({ size }) => size > 1);
  const uses = isContested ? rowsByText(distinct) : undefined;
  return Array.from(spellings, ([key, texts]) => {
    const [first = key, ...others] = texts;
    const rows = (text: string) => uses?.get(text) ?? 0;
    const name = others.reduce((best, text) => (rows(text) > rows(best) ? text : best), first);
    return { key, name };
  });
}

function rowsByText(columns: Iterable<TextColumn>): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  for (const { codes, dictionary } of columns) {
    const counts = new Int32Array(dictionary.length + 1); // the first is that of empty cells
    for (let row = 0; row < codes.length; row++) counts[codes[row]! + 1]!++;
    dictionary.forEach((raw, code) => {
      const text = seen(raw);
      rows.set(text, (rows.get(text) ?? 0) + counts[code + 1]!);
    });
  }
  return rows;
}
