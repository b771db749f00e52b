import type { Standing } from "../alerts/standing";
import type { Reasons } from "../why/reasons";

/** Alerts that are one matter, told once. */
export interface Story {
  /** `subjectKey` of its head, which stays from refresh to refresh. */
  readonly key: string;
  /** The level where it can be acted on. */
  readonly head: Standing;
  /** The other alerts of the same matter, the most urgent first. */
  readonly members: readonly Standing[];
  /** The register's decision at the head's tier; empty where it has none. */
  readonly decision: string;
  /** The register's person who decides; empty where it names none. */
  readonly decider: string;
  /** Gap in the source's currency; 0 where the matter has no amount of money. */
  readonly stake: number;
  /** An alert of it was not one at the refresh before, or none stood. */
  readonly isNew: boolean;
  /** An alert of it went from Anticipation to Alerte at the last refresh. */
  readonly isWorse: boolean;
  /** Undefined until asked for (`withReasons`), and where nothing can be compared. */
  readonly reasons?: Reasons;
}

/** Stories told in one morning. */
export const MOST_STORIES = 7;
