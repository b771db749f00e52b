import type { Text } from "../sales/text";

/** A class of the aged balance, by days past due at the data date. */
export interface AgeingBucket {
  readonly label: Text;
  readonly aliases: readonly string[];
  /** Most days past due; absent = no limit. */
  readonly upTo?: number;
}

const same = (text: string): Text => ({ fr: text, en: text });

export const AGEING_BUCKETS: readonly AgeingBucket[] = [
  { label: { fr: "Non échu", en: "Not due" }, aliases: ["Current"], upTo: 0 },
  { label: same("1–30"), aliases: ["1 à 30", "1 to 30", "1-30 jours"], upTo: 30 },
  { label: same("31–60"), aliases: ["31 à 60", "31 to 60", "31-60 jours"], upTo: 60 },
  { label: same("61–90"), aliases: ["61 à 90", "61 to 90", "61-90 jours"], upTo: 90 },
  { label: same("> 90"), aliases: [">90", "90+", "plus de 90", "over 90"] },
];

/** Days past due → the index of the bucket. */
export const ageingBucketOf = (daysPastDue: number): number =>
  AGEING_BUCKETS.findIndex(({ upTo }) => upTo === undefined || daysPastDue <= upTo);
