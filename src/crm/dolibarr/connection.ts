import type { EpochDay } from "../../sales/calendar";
import type { Connection } from "../connector";
import { TableReadings } from "../tableReading";
import { daysIn, todayIn } from "../zonedDay";
import { aggregatesOf, countOf, estimateOf } from "./aggregates";
import { changesOf } from "./changes";
import { type DolibarrClient, LABEL } from "./client";
import { customers } from "./members";
import { askContents, askMark, askZone } from "./opening";

import { questions } from "./questions";
import { readingOf } from "./reading";
import { beginning, partOf, type Session } from "./session";

export interface OpenOptions {
  /** The day the data is as of; default today where the server is. */
  readonly dataDate: EpochDay | undefined;
  readonly pageSize: number;
}

/**
 * The tables that the key's owner may read. Throws FailureError: `source-no-right`, `source-module-missing`, and what
 * asking throws.
 */
export async function openConnection(
  client: DolibarrClient,
  { dataDate, pageSize }: OpenOptions,
  signal: AbortSignal,
): Promise<Connection> {
  const { contents, lacks } = await askContents(client, signal);
  const zone = await askZone(client, contents, signal);
  const dayOf = daysIn(zone.timeZone);
  const session: Session = {
    client,
    contents,
    lacks,
    zone,
    pageSize,
    dayOf: (second) => (second === undefined ? undefined : dayOf(new Date(second * 1_000).toISOString())),
    mark: await askMark(client, contents, zone, signal),
    memory: new Map(),
  };
  const counted = partOf(session, "order_lines") ?? customers;
  const counts = (await countOf(counted, session, signal)) !== undefined;
  const tables = new TableReadings(LABEL.fr);
  return {
    dataDate: dataDate ?? todayIn(zone.timeZone, Date.now()),
    tables: contents.map(({ table }) => table),
    lacks,
    // The API does not tell when an order is invoiced.
    invoicingDates: false,
    changes: changesOf(session),
    async listPage(table, cursor, pageSignal) {
      const part = partOf(session, table);
      if (!part) return { rows: [] };
      beginning(session, table, cursor);
      const ask = questions(session, pageSignal);
      return tables.page(table, cursor, [readingOf(part, { session, ask, table, signal: pageSignal })]);
    },
    ...(counts && {
      aggregates: (asking: AbortSignal) => aggregatesOf(session, asking),
      estimate: (asking: AbortSignal) => estimateOf(session, asking),
    }),
    // Nothing is kept on the server: each question carries the key.
    close: async () => {},
  };
}
