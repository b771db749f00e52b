import type { EpochDay } from "../../sales/calendar";
import { NO_DAY } from "../../sales/calendar";
import { TABLE_NAMES, type TableName } from "../../sales/schema";
import type { Target } from "../../sales/targets";
import { leads, opportunities, productId, visits } from "./activity";
import { dayText } from "./dayText";
import { campaigns, contactsIn } from "./exchanges";
import { goals } from "./goals";
import { CHANNELS, NO_COST, type Orders, orders } from "./orders";
import {
  type Customer,
  customers,
  type PointOfSale,
  pointsOfSale,
  type Salesperson,
  salespeople,
  sectorName,
} from "./people";
import { random } from "./random";
import { invoiceRow, invoices } from "./receivables";
import type { DemoRow } from "./record";
import { spanUpTo } from "./season";
import { PRODUCTS, REGIONS } from "./vocabulary";

/** The demo company invoices whole orders: its sales are its order lines. */
export type DemoTableName = Exclude<TableName, "invoice_lines">;
export const DEMO_TABLES: readonly DemoTableName[] = TABLE_NAMES.filter((name) => name !== "invoice_lines");

/** Records made when they are asked for, in a fixed order. */
export interface DemoTable {
  readonly count: number;
  changedOn(at: number): EpochDay;
  values(at: number): DemoRow["values"];
}

export interface DemoCrm {
  readonly dataDate: EpochDay;
  readonly tables: Readonly<Record<DemoTableName, DemoTable>>;
  /** Records that were there once: what a client of an earlier day has to forget. */
  readonly deletions: readonly {
    readonly table: TableName;
    readonly id: string;
    readonly deletedOn: EpochDay;
  }[];
  readonly targets: readonly Target[];
}

export interface DemoSize {
  readonly dataDate: EpochDay;
  /** Order lines, 1 to MOST_LINES. */
  readonly lines: number;
  readonly seed: number;
}

export const USUAL_LINES = 20_000;
export const MOST_LINES = 2_000_000;
const USUAL_CUSTOMERS = 600;
const DELETIONS = 40;

/** The whole CRM of a seed, a size and a data date: always the same for the same three. */
export function demoCrm({ dataDate, lines, seed }: DemoSize): DemoCrm {
  const span = spanUpTo(dataDate);
  // Each kind of record has its own stream, so that more order lines do not change the visits.
  const stream = (at: number) => random(seed * 7_919 + at);
  const people = salespeople();
  const shops = pointsOfSale();
  const customerCount = Math.round(USUAL_CUSTOMERS * Math.sqrt(Math.max(1, lines / USUAL_LINES)));
  const clients = customers(customerCount, span, stream(1));
  const book = orders(lines, span, clients, shops, stream(2));
  const market = { span, customers: clients, salespeople: people };
  const rows = {
    visits: visits(market, stream(3)),
    opportunities: opportunities(market, stream(4)),
    leads: leads(market, stream(5)),
    contacts_in: contactsIn(span, clients, stream(6)),
    campaigns: campaigns(span, stream(7)),
  };
  const bills = invoices(book, clients, dataDate, seed * 7_919 + 8);
  const names = (order: number) => ({
    customer: clients[book.customer[order]!]!.id,
    salesperson: people[book.salesperson[order]!]!.id,
  });
  const settled = (all: DemoRow["values"][]) =>
    listed(all.map((values) => ({ changedOn: span.first, values })));
  return {
    dataDate,
    tables: {
      salespeople: settled(
        people.map(({ id, name, team, region }) => ({ id, name, team, region: REGIONS[region]! })),
      ),
      customers: listed(clients.map((client) => customerRow(client, people))),
      products: settled(PRODUCTS.map(({ name, family }, at) => ({ id: productId(at), name, family }))),
      points_of_sale: settled(shops.map(({ id, name, region }) => ({ id, name, region: REGIONS[region]! }))),
      order_lines: orderLines(book, clients, people, shops),
      visits: listed(rows.visits),
      opportunities: listed(rows.opportunities),
      leads: listed(rows.leads),
      invoices: {
        count: bills.count,
        changedOn: (at) => bills.changedOn[at]!,
        values: (at) => invoiceRow(bills, book, at, names(bills.order[at]!)),
      },
      campaigns: listed(rows.campaigns),
      contacts_in: listed(rows.contacts_in),
    },
    deletions: Array.from({ length: DELETIONS }, (_, at) => ({
      table: "order_lines",
      id: `L${90_000_001 + at}`,
      deletedOn: dataDate - 2 * at,
    })),
    targets: goals({ dataDate, book, customers: clients, salespeople: people, shops, rows, bills }),
  };
}

const listed = (rows: readonly DemoRow[]): DemoTable => ({
  count: rows.length,
  changedOn: (at) => rows[at]!.changedOn,
  values: (at) => rows[at]!.values,
});

const customerRow = (client: Customer, people: readonly Salesperson[]): DemoRow => ({
  changedOn: client.createdOn,
  values: {
    id: client.id,
    name: client.name,
    sector: sectorName(client.sector),
    region: client.regionKnown ? REGIONS[client.region]! : null,
    salesperson_id: people[client.salesperson]!.id,
    created_on: dayText(client.createdOn),
  },
});

function orderLines(
  book: Orders,
  clients: readonly Customer[],
  people: readonly Salesperson[],
  shops: readonly PointOfSale[],
): DemoTable {
  const { lines } = book;
  return {
    count: lines.count,
    changedOn: (at) => Math.max(book.orderedOn[lines.order[at]!]!, book.invoicedOn[lines.order[at]!]!),
    values: (at) => {
      const order = lines.order[at]!;
      const invoicedOn = book.invoicedOn[order]!;
      return {
        id: `L${1_000_001 + at}`,
        order_id: `CMD${100_001 + order}`,
        ordered_on: dayText(book.orderedOn[order]!),
        invoiced_on: invoicedOn === NO_DAY ? null : dayText(invoicedOn),
        customer_id: clients[book.customer[order]!]!.id,
        salesperson_id: people[book.salesperson[order]!]!.id,
        product_id: productId(lines.product[at]!),
        point_of_sale_id: shops[book.pointOfSale[order]!]?.id ?? null,
        channel: CHANNELS[book.channel[order]!]!,
        quantity: lines.quantity[at]!,
        revenue: lines.revenue[at]! / 100,
        cost: lines.cost[at] === NO_COST ? null : lines.cost[at]! / 100,
      };
    },
  };
}
