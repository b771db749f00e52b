import type { EpochDay } from "../../sales/calendar";
import { note } from "../../sales/note";
import type { Connection } from "../connector";
import { connectionTo, daysIn, todayIn } from "../kit";
import { UNTYPED } from "./activity";
import { LABEL } from "./answers";
import { changedSince, readMark, writeMark } from "./changes";
import type { DolibarrClient } from "./client";
import type { Content } from "./contents";
import { countOf, countsOf } from "./counts";
import { askContents, askNewest, askVisitKinds, askZone, markOf } from "./opening";
import type { Choices } from "./part";
import { questions } from "./questions";
import { readingOf } from "./reading";
import type { Session } from "./session";

export interface OpenOptions {
  /** The day the data is as of; default today where the server is. */
  readonly dataDate: EpochDay | undefined;
  readonly pageSize: number;
  /** Kinds of events that are visits; absent, what this Dolibarr's events look like decides. */
  readonly visits?: readonly number[] | undefined;
  readonly salesperson: Choices["salesperson"];
}

/**
 * The tables that the key's owner may read. Throws FailureError: `source-no-right`, `source-module-missing`, and what
 * asking throws.
 */
export async function openConnection(
  client: DolibarrClient,
  { dataDate, pageSize, visits, salesperson }: OpenOptions,
  signal: AbortSignal,
): Promise<Connection> {
  const granted = await askContents(client, signal);
  const { contents } = granted;
  const [zone, newest, kinds] = await Promise.all([
    askZone(client, contents, signal),
    // Taken before the first row is read, and before anything is counted.
    askNewest(client, contents, signal),
    visits ?? askVisitKinds(client, contents, signal),
  ]);
  const choices = { visits: kinds, salesperson };
  const dayOf = daysIn(zone.timeZone);
  const session: Session = {
    client,
    granted,
    pageSize,
    dayOf: (second) => (second === undefined ? undefined : dayOf(new Date(second * 1_000).toISOString())),
    choices,
    mark: markOf(newest, zone),
    memory: new Map(),
  };
  const counts = await countsOf(session, signal);
  const optionsOf = ({ table }: Content, asked: AbortSignal) => {
    const ask = questions(session, asked);
    return { session, ask, table, signal: asked };
  };
  return connectionTo<Content, string>({
    label: LABEL.fr,
    granted,
    about: {
      dataDate: dataDate ?? todayIn(zone.timeZone, Date.now()),
      // The API does not tell when an order is invoiced.
      invoicingDates: false,
      ...(kinds.includes(UNTYPED) && !visits && { notes: [note("visits-untyped", {}, "visits")] }),
    },
    readingOf: (content, asked) => readingOf(content.part, optionsOf(content, asked)),
    changes: {
      mark: writeMark(session.mark, choices),
      since: (mark) => readMark(mark, choices),
      counts,
      async countSince({ part }, since, asked) {
        const { ask } = optionsOf({ table: "customers", part }, asked);
        return countOf(part, session, asked, await changedSince(part, since, ask));
      },
      async readingOf(content, since, asked) {
        const options = optionsOf(content, asked);
        const within = await changedSince(content.part, since, options.ask);
        return readingOf(content.part, { ...options, within });
      },
    },
    measures:
      counts.size > 0
        ? {
            // The last page is an empty one, and what changed meanwhile is asked for.
            calls: (records) => Math.ceil(records / pageSize) + 2,
            roughCount: async ({ part }, asked) => (await countOf(part, session, asked)) ?? 0,
          }
        : undefined,
    begin: () => session.memory.clear(),
  });
}
