import { isEarly, queryOf } from "../alerts/standing";
import type { KpiSource } from "../source";
import { MOST_STORIES, type Story } from "./story";

/** The morning's stories with their causes; a story that has nothing to compare stays without. */
export async function withReasons(source: KpiSource, all: readonly Story[]): Promise<readonly Story[]> {
  return Promise.all(
    all.slice(0, MOST_STORIES).map(async (story) => {
      if (isEarly(story.head)) return story;
      const reasons = await source.why(queryOf(story.head));
      return reasons.ok ? { ...story, reasons: reasons.value } : story;
    }),
  );
}
