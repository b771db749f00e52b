import { z } from "zod";
import { type EpochDay, formatIsoDay } from "../../sales/calendar";
import type { TableName } from "../../sales/schema";
import type { Connection } from "../connector";
import { TableReadings } from "../tableReading";
import { daysIn, todayIn } from "../zonedDay";
import { askAccess } from "./access";
import { changesOf } from "./changes";
import type { DataverseClient } from "./client";
import { askCurrencies } from "./currencies";
import { LABEL } from "./errors";
import { aggregatesOf, estimateOf } from "./measures";
import { type Reader, readingOf } from "./reading";

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
  const contentsOf = (table: TableName) => access.contents.filter((content) => content.table === table);
  const byTable = new Map(access.tables.map((table) => [table, contentsOf(table)]));
  const tables = new TableReadings(LABEL.fr);
  return {
    dataDate: day,
    ...(person.fullname && { user: person.fullname }),
    tables: access.tables,
    lacks: access.lacks,
    invoicingDates: false,
    currencies,
    listPage(table, cursor, pageSignal) {
      const parts = contentsOf(table).map((content) => readingOf(content, reader, pageSignal));
      return tables.page(table, cursor, parts);
    },
    changes: changesOf(contentsOf, reader, { timeZone }),
    aggregates: (asked) => aggregatesOf(byTable, reader, asked),
    estimate: (asked) => estimateOf(access.contents, reader, asked),
    close: async () => {},
  };
}
