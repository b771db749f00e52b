import type { EpochDay } from "../../sales/calendar";
import type { Connection } from "../connector";
import { connectionTo, daysIn, todayIn } from "../kit";
import { changedSince, readMark } from "./changes";
import { type DolibarrClient, LABEL } from "./client";
import type { Content } from "./contents";
import { countOf } from "./counts";
import { customers } from "./members";
import { askContents, askMark, askZone } from "./opening";
import { questions } from "./questions";
import { readingOf } from "./reading";
import type { Session } from "./session";

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
  const granted = await askContents(client, signal);
  const zone = await askZone(client, granted.contents, signal);
  const dayOf = daysIn(zone.timeZone);
  const session: Session = {
    client,
    granted,
    pageSize,
    dayOf: (second) => (second === undefined ? undefined : dayOf(new Date(second * 1_000).toISOString())),
    mark: await askMark(client, granted.contents, zone, signal),
    memory: new Map(),
  };
  const [counted] = granted.of("order_lines");
  const counts = (await countOf(counted?.part ?? customers, session, signal)) !== undefined;
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
    },
    readingOf: (content, asked) => readingOf(content.part, optionsOf(content, asked)),
    changes: {
      mark: session.mark,
      since: readMark,
      async readingOf(content, since, asked) {
        const options = optionsOf(content, asked);
        const within = await changedSince(content.part, since, options.ask);
        return readingOf(content.part, { ...options, within });
      },
    },
    measures: counts
      ? {
          // The last page is an empty one, and what changed meanwhile is asked for.
          calls: (records) => Math.ceil(records / pageSize) + 2,
          roughCount: async ({ part }, asked) => (await countOf(part, session, asked)) ?? 0,
        }
      : undefined,
    begin: () => session.memory.clear(),
  });
}
