import type { EpochDay } from "../../sales/calendar";
import { FailureError, failure } from "../../sales/failure";
import type { TableName } from "../../sales/schema";
import type { Connection } from "../connector";
import { todayIn } from "../kit";
import { askAccount } from "./account";
import { changesBy } from "./changes";
import { LABEL, type PipedriveClient } from "./client";
import { askRights } from "./contents";
import { Listing } from "./listing";
import { Questions } from "./questions";
import { aggregatesOf, estimateOf } from "./totals";

/** The tables that this person sees in Pipedrive. Throws FailureError: what asking throws. */
export async function openConnection(
  client: PipedriveClient,
  dataDate: EpochDay | undefined,
  signal: AbortSignal,
): Promise<Connection> {
  const [{ user, timeZone, currencies, look, lacks }, rights] = await Promise.all([
    askAccount(new Questions(client, signal)),
    askRights((object) => new Questions(client, signal, { object })),
  ]);
  const now = client.clock.now();
  const names = [look.stages, look.industries, look.families, look.leadLabels];
  const reading = new Map<TableName, Listing>();
  const asking = (table: TableName, pageSignal: AbortSignal) => new Questions(client, pageSignal, { table });
  return {
    dataDate: dataDate ?? todayIn(timeZone, now.getTime()),
    user,
    tables: rights.tables,
    lacks: [...rights.lacks, ...lacks],
    // Pipedrive invoices nothing.
    invoicingDates: false,
    currencies,
    async listPage(table, cursor, pageSignal) {
      const begun = cursor === undefined ? undefined : reading.get(table);
      const listing = begun ?? newListing(table);
      reading.set(table, listing);
      const { rows, ...page } = await listing.page(cursor, asking(table, pageSignal));
      return { ...page, rows: rows.map(({ row }) => row) };
    },
    changes: changesBy(newListing, asking, now, [timeZone, ...names.map((known) => [...known])]),
    aggregates: (pageSignal) => aggregatesOf(new Questions(client, pageSignal)),
    estimate: (pageSignal) => estimateOf(new Questions(client, pageSignal)),
    close: async () => {},
  };

  function newListing(table: TableName): Listing {
    const [content] = rights.of(table);
    if (content) return new Listing(content.part, look);
    throw new FailureError(failure("source-no-right", { source: LABEL.fr, table }));
  }
}
