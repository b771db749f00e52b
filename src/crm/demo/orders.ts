import { type EpochDay, NO_DAY } from "../../sales/calendar";
import { type Customer, type PointOfSale, salespersonIn } from "./people";
import { type Random, weighted } from "./random";
import { intensity, progress, type Span, shareOut, starAppeal, yearsSince } from "./season";
import { PRODUCTS } from "./vocabulary";

export const CHANNELS = ["field", "store", "web", "phone"] as const;
const [FIELD, STORE, WEB, PHONE] = [0, 1, 2, 3];
export const NO_COST = -2_147_483_648;

/** Orders and their lines in columns, oldest first: two million lines stay light. Money in cents. */
export interface Orders {
  readonly count: number;
  readonly orderedOn: Int32Array;
  /** NO_DAY while not invoiced. */
  readonly invoicedOn: Int32Array;
  readonly customer: Int32Array;
  readonly salesperson: Uint8Array;
  /** -1 outside shops. */
  readonly pointOfSale: Int8Array;
  readonly channel: Uint8Array;
  /** Net, in cents; a double holds it for any order. */
  readonly total: Float64Array;
  readonly lines: Lines;
}

export interface Lines {
  readonly count: number;
  readonly order: Int32Array;
  readonly product: Uint8Array;
  readonly quantity: Int32Array;
  readonly revenue: Int32Array;
  /** NO_COST where unknown. */
  readonly cost: Int32Array;
}

/** What people order, day by day, until `lineCount` lines are there. */
export function orders(
  lineCount: number,
  span: Span,
  customers: readonly Customer[],
  shops: readonly PointOfSale[],
  source: Random,
): Orders {
  const book = emptyBook(lineCount);
  const customer = weighted(customers.map(({ weight }) => weight));
  let order = 0;
  let line = 0;
  for (const [day, quota] of shareOut(lineCount, span, (each) => intensity(span, each))) {
    for (let left = quota; left > 0; order++) {
      const size = Math.min(left, 1 + Math.min(source.below(4), source.below(4)));
      left -= size;
      fillOrder(
        book,
        order,
        day,
        buyer(customers, customer, day, source),
        span,
        { customers, shops },
        source,
      );
      const creditNote = source.chance(0.012);
      for (const end = line + size; line < end; line++)
        book.total[order]! += fillLine(book.lines, line, order, day, creditNote, span, source);
    }
  }
  return { ...book, count: order };
}

function emptyBook(size: number): Orders {
  return {
    count: 0,
    orderedOn: new Int32Array(size),
    invoicedOn: new Int32Array(size),
    customer: new Int32Array(size),
    salesperson: new Uint8Array(size),
    pointOfSale: new Int8Array(size),
    channel: new Uint8Array(size),
    total: new Float64Array(size),
    lines: {
      count: size,
      order: new Int32Array(size),
      product: new Uint8Array(size),
      quantity: new Int32Array(size),
      revenue: new Int32Array(size),
      cost: new Int32Array(size),
    },
  };
}

/** Someone who is a customer on that day. */
function buyer(
  all: readonly Customer[],
  draw: (source: Random) => number,
  day: EpochDay,
  source: Random,
): number {
  for (let attempt = 0; attempt < 30; attempt++) {
    const at = draw(source);
    if (all[at]!.createdOn <= day && day <= all[at]!.leavesOn) return at;
  }
  return all.findIndex(({ createdOn, leavesOn }) => createdOn <= day && day <= leavesOn);
}

function fillOrder(
  book: Orders,
  order: number,
  day: EpochDay,
  customer: number,
  span: Span,
  { customers, shops }: { customers: readonly Customer[]; shops: readonly PointOfSale[] },
  source: Random,
): void {
  const { region, salesperson } = customers[customer]!;
  const channel = channelOn(progress(span, day), source);
  const invoicedOn = day + (channel === WEB || channel === STORE ? source.below(3) : 1 + source.below(18));
  book.orderedOn[order] = day;
  book.invoicedOn[order] = invoicedOn > span.last ? NO_DAY : invoicedOn;
  book.customer[order] = customer;
  book.salesperson[order] = source.chance(0.92) ? salesperson : salespersonIn(region, source);
  const inRegion = shops.length / 5;
  book.pointOfSale[order] = channel === STORE ? region * inRegion + source.below(inRegion) : -1;
  book.channel[order] = channel;
}

/** The web takes from the field, year after year. */
function channelOn(late: number, source: Random): number {
  const drawn = source.next();
  const web = 0.08 + 0.15 * late;
  if (drawn < web) return WEB!;
  if (drawn < web + 0.2) return STORE!;
  return drawn < web + 0.33 ? PHONE! : FIELD!;
}

const others = weighted(PRODUCTS.slice(1).map(({ weight }) => weight));
const otherWeight = PRODUCTS.slice(1).reduce((sum, { weight }) => sum + weight, 0);

/** Draws a product as likely to be sold on that day; 0 is the star. */
function productOn(day: EpochDay, span: Span, source: Random): number {
  const star = PRODUCTS[0]!.weight * starAppeal(span, day);
  return source.chance(star / (star + otherWeight)) ? 0 : 1 + others(source);
}

/** Fills one line; returns its revenue in cents. */
function fillLine(
  lines: Lines,
  line: number,
  order: number,
  day: EpochDay,
  creditNote: boolean,
  span: Span,
  source: Random,
): number {
  const product = productOn(day, span, source);
  const { price, cost } = PRODUCTS[product]!;
  const pieces =
    (price < 200 ? 1 + source.below(8) : 1 + Math.min(source.below(5), source.below(5))) *
    (creditNote ? -1 : 1);
  const inflated = price * (1 + 0.025 * yearsSince(span, day));
  const revenue = Math.round(inflated * pieces * (1 - 0.18 * source.next() ** 2) * 100);
  const spent = Math.round(inflated * cost * pieces * source.between(0.97, 1.03) * 100);
  lines.order[line] = order;
  lines.product[line] = product;
  lines.quantity[line] = pieces;
  lines.revenue[line] = revenue;
  lines.cost[line] = source.chance(0.01) ? NO_COST : spent;
  return revenue;
}
