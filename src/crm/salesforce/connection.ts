import { z } from "zod";
import { type EpochDay, formatIsoDay } from "../../sales/calendar";
import { FailureError } from "../../sales/failure";
import type { Connection } from "../connector";
import { TableReadings } from "../tableReading";
import { daysIn, todayIn } from "../zonedDay";
import { askAccess } from "./access";
import { changesOf } from "./changes";
import type { SalesforceClient } from "./client";
import { LABEL } from "./errors";
import { aggregatesOf, estimateOf } from "./measures";
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
  const contents = new Map(access.contents.map((content) => [content.table, content]));
  const tables = new TableReadings(LABEL.fr);
  return {
    dataDate: day,
    ...(person.name !== undefined && { user: person.name }),
    tables: access.tables,
    lacks: access.lacks,
    invoicingDates: false,
    ...(currencies && { currencies }),
    listPage(table, cursor, pageSignal) {
      const content = contents.get(table);
      const parts = content ? [readingOf(content, reader, pageSignal)] : [];
      return tables.page(table, cursor, parts);
    },
    changes: changesOf(contents, reader, { basis, zone }),
    aggregates: (asked) => aggregatesOf(access.contents, reader, asked),
    estimate: (asked) => estimateOf(access.contents, reader, asked),
    close: async () => {},
  };
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
