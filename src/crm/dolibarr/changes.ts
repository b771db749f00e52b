import { FailureError, failure } from "../../sales/failure";
import type { ChangeFeed } from "../changes";
import { TableReadings } from "../tableReading";
import { LABEL } from "./client";
import type { Part } from "./part";
import { questions } from "./questions";
import { everyRecord, readingOf } from "./reading";
import { beginning, partOf, type Session } from "./session";

const MARK = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/;

/** Changes by `tms`, which the database moves by itself; small tables without it are given whole. */
export function changesOf(session: Session): ChangeFeed {
  const tables = new TableReadings(LABEL.fr);
  return {
    mark: session.mark,
    async list(table, since, cursor, signal) {
      // The mark becomes part of a filter: nothing but a moment may.
      if (!MARK.test(since)) throw new FailureError(failure("source-changes-lost", { source: LABEL.fr }));
      const part = partOf(session, table);
      if (!part) return { rows: [] };
      beginning(session, table, cursor);
      const ask = questions(session, signal);
      const all = part.namesCustomers === true && (await ask.customersMoved(since));
      const within = (all ? undefined : part.changedSince?.(since)) ?? everything(part);
      return tables.page(table, cursor, [readingOf(part, { session, ask, table, signal, within })]);
    },
    async presentIds(table, signal) {
      const part = partOf(session, table);
      if (!part) return [];
      const properties = table === "order_lines" ? ["id", "lines"] : ["id"];
      const records = await everyRecord(part, properties, { session, signal, table });
      return [...records.flatMap(part.rowIds), ...part.extra.map(({ values }) => String(values.id))];
    },
  };
}

/** A condition that every record meets. */
const everything = ({ idColumn }: Part): string => `(${idColumn}:>:0)`;
