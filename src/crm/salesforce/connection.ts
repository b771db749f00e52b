import { z } from "zod";
import { type EpochDay, formatIsoDay } from "../../sales/calendar";
import { FailureError } from "../../sales/failure";
import type { Connection } from "../connector";
import { connectionTo, daysIn, readMark, todayIn, writeMark } from "../kit";
import { askAccess } from "./access";
import { changedReading, MARGIN_MS, rulesOf } from "./changes";
import type { SalesforceClient } from "./client";
import type { Content } from "./contents";
import { LABEL } from "./errors";
import { measuresOf } from "./measures";
import { askRates } from "./rates";
import { type Reader, readingOf } from "./reading";

export interface OpenOptions {
  /** The day the data is as of; default today where the person works. */
  readonly dataDate: EpochDay | undefined;
  /** IANA name; default the person's own in Salesforce. */
  readonly timeZone: string | undefined;
  /** Records a page, 2,000 at most. */
  readonly pageSize: number;
}

const PERSON = z.object({ name: z.string().optional(), zoneinfo: z.string().optional() });

/** The tables that this person sees. Throws FailureError, `source-no-right` without users and accounts. */
export async function openConnection(
  client: SalesforceClient,
  { dataDate, timeZone, pageSize }: OpenOptions,
  signal: AbortSignal,
): Promise<Connection> {
  const access = await askAccess(client, signal);
  const person = await askPerson(client, signal);
  const zone = timeZone ?? person.zoneinfo ?? "UTC";
  const { currencies, datedMoney, basis } = await askRates(client, access, signal);
  const day = dataDate ?? todayIn(zone, client.clock.now().getTime());
  const context = { day: daysIn(zone), datedMoney };
  const reader: Reader = { client, access, context, today: formatIsoDay(day), pageSize };
  const rules = rulesOf({ basis, zone });
  return connectionTo<Content, Date>({
    label: LABEL.fr,
    granted: access,
    about: {
      dataDate: day,
      ...(person.name !== undefined && { user: person.name }),
      invoicingDates: false,
      ...(currencies && { currencies }),
    },
    readingOf: (content, asked) => readingOf(content, reader, asked),
    changes: {
      mark: writeMark(client.clock.now(), MARGIN_MS, rules),
      since: (mark) => readMark(mark, client.clock.now(), rules),
      readingOf: (content, since, asked) => changedReading(content, since, reader, asked),
      tellsGone: true,
    },
    measures: measuresOf(reader),
  });
}

/** Who is connected. A token that may read data need not be one that may tell. */
async function askPerson(
  client: SalesforceClient,
  signal: AbortSignal,
): Promise<Partial<z.output<typeof PERSON>>> {
  try {
    return await client.get("/services/oauth2/userinfo", PERSON, signal);
  } catch (error) {
    const told = error instanceof FailureError ? error.failure.code : "";
    if (["source-refused", "source-no-right", "source-invalid-answer"].includes(told)) return {};
    throw error;
  }
}
