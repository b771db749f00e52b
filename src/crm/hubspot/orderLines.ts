import { z } from "zod";
import { failure } from "../../sales/failure";
import type { RawRow } from "../../sales/rawRow";
import type { ChangesPage } from "../changes";
import { NO_PRODUCT, readRecords } from "../kit";
import { flat, number, originIn, text } from "./part";
import type { Identified } from "./record";
import type { Sale } from "./sales";

const PROPERTIES = z.object({
  hs_product_id: text,
  quantity: number,
  price: number,
  amount: number,
  hs_cost_of_goods_sold: number,
  hs_line_item_currency_code: text,
});
const LINE = PROPERTIES.extend({ id: z.string() });

export const LINE_PROPERTIES: readonly string[] = Object.keys(PROPERTIES.shape);

/** The ids of our rows: HubSpot's line items and sales are numbered apart. */
const lineId = (lineItem: string): string => `L${lineItem}`;
export const wholeSaleId = (sale: string): string => `S${sale}`;

export type Known = Sale | { readonly unreadable: string } | undefined;

type Rows = Required<Pick<ChangesPage, "rows" | "rejected" | "gone">>;

/**
 * The rows of line items. A line of a quote, or of a sale that does not count, is left out; the line of a sale that
 * cannot be read is set aside like the sale. `isProduct` tells products that HubSpot has forgotten since. `gone`: the
 * ids of rows that are not there.
 */
export function lineRows(
  lines: readonly Identified[],
  saleOf: (line: Identified) => Known,
  isProduct: (id: string) => boolean,
): Rows {
  const sales = new Map(lines.map((line) => [line.id, saleOf(line)]));
  const orphans = [...sales].flatMap(([id, sale]) =>
    isUnreadable(sale) ? [unreadable(`line_items ${id}`, sale.unreadable)] : [],
  );
  const whole = lines.filter(({ id }) => !isUnreadable(sales.get(id)));
  const { readable, rejected } = readRecords(whole.map(flat), LINE, originIn("line_items"));
  const rows = readable.flatMap(({ record: line, origin }): RawRow[] => {
    const sale = sales.get(line.id);
    if (!sale || isUnreadable(sale) || !sale.counts) return [];
    const product = line.hs_product_id;
    const values = {
      ...saleValues(sale),
      id: lineId(line.id),
      product_id: product && isProduct(product) ? product : NO_PRODUCT.id,
      quantity: line.quantity,
      revenue: line.amount ?? times(line.price, line.quantity),
      cost: times(line.hs_cost_of_goods_sold, line.quantity),
      currency: line.hs_line_item_currency_code || sale.currency,
    };
    return [{ values, origin }];
  });
  const there = new Set(rows.map(({ values }) => values.id));
  const gone = lines.map(({ id }) => lineId(id)).filter((id) => !there.has(id));
  return { rows, rejected: [...rejected, ...orphans], gone };
}

/** The row of a sale that has no lines: its amount is all that is known. */
export const wholeSaleRow = (sale: Sale, object: string): RawRow => ({
  values: {
    ...saleValues(sale),
    id: wholeSaleId(sale.id),
    product_id: NO_PRODUCT.id,
    quantity: 1,
    revenue: sale.amount,
    currency: sale.currency,
  },
  origin: `${object} ${sale.id}`,
});

export const unreadable = (origin: string, field: string) => ({
  origin,
  failure: failure("row-unreadable", { field: field.slice(0, 60) }),
});

export const isUnreadable = (sale: Known): sale is { readonly unreadable: string } =>
  sale !== undefined && "unreadable" in sale;

const saleValues = (sale: Sale) => ({
  order_id: sale.id,
  ordered_on: sale.orderedOn,
  customer_id: sale.company,
  salesperson_id: sale.owner,
  channel: sale.channel,
});

const times = (one: number | undefined, quantity: number | undefined): number | undefined =>
  one === undefined || quantity === undefined ? undefined : one * quantity;
