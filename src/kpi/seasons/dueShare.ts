import type { EpochDay } from "../../sales/calendar";
import type { Text } from "../../sales/text";
import type { ShareBasis } from "./basis";

/** The share of a period's target that is due by now, and what it follows. */
export interface DueShare {
  /** 0 to 1. */
  readonly share: number;
  /** `targets`: targets of shorter periods inside; `none`: nothing to share, a stock or a period that is over. */
  readonly basis: ShareBasis | "targets" | "none";
  /** Number of past years followed. */
  readonly years: number;
  /** First day of a product that began inside the period: its share begins there. */
  readonly since?: EpochDay;
  /** Half the width of the projection's interval, as a share of it; see `marginOf`. */
  readonly margin?: () => number | undefined;
}

export const ALL_DUE: DueShare = { share: 1, basis: "none", years: 0 };

const WORDS: Readonly<Record<DueShare["basis"], (years: number) => Text>> = {
  targets: () => ({ fr: "prorata des objectifs de période plus courte", en: "share of the shorter targets" }),
  seasons: (years) => ({
    fr: `prorata saisonnier, ${years} an${years > 1 ? "s" : ""}`,
    en: `seasonal share, ${years} year${years > 1 ? "s" : ""}`,
  }),
  weekdays: () => ({ fr: "prorata des jours de semaine vendus", en: "share by weekdays as they sell" }),
  calendar: () => ({ fr: "prorata des jours calendaires", en: "share of calendar days" }),
  none: () => ({ fr: "tout est dû", en: "all of it due" }),
};

/** Course that a share follows, in words: `prorata saisonnier, 3 ans`. */
export const shareWords = ({ basis, years }: Pick<DueShare, "basis" | "years">): Text => WORDS[basis](years);
