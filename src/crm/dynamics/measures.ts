import { z } from "zod";
import type { CrmAggregate, LoadEstimate } from "../reconciliation";
import { LARGEST_PAGE } from "./client";
import { totalsXml } from "./conditions";
import type { Content } from "./contents";
import { type Reader, readingOf } from "./reading";

const COUNTS = z.object({
  EntityRecordCountCollection: z.object({ Values: z.array(z.number().int().nonnegative()) }),
});

/** Dynamics' own counts and sums of what is loaded; tables beyond its 50,000 records are counted by their ids. */
export async function aggregatesOf(
  tables: ReadonlyMap<string, readonly Content[]>,
  reader: Reader,
  signal: AbortSignal,
): Promise<CrmAggregate[]> {
  const found: CrmAggregate[] = [];
  for (const contents of tables.values()) {
    const { table } = contents[0]!;
    let rows = 0;
    for (const content of contents) {
      const { recount } = readingOf(content, reader, signal);
      rows += (await recount.count()) ?? (await recount.ids()).length;
      if (content.extra) rows++;
    }
    found.push({ table, measure: "rows", value: rows });
    for (const content of contents) found.push(...(await sumOf(content, reader, signal)));
  }
  return found;
}

async function sumOf(
  { part, table, sum }: Content,
  { client, today }: Reader,
  signal: AbortSignal,
): Promise<CrmAggregate[]> {
  if (!sum) return [];
  const columns = [sum.of, ...(sum.less ? [sum.less] : [])];
  const totals = await client.totals(part.set, totalsXml(part, part.conditions(today), columns), signal);
  if (!totals) return [];
  const total = (column: string | undefined) => Number(totals[`${column}_sum`] ?? 0);
  return [{ table, measure: sum.column, value: total(sum.of) - (sum.less ? total(sum.less) : 0) }];
}

/** What a full load costs. Dataverse tells nobody how much of a limit is left: it asks for patience when it is used. */
export async function estimateOf(
  contents: readonly Content[],
  reader: Reader,
  signal: AbortSignal,
): Promise<LoadEstimate> {
  let [rows, calls] = [0, 0];
  for (const content of contents) {
    const exact = await readingOf(content, reader, signal).recount.count();
    const count = exact ?? (await roughCount(content, reader, signal));
    rows += count;
    // Counted before and after; where that cannot be done, all ids are listed at the end.
    calls += Math.floor(count / reader.pageSize) + 1 + 2;
    if (exact === undefined) calls += Math.floor(count / LARGEST_PAGE) + 1;
  }
  return { rows, calls };
}

/** All records of the table, as of at most a day ago. */
async function roughCount({ part }: Content, { client }: Reader, signal: AbortSignal): Promise<number> {
  const path = `RetrieveTotalRecordCount(EntityNames=['${part.entity}'])`;
  const { EntityRecordCountCollection: counts } = await client.call(path, COUNTS, signal);
  return counts.Values[0] ?? 0;
}
