import type { TableName } from "../../sales/schema";
import { type MarkRules, readMark, writeMark } from "../changeMark";
import type { ChangeFeed, ChangesPage } from "../changes";
import { memberRow } from "../records";
import { nextPart, readCursor, writeCursor } from "../tableReading";
import type { Content } from "./contents";
import { invalid, LABEL } from "./errors";
import { idOf, queryOf, type Reader, readingOf } from "./reading";

/** A transaction of Dataverse may last two minutes, and dates its records before it ends. */
const MARGIN_MS = 5 * 60_000;

/**
 * What moved since an earlier refresh, by `modifiedon`, and the ids of all that is there. Dataverse's own change
 * tracking would need the right to read every record of the organisation, and knows neither filters nor parents.
 */
export function changesOf(
  contentsOf: (table: TableName) => readonly Content[],
  reader: Reader,
  basis: unknown,
): ChangeFeed {
  const { client, context, pageSize } = reader;
  const rules: MarkRules = { source: LABEL.fr, basis };
  return {
    mark: writeMark(client.clock.now(), MARGIN_MS, rules),
    async list(table, since, cursor, signal): Promise<ChangesPage> {
      const contents = contentsOf(table);
      const { at, place } = readCursor(cursor);
      const content = contents[at];
      if (!content) return { rows: [] };
      const { part, extra } = content;
      const from = readMark(since, client.clock.now(), rules);
      const moved = [movedSince(content, from, reader)];
      const { records, next } =
        place === undefined
          ? await client.first(queryOf(content, reader, part.columns, moved), pageSize, signal, table)
          : await client.next(place, pageSize, signal, table);
      for (const record of records) if (idOf(part.id, record) === undefined) throw invalid(table);
      const { rows, rejected } = part.rows(records, context);
      const after = next === undefined ? nextPart(at, contents.length) : writeCursor(at, next);
      return {
        rows: [...rows, ...(next === undefined && extra ? [memberRow(extra.id, extra.name)] : [])],
        rejected,
        ...(after !== undefined && { next: after }),
      };
    },
    async presentIds(table, signal) {
      const ids: string[] = [];
      for (const content of contentsOf(table)) {
        ids.push(...(await readingOf(content, reader, signal).recount.ids()));
        if (content.extra) ids.push(content.extra.id);
      }
      return ids;
    },
  };
}

/** The record itself, a parent whose columns its rows show, what points to it, or the day that has come. */
function movedSince({ part }: Content, since: Date, { access, today }: Reader): string {
  const moment = since.toISOString();
  const pointers = Object.entries(part.pointedToBy ?? {}).filter(([set]) => access.reads(set));
  const came = part.conditions(today).flatMap(({ comesTrueAt }) => comesTrueAt ?? []);
  return `(${[
    ...part.dated.map((parent) => `${parent}modifiedon ge ${moment}`),
    ...pointers.map(([, relation]) => `${relation}/any(one:one/modifiedon ge ${moment})`),
    ...came.map((column) => `${column} ge ${moment}`),
  ].join(" or ")})`;
}
