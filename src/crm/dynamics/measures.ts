import { z } from "zod";
import type { Measures, Summed } from "../kit";
import { LARGEST_PAGE } from "./client";
import { totalsXml } from "./conditions";
import type { Content } from "./contents";
import type { Reader } from "./reading";

const COUNTS = z.object({
  EntityRecordCountCollection: z.object({ Values: z.array(z.number().int().nonnegative()) }),
});

/**
 * Dynamics counts and sums up to 50,000 records; more are counted by their ids. It tells nobody how much of a limit is
 * left: it asks for patience when it is used.
 */
export const measuresOf = (reader: Reader): Measures<Content> => ({
  // Counted before and after; where that cannot be done, all ids are listed at the end.
  calls: (records, isExact) =>
    Math.floor(records / reader.pageSize) + 1 + 2 + (isExact ? 0 : Math.floor(records / LARGEST_PAGE) + 1),
  /** All records of the table, as of at most a day ago. */
  async roughCount({ part }, signal) {
    const path = `RetrieveTotalRecordCount(EntityNames=['${part.entity}'])`;
    const { EntityRecordCountCollection: counts } = await reader.client.call(path, COUNTS, signal);
    return counts.Values[0] ?? 0;
  },
  sums: (content, signal) => sumsOf(content, reader, signal),
});

async function sumsOf(
  { part }: Content,
  { client, today }: Reader,
  signal: AbortSignal,
): Promise<readonly Summed[]> {
  const { sum } = part;
  if (!sum) return [];
  const columns = [sum.of, ...(sum.less ? [sum.less] : [])];
  const totals = await client.totals(part.set, totalsXml(part, part.conditions(today), columns), signal);
  if (!totals) return [];
  const total = (column: string | undefined) => Number(totals[`${column}_sum`] ?? 0);
  return [{ measure: sum.measure, value: total(sum.of) - (sum.less ? total(sum.less) : 0) }];
}
