import { z } from "zod";
import { failure } from "../../sales/failure";
import type { RawRow } from "../../sales/rawRow";
import { NO_PRODUCT } from "../kit";
import type { Identified } from "./objects";
import { number, type PartRows, read, text } from "./part";
import type { Sale } from "./sales";

const LINE = z.object({
  id: z.string(),
  properties: z.object({
    hs_product_id: text,
    quantity: number,
    price: number,
    amount: number,
    hs_cost_of_goods_sold: number,
    hs_line_item_currency_code: text,
  }),
});

export const LINE_PROPERTIES: readonly string[] = Object.keys(LINE.shape.properties.shape);

/** The ids of our rows: HubSpot's line items and sales are numbered apart. */
const lineId = (lineItem: string): string => `L${lineItem}`;
export const wholeSaleId = (sale: string): string => `S${sale}`;

export type SaleOfLine = (lineItem: string) => Sale | { readonly unreadable: string } | undefined;

/**
 * The rows of line items. A line of a quote, or of a sale that does not count, is left out; the line of a sale that
 * cannot be read is set aside like the sale. `isProduct` tells products that HubSpot has forgotten since.
 */
export function lineRows(
  lines: readonly Identified[],
  saleOf: SaleOfLine,
  isProduct: (id: string) => boolean,
): PartRows {
  const readable = lines.filter(({ id }) => !isUnreadable(saleOf(id)));
  const {
    rows,
    rejected = [],
    left,
  } = read("line_items", readable, LINE, ({ id, properties: line }) => {
    const sale = saleOf(id);
    if (!sale || isUnreadable(sale) || !sale.counts) return undefined;
    const product = line.hs_product_id;
    return {
      ...saleValues(sale),
      id: lineId(id),
      product_id: product && isProduct(product) ? product : NO_PRODUCT.id,
      quantity: line.quantity,
      revenue: line.amount ?? times(line.price, line.quantity),
      cost: times(line.hs_cost_of_goods_sold, line.quantity),
      currency: line.hs_line_item_currency_code || sale.currency,
    };
  });
  const orphans = lines.flatMap(({ id }) => {
    const sale = saleOf(id);
    return isUnreadable(sale) ? [{ id, ...unreadable(`line_items ${id}`, sale.unreadable) }] : [];
  });
  return {
    rows,
    rejected: [...rejected, ...orphans.map(({ origin, failure: why }) => ({ origin, failure: why }))],
    left: [...left, ...orphans.map(({ id }) => id)].map(lineId),
  };
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

export const isUnreadable = (
  sale: Sale | { readonly unreadable: string } | undefined,
): sale is { readonly unreadable: string } => sale !== undefined && "unreadable" in sale;

const saleValues = (sale: Sale) => ({
  order_id: sale.id,
  ordered_on: sale.orderedOn,
  customer_id: sale.company,
  salesperson_id: sale.owner,
  channel: sale.channel,
});

const times = (one: number | undefined, quantity: number | undefined): number | undefined =>
  one === undefined || quantity === undefined ? undefined : one * quantity;
