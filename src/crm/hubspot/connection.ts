import type { EpochDay } from "../../sales/calendar";
import { FailureError, failure } from "../../sales/failure";
import type { TableName } from "../../sales/schema";
import type { Connection } from "../connector";
import { daysIn, readMark, todayIn, writeMark } from "../kit";
import type { Page } from "../page";
import { askAccount } from "./account";
import { lineChanges, MARGIN_MS, MEMORY_DAYS, partChanges } from "./changes";
import { type HubSpotClient, LABEL } from "./client";
import { Listing } from "./listing";
import { Objects } from "./objects";
import { askRights } from "./rights";
import { SaleReader } from "./saleReader";
import { SALES, type SaleKind } from "./sales";
import { aggregatesOf, estimateOf } from "./totals";

export interface OpenOptions {
  /** The day the data is as of; default today where the company works. */
  readonly dataDate: EpochDay | undefined;
  /** What stands for orders; `auto`: HubSpot's orders where there are any, else won deals. */
  readonly orders: SaleKind["object"] | "auto";
}

/** The tables of the account that the token opens. Throws FailureError: what asking throws. */
export async function openConnection(
  client: HubSpotClient,
  { dataDate, orders }: OpenOptions,
  signal: AbortSignal,
): Promise<Connection> {
  const { timeZone, currencies, stages, lacks } = await askAccount(client, signal);
  const now = client.clock.now();
  const rights = await askRights(client, orders, signal);
  const look = { day: daysIn(timeZone), stage: (id: string | null | undefined) => stages.get(id ?? "") };
  const parts = new Map<TableName, (typeof rights.contents)[number]["part"]>(
    rights.contents.map(({ table, part }) => [table, part]),
  );
  const rules = {
    source: LABEL.fr,
    basis: [rights.sales, timeZone, [...stages]],
    memoryDays: MEMORY_DAYS,
  };
  const full = new Readings((table) => newReading(table));
  const changed = new Readings(() => newSaleReader());
  return {
    dataDate: dataDate ?? todayIn(timeZone, now.getTime()),
    tables: rights.tables,
    lacks: [...rights.lacks, ...lacks],
    // HubSpot's orders do not say when they were invoiced.
    invoicingDates: false,
    currencies,
    listPage: (table, cursor, pageSignal) =>
      full.of(table, cursor).page(cursor, new Objects(client, pageSignal, { table })),
    changes: {
      mark: writeMark(now, MARGIN_MS, rules),
      list: async (table, since, cursor, pageSignal) => {
        const moment = readMark(since, now, rules).getTime();
        const objects = new Objects(client, pageSignal, { table });
        if (table === "order_lines") return lineChanges(changed.of(table, cursor), moment, cursor, objects);
        return partChanges(partOf(table), look, moment, cursor, objects);
      },
    },
    aggregates: (pageSignal) => aggregatesOf(rights.contents, new Objects(client, pageSignal)),
    estimate: (pageSignal) => estimateOf(rights.contents, rights.sales, new Objects(client, pageSignal)),
    close: async () => {},
  };

  function newReading(table: TableName): Reading {
    return table === "order_lines" ? newSaleReader() : new Listing(partOf(table), look);
  }

  function newSaleReader(): SaleReader {
    return new SaleReader(SALES[rights.sales], look);
  }

  function partOf(table: TableName) {
    const part = parts.get(table);
    if (part) return part;
    throw new FailureError(failure("source-no-right", { source: LABEL.fr, table }));
  }
}

interface Reading {
  page(cursor: string | undefined, objects: Objects): Promise<Page>;
}

/** The reading of each table that is under way; a table asked without a cursor is read anew. */
class Readings<T> {
  private readonly begun = new Map<TableName, T>();

  constructor(private readonly begin: (table: TableName) => T) {}

  of(table: TableName, cursor: string | undefined): T {
    const going = cursor === undefined ? undefined : this.begun.get(table);
    const reading = going ?? this.begin(table);
    this.begun.set(table, reading);
    return reading;
  }
}
