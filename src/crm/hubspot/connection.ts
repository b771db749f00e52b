import type { EpochDay } from "../../sales/calendar";
import type { Connection } from "../connector";
import { connectionTo, daysIn, readMark, todayIn, writeMark } from "../kit";
import { askAccount } from "./account";
import { changedReading, changedSaleReading, MARGIN_MS, MEMORY_DAYS } from "./changes";
import { type HubSpotClient, LABEL } from "./client";
import type { Content } from "./contents";
import { measuresOf } from "./measures";
import type { HubSpotPart } from "./part";
import { type Reader, readingOf } from "./reading";
import { askRights } from "./rights";
import { SaleBook } from "./saleBook";
import { type SalePart, saleReadingOf } from "./saleParts";
import type { SaleKind } from "./sales";

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
  const [account, rights] = await Promise.all([
    askAccount(client, signal),
    askRights(client, orders, signal),
  ]);
  const { timeZone, currencies, stages, lacks } = account;
  const now = client.clock.now();
  const context = {
    day: daysIn(timeZone),
    stage: (id: string | null | undefined) => stages.get(id ?? ""),
  };
  const reader: Reader = { client, context };
  const basis = [rights.sales.object, timeZone, [...stages]];
  const rules = { source: LABEL.fr, basis, memoryDays: MEMORY_DAYS };
  const [full, moved] = [new SaleBook(rights.sales, context), new SaleBook(rights.sales, context)];
  return connectionTo<Content, number>({
    label: LABEL.fr,
    granted: rights,
    about: {
      dataDate: dataDate ?? todayIn(timeZone, now.getTime()),
      lacks,
      // HubSpot's orders do not say when they were invoiced.
      invoicingDates: false,
      currencies,
    },
    readingOf: (content, asked) =>
      isSales(content)
        ? saleReadingOf(content, full, reader, asked)
        : readingOf(content as Listed, reader, asked),
    changes: {
      mark: writeMark(now, MARGIN_MS, rules),
      since: (mark) => readMark(mark, now, rules).getTime(),
      readingOf: (content, since, asked) =>
        isSales(content)
          ? changedSaleReading(content, since, moved, reader, asked)
          : changedReading(content as Listed, since, reader, asked),
      tellsGone: true,
    },
    measures: measuresOf(client),
  });
}

type Listed = Content<HubSpotPart>;

const isSales = (content: Content): content is Content<SalePart> => content.table === "order_lines";
