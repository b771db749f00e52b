import type { Text } from "../sales/text";

/** A class of the aged balance, by days past due at the data date. */
export interface AgeingBucket {
  readonly label: Text;
  readonly aliases: readonly string[];
  /** Most days past due; absent = no limit. */
  readonly upTo?: number;
}

/** Most days past due of each class but the last, ascending; 0 is not due. */
const LIMITS = [0, 30, 60, 90] as const;
const LAST_LIMIT = LIMITS[LIMITS.length - 1]!;

const same = (text: string): Text => ({ fr: text, en: text });

/** First and last day past due of the classes between the first and the last. */
const SPANS = LIMITS.slice(1).map((to, index) => ({ from: LIMITS[index]! + 1, to }));

export const AGEING_BUCKETS: readonly AgeingBucket[] = [
  { label: { fr: "Non échu", en: "Not due" }, aliases: ["Current"], upTo: LIMITS[0] },
  ...SPANS.map(({ from, to }) => ({
    label: same(`${from}–${to}`),
    aliases: [`${from} à ${to}`, `${from} to ${to}`, `${from}-${to} jours`],
    upTo: to,
  })),
  {
    label: same(`> ${LAST_LIMIT}`),
    aliases: [`>${LAST_LIMIT}`, `${LAST_LIMIT}+`, `plus de ${LAST_LIMIT}`, `over ${LAST_LIMIT}`],
  },
];

const inWords = (notDue: string, to: string, days: string, over: string): string =>
  [
    notDue,
    ...SPANS.map((span, index) => `${span.from} ${to} ${span.to}${index === 0 ? ` ${days}` : ""}`),
    `${over} ${LAST_LIMIT}`,
  ].join(", ");

/** The classes as a sentence lists them: `non échu, 1 à 30 jours, 31 à 60, …`. */
export const AGEING_IN_WORDS: Text = {
  fr: inWords("non échu", "à", "jours", "plus de"),
  en: inWords("not due", "to", "days", "over"),
};

/** Days past due → the index of the bucket. */
export const ageingBucketOf = (daysPastDue: number): number =>
  AGEING_BUCKETS.findIndex(({ upTo }) => upTo === undefined || daysPastDue <= upTo);
