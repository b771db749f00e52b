import { z } from "zod";
import { FailureError, failure } from "../../sales/failure";
import type { TableName } from "../../sales/schema";
import { type MarkRules, readMark, writeMark } from "../changeMark";
import type { ChangeFeed, ChangesPage } from "../changes";
import { memberRow } from "../records";
import type { Content } from "./contents";
import { invalid, LABEL } from "./errors";
import { NOBODY } from "./members";
import { fieldsSeen, idOf, type Reader, readingOf } from "./reading";
import { moment, valueAt } from "./soql";
import { key } from "./values";

/** A transaction of Salesforce may last ten minutes, and dates its records before it ends. */
const MARGIN_MS = 10 * 60_000;
/** How long Salesforce keeps what was deleted. */
const MEMORY_DAYS = 15;
const DELETED = z.object({
  deletedRecords: z.array(z.object({ id: key })),
  earliestDateAvailable: z.string(),
});

/** What moved since an earlier refresh, by `SystemModstamp` and the recycle bin. */
export function changesOf(
  contents: ReadonlyMap<TableName, Content>,
  reader: Reader,
  basis: unknown,
): ChangeFeed {
  const { client } = reader;
  const rules: MarkRules = { source: LABEL.fr, basis, memoryDays: MEMORY_DAYS };
  return {
    mark: writeMark(client.clock.now(), MARGIN_MS, rules),
    async list(table, since, cursor, signal) {
      const from = readMark(since, client.clock.now(), rules);
      const content = contents.get(table);
      if (!content) return { rows: [] };
      return changed(content, from, cursor, reader, signal);
    },
  };
}

/**
 * Changed records, deleted ones too, whether or not they belong to the table: one question tells both what to write
 * and what has left, so nothing can happen between two.
 */
async function changed(
  content: Content,
  since: Date,
  cursor: string | undefined,
  reader: Reader,
  signal: AbortSignal,
): Promise<ChangesPage> {
  const { table, part } = content;
  const { client, access, context, today, pageSize } = reader;
  const gone = cursor === undefined ? await deletedSince(content, since, reader, signal) : [];
  const deletable = access.sees(part.object, "IsDeleted");
  const select = {
    fields: [...fieldsSeen(part, access), ...(deletable ? ["IsDeleted"] : [])],
    object: part.object,
    where: `(${movedSince(content, since, reader).join(" OR ")})`,
  };
  const options = { all: true, table };
  const { records, next } = await client.pageById(select, cursor, pageSize, signal, options);
  const belongs = (record: unknown) =>
    valueAt(record, "IsDeleted") !== true &&
    part.conditions.every((condition) => condition.holds(record, today));
  for (const record of records) if (idOf(record) === undefined) throw invalid(table);
  const { rows, rejected } = part.rows(records.filter(belongs), context);
  const kept = new Set(rows.map(({ values }) => values.id));
  return {
    rows: [
      ...rows,
      ...(next === undefined && table === "salespeople" ? [memberRow(NOBODY.id, NOBODY.name)] : []),
    ],
    rejected,
    gone: [...gone, ...records.flatMap((record) => idOf(record) ?? []).filter((id) => !kept.has(id))],
    ...(next !== undefined && { next }),
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
  if (Date.parse(earliestDateAvailable) > since.getTime())
    throw new FailureError(failure("source-changes-lost", { source: LABEL.fr }));
  const deleted = deletedRecords.map(({ id }) => id);
  const restored = new Set((await readingOf(content, reader, signal).recount.byIds(deleted)).map(idOf));
  return deleted.filter((id) => !restored.has(id));
}
