import { currencyInHeading } from "../values/currencies";
import { plainWord } from "../values/plainWord";
import { type Field, fieldsOf, SOURCE_TABLES, type SourceTable } from "./fields";
import { FIELD_WORDS } from "./words";

/** A heading as it is compared: without its currency and its unit. */
export function headingWord(heading: string): string {
  const currency = currencyInHeading(heading);
  const word = plainWord(heading.replace(/ \(\d+\)$/, ""));
  return currency === undefined
    ? word
    : word.replace(new RegExp(`(^| )${currency.toLowerCase()}( |$)`), " ").trim();
}

/** The rank of a heading as a field's name: 0 its code name, 1 a caption, then its usual words in order. Undefined: not at all. */
function headingRank(table: SourceTable, field: Field, word: string): number | undefined {
  if (word === "") return undefined;
  if (word === plainWord(field.name)) return 0;
  // "Client" is a caption of the id in our own exports, but a name where a code stands beside it.
  const isCaption = word === plainWord(field.caption.fr) || word === plainWord(field.caption.en);
  if (isCaption && field.table === undefined) return 1;
  const words = FIELD_WORDS[`${table}.${field.name}`] ?? FIELD_WORDS[field.name] ?? [];
  const at = words.indexOf(word);
  if (at >= 0) return 2 + at;
  return isCaption ? LAST : undefined;
}

const LAST = 1_000;

/** True when any table has a field that is usually called so. */
export const isKnownHeading = (word: string): boolean => KNOWN.has(word);

const KNOWN: ReadonlySet<string> = new Set([
  ...Object.values(FIELD_WORDS).flat(),
  ...SOURCE_TABLES.flatMap((table) =>
    fieldsOf(table).flatMap(({ name, caption }) => [name, caption.fr, caption.en].map(plainWord)),
  ),
]);

/** Headings that fill fields, by field; `others` are headings that could have filled it as well. */
export interface Assignment {
  readonly heading: string;
  readonly others: readonly string[];
}

/**
 * Gives each field the heading that names it best: chosen ones first, then by how well it is said, never by the order
 * of columns. `chosen` maps a field to a heading, or to "" for none.
 */
export function assignHeadings(
  table: SourceTable,
  headings: readonly string[],
  chosen: Readonly<Record<string, string>> = {},
): ReadonlyMap<string, Assignment> {
  const taken = new Set<number>();
  const assigned = new Map<string, { at: number; isChosen: boolean }>();
  const words = headings.map(headingWord);
  for (const [field, heading] of Object.entries(chosen)) {
    const at = headings.findIndex((each, index) => !taken.has(index) && isSame(each, heading));
    if (at >= 0) assign(field, at, true);
  }
  const fits = fieldsOf(table)
    .filter(({ name }) => !(name in chosen))
    .flatMap((field) =>
      words.map((word, at) => ({
        field: field.name,
        at,
        rank: headingRank(table, field, word) ?? Number.NaN,
      })),
    )
    .filter(({ rank }) => !Number.isNaN(rank))
    .sort((a, b) => a.rank - b.rank);
  for (const { field, at, rank } of fits)
    if (!assigned.has(field) && !taken.has(at) && !isRepeated(rank, at)) assign(field, at, false);

  /** “Client” a second time is a doubt about the names, never their ids. */
  function isRepeated(rank: number, at: number): boolean {
    return rank === LAST && Array.from(taken).some((other) => words[other] === words[at]);
  }

  function assign(field: string, at: number, isChosen: boolean): void {
    assigned.set(field, { at, isChosen });
    taken.add(at);
  }

  const rivals = (field: string): readonly string[] =>
    fits.filter((fit) => fit.field === field && !taken.has(fit.at)).map(({ at }) => headings[at] ?? "");
  return new Map(
    Array.from(assigned, ([field, { at, isChosen }]) => [
      field,
      { heading: headings[at] ?? "", others: isChosen ? [] : rivals(field) },
    ]),
  );
}

const isSame = (heading: string, other: string): boolean =>
  heading !== "" && plainWord(heading) === plainWord(other);
