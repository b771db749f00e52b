import { z } from "zod";
import { NO_PRODUCT } from "../kit";
import { codeOf, companiesOf, invoiceDays, sellerOf } from "./look";
import { type Ask, type Domain, part } from "./part";
import { idsOf, key, keys, moment, number, reference, text } from "./values";

/** Models to read to know when an order was invoiced, and the module that brings it. */
export const INVOICING = { "account.move": "account", "account.move.line": "account" } as const;
export const readsInvoicing = (reads: Ask["reads"]): boolean => Object.keys(INVOICING).every(reads);

const ORDER = z.object({ id: key, name: text, date_order: moment, website_id: reference.optional() });
/** Fields of an order line, also for the invoice lines made from it. */
export const SOLD_LINE = z.object({
  id: key,
  order_id: reference,
  order_partner_id: reference,
  salesman_id: reference,
  product_id: reference,
  currency_id: reference,
  product_uom_qty: number,
  price_subtotal: number,
  /** A unit's cost in the order's currency; of the module sale_margin. */
  purchase_price: number.optional(),
});

/** A cost of 0 counts as not entered. */
export const costOf = (purchasePrice: number | undefined, quantity: number): number | undefined =>
  purchasePrice ? purchasePrice * quantity : undefined;

/** Orders that a website took are the channel `web`; Odoo tells no other. */
export const channelOf = (order: z.output<typeof ORDER> | undefined): string =>
  order?.website_id ? "web" : "field";

/** Order lines that count, by the way to them: of confirmed orders, sections, notes and down payments left out. */
const countedLines = (way = ""): Domain => [
  [`${way}display_type`, "=", false],
  [`${way}is_downpayment`, "=", false],
  [`${way}order_id.state`, "=", "sale"],
];

export const orderLines = part({
  model: "sale.order.line",
  domain: ({ company }) => [...countedLines(), ["company_id", "=", company]],
  shape: SOLD_LINE,
  touchedBy: [
    { path: "order_id" },
    { path: "order_partner_id" },
    // A salesperson who is an internal user no longer is nobody.
    { path: "salesman_id" },
    { path: "invoice_lines.move_id", model: "account.move.line" },
  ],
  rowId: (id) => `S${id}`,
  sums: [{ field: "price_subtotal", measure: "revenue", currency: "currency_id" }],
  look: async (lines, ask) => ({
    people: await ask.people(),
    orders: await soldOrders(lines, ask),
    customer: await companiesOf(
      lines.map(({ order_partner_id }) => order_partner_id),
      ask,
    ),
    invoicedOn: await invoicedDays(
      lines.map(({ id }) => id),
      ask,
    ),
  }),
  row: (line, ask, { people, orders, customer, invoicedOn }) => {
    const order = orders.get(line.order_id?.id ?? -1);
    return {
      id: `S${line.id}`,
      order_id: order?.name ?? line.order_id?.id,
      ordered_on: ask.dayOf(order?.date_order),
      invoiced_on: invoicedOn.get(line.id),
      customer_id: customer(line.order_partner_id),
      salesperson_id: sellerOf(line.salesman_id, people),
      product_id: line.product_id?.id ?? NO_PRODUCT.id,
      channel: channelOf(order),
      quantity: line.product_uom_qty,
      revenue: line.price_subtotal,
      cost: costOf(line.purchase_price, line.product_uom_qty),
      currency: codeOf(line.currency_id),
    };
  },
});

/** Lines of issued credit notes on order lines that count: each takes away, on the day of the credit note. */
export const creditLines = part({
  model: "account.move.line",
  domain: ({ company }) => [
    ["move_id.move_type", "=", "out_refund"],
    ["move_id.state", "=", "posted"],
    ["display_type", "=", "product"],
    ...countedLines("sale_line_ids."),
    ["company_id", "=", company],
  ],
  shape: z.object({
    id: key,
    move_id: reference,
    product_id: reference,
    currency_id: reference,
    quantity: number,
    price_subtotal: number,
    sale_line_ids: keys,
  }),
  touchedBy: [
    { path: "move_id" },
    { path: "sale_line_ids" },
    { path: "sale_line_ids.order_id" },
    { path: "sale_line_ids.order_partner_id" },
    { path: "sale_line_ids.salesman_id" },
  ],
  rowId: (id) => `C${id}`,
  sums: [{ field: "price_subtotal", measure: "revenue", sign: -1, currency: "currency_id" }],
  look: async (lines, ask) => {
    const ids = [...new Set(lines.flatMap(({ sale_line_ids }) => sale_line_ids))];
    const sold = ids.length ? await ask.all("sale.order.line", [["id", "in", ids]], SOLD_LINE) : [];
    return {
      people: await ask.people(),
      sold: new Map(sold.map((line) => [line.id, line])),
      orders: await soldOrders(sold, ask),
      customer: await companiesOf(
        sold.map(({ order_partner_id }) => order_partner_id),
        ask,
      ),
      dayOf: await invoiceDays(
        lines.map(({ move_id }) => move_id),
        ask,
      ),
    };
  },
  row: (line, _, { people, sold, orders, customer, dayOf }) => {
    const original = sold.get(line.sale_line_ids[0] ?? -1);
    const order = orders.get(original?.order_id?.id ?? -1);
    return {
      id: `C${line.id}`,
      order_id: order?.name ?? original?.order_id?.id,
      ordered_on: dayOf(line.move_id),
      invoiced_on: dayOf(line.move_id),
      customer_id: customer(original?.order_partner_id),
      salesperson_id: sellerOf(original?.salesman_id, people),
      product_id: line.product_id?.id ?? NO_PRODUCT.id,
      channel: channelOf(order),
      quantity: -line.quantity,
      revenue: -line.price_subtotal,
      cost: costOf(original?.purchase_price, -line.quantity),
      currency: codeOf(line.currency_id),
    };
  },
});

/** Order → what it tells, for the lines given. */
export async function soldOrders(
  lines: readonly { readonly order_id: z.output<typeof reference> }[],
  ask: Ask,
): Promise<ReadonlyMap<number, z.output<typeof ORDER>>> {
  const ids = idsOf(lines.map(({ order_id }) => order_id));
  const orders = ids.length ? await ask.all("sale.order", [["id", "in", ids]], ORDER) : [];
  return new Map(orders.map((order) => [order.id, order]));
}

const INVOICED = z.object({ id: key, sale_line_ids: keys, move_id: reference });

/** Order line → the day of its first issued invoice. Without the right to invoices, no day is known. */
async function invoicedDays(orderLineIds: readonly number[], ask: Ask): Promise<ReadonlyMap<number, string>> {
  const first = new Map<number, string>();
  if (orderLineIds.length === 0 || !readsInvoicing(ask.reads)) return first;
  const domain = [
    ["sale_line_ids", "in", orderLineIds],
    ["move_id.move_type", "=", "out_invoice"],
    ["move_id.state", "=", "posted"],
  ];
  const lines = await ask.all("account.move.line", domain, INVOICED);
  const dayOf = await invoiceDays(
    lines.map(({ move_id }) => move_id),
    ask,
  );
  for (const { sale_line_ids, move_id } of lines) {
    const day = dayOf(move_id);
    for (const line of sale_line_ids)
      if (day !== undefined && day < (first.get(line) ?? "9999")) first.set(line, day);
  }
  return first;
}
