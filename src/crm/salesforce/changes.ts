import { z } from "zod";
import { changesLost, type MarkRules, type PartReading } from "../kit";
import type { Content } from "./contents";
import { LABEL } from "./errors";
import { fieldsSeen, idOf, type Reader, readingOf } from "./reading";
import { moment, valueAt } from "./soql";
import { key } from "./values";

/** A transaction of Salesforce may last ten minutes, and dates its records before it ends. */
export const MARGIN_MS = 10 * 60_000;
/** How long Salesforce keeps what was deleted. */
const MEMORY_DAYS = 15;
const DELETED = z.object({
  deletedRecords: z.array(z.object({ id: key })),
  earliestDateAvailable: z.string(),
});

/** What every row was computed with, and how long deletions are known. */
export const rulesOf = (basis: unknown): MarkRules => ({ source: LABEL.fr, basis, memoryDays: MEMORY_DAYS });

/**
 * What moved since a moment, by `SystemModstamp` and the recycle bin: changed records, deleted ones too, whether or not
 * they belong to the table. One question tells both what to write and what has left, so nothing can happen between two.
 */
export function changedReading(
  content: Content,
  since: Date,
  reader: Reader,
  signal: AbortSignal,
): PartReading {
  const { table, part } = content;
  const { client, access, context, today, pageSize } = reader;
  const deletable = access.sees(part.object, "IsDeleted");
  const select = {
    fields: [...fieldsSeen(part, access), ...(deletable ? ["IsDeleted"] : [])],
    object: part.object,
    where: `(${movedSince(content, since, reader).join(" OR ")})`,
  };
  const belongs = (record: unknown) =>
    valueAt(record, "IsDeleted") !== true &&
    part.conditions.every((condition) => condition.holds(record, today));
  return {
    page: (place) => client.pageById(select, place, pageSize, signal, { all: true, table }),
    idOf,
    async rows(records) {
      const { rows, rejected } = await part.rows(records.filter(belongs), context);
      const kept = new Set(rows.map(({ values }) => values.id));
      const gone = records.flatMap((record) => idOf(record) ?? []).filter((id) => !kept.has(id));
      return { rows, ...(rejected && { rejected }), gone };
    },
    gone: () => deletedSince(content, since, reader, signal),
  };
}

/** The record itself, a parent whose fields the row shows, or time alone. */
function movedSince({ part }: Content, since: Date, { access, today }: Reader): string[] {
  const parents = new Set(part.fields.map(({ path }) => path.split(".").slice(0, -1).join(".")));
  const stamps = [...parents].map((parent) => (parent ? `${parent}.SystemModstamp` : "SystemModstamp"));
  const day = moment(since).slice(0, 10);
  const entered = part.conditions
    .filter(({ becomesTrue, field }) => becomesTrue && access.sees(part.object, field))
    .map(({ field }) => `(${field} >= ${day} AND ${field} <= ${today})`);
  return [...stamps.map((stamp) => `${stamp} >= ${moment(since)}`), ...entered];
}

/**
 * Ids that Salesforce's own log of deletions names and that have not come back: the recycle bin may have been emptied
 * since. Throws `source-changes-lost` when the log does not go back that far.
 */
async function deletedSince(
  content: Content,
  since: Date,
  reader: Reader,
  signal: AbortSignal,
): Promise<string[]> {
  const { table, part } = content;
  const { client, access } = reader;
  if (!access.sees(part.object, "IsDeleted")) return [];
  const span = new URLSearchParams({ start: moment(since), end: moment(client.clock.now()) });
  const path = `/sobjects/${part.object}/deleted/?${span}`;
  const { deletedRecords, earliestDateAvailable } = await client.resource(path, DELETED, signal, table);
  if (Date.parse(earliestDateAvailable) > since.getTime()) throw changesLost(LABEL.fr);
  const deleted = deletedRecords.map(({ id }) => id);
  const restored = new Set((await readingOf(content, reader, signal).recount.byIds(deleted)).map(idOf));
  return deleted.filter((id) => !restored.has(id));
}
