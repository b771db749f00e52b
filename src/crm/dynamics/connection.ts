import { z } from "zod";
import { type EpochDay, formatIsoDay } from "../../sales/calendar";
import type { Connection } from "../connector";
import { connectionTo, daysIn, readMark, todayIn, writeMark } from "../kit";
import { askAccess } from "./access";
import { MARGIN_MS, movedSince } from "./changes";
import type { DataverseClient } from "./client";
import type { Content } from "./contents";
import { askCurrencies } from "./currencies";
import { LABEL } from "./errors";
import { measuresOf } from "./measures";
import { pages, type Reader, readingOf } from "./reading";

export interface OpenOptions {
  /** The day the data is as of; default today where the company works. */
  readonly dataDate: EpochDay | undefined;
  /** IANA name of where the company works. */
  readonly timeZone: string;
  /** Records a page, 5,000 at most. */
  readonly pageSize: number;
}

const PERSON = z.object({ fullname: z.string().nullable() });

/** The tables that this person sees. Throws FailureError, `source-address` when no Dataverse answers. */
export async function openConnection(
  client: DataverseClient,
  { dataDate, timeZone, pageSize }: OpenOptions,
  signal: AbortSignal,
): Promise<Connection> {
  const me = await client.whoAmI(signal);
  const access = await askAccess(client, signal);
  const person = await client.call(`systemusers(${me})?$select=fullname`, PERSON, signal);
  const { currencies, isoOf } = await askCurrencies(client, signal);
  const day = dataDate ?? todayIn(timeZone, client.clock.now().getTime());
  const context = { day: daysIn(timeZone), isoOf };
  const reader: Reader = { client, access, context, today: formatIsoDay(day), pageSize };
  const rules = { source: LABEL.fr, basis: { timeZone } };
  return connectionTo<Content, Date>({
    label: LABEL.fr,
    granted: access,
    about: {
      dataDate: day,
      ...(person.fullname && { user: person.fullname }),
      invoicingDates: false,
      currencies,
    },
    readingOf: (content, asked) => readingOf(content, reader, asked),
    changes: {
      mark: writeMark(client.clock.now(), MARGIN_MS, rules),
      since: (mark) => readMark(mark, client.clock.now(), rules),
      readingOf: (content, since, asked) =>
        pages(content, reader, asked, [movedSince(content, since, reader)]),
    },
    measures: measuresOf(reader),
  });
}
