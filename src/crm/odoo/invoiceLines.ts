import { z } from "zod";
import { NO_PRODUCT } from "../kit";
import { companiesOf } from "./look";
import { channelOf, costOf, SOLD_LINE, soldOrders } from "./orders";
import { type Ask, part } from "./part";
import { date, idsOf, key, keys, number, type Reference, reference, text } from "./values";

const INVOICE = z.object({
  id: key,
  name: text,
  move_type: text,
  invoice_date: date,
  invoice_user_id: reference,
  commercial_partner_id: reference,
});

/**
 * Product lines of issued customer invoices and credit notes, as the books have them: `balance` is in the company's
 * currency at the document's own rate. A down payment counts on its own invoice and is taken away on the last one.
 */
export const invoiceLines = part({
  model: "account.move.line",
  domain: ({ company }) => [
    ["move_id.move_type", "in", ["out_invoice", "out_refund"]],
    ["move_id.state", "=", "posted"],
    ["display_type", "=", "product"],
    ["company_id", "=", company],
  ],
  shape: z.object({
    id: key,
    move_id: reference,
    product_id: reference,
    currency_id: reference,
    quantity: number,
    price_subtotal: number,
    balance: number,
    /** Of the module sale. */
    sale_line_ids: keys.optional(),
    is_downpayment: z.boolean().optional(),
  }),
  touchedBy: [
    { path: "move_id" },
    { path: "move_id.invoice_user_id" },
    { path: "move_id.commercial_partner_id" },
    { path: "sale_line_ids" },
    { path: "sale_line_ids.order_id" },
  ],
  sums: [{ field: "balance", measure: "revenue", sign: -1 }],
  look: async (lines, ask) => {
    const invoices = await invoicesOf(
      lines.map(({ move_id }) => move_id),
      ask,
    );
    const ids = [...new Set(lines.flatMap(({ sale_line_ids = [] }) => sale_line_ids))];
    const canRead = ids.length > 0 && ask.reads("sale.order.line") && ask.reads("sale.order");
    const sold = canRead ? await ask.all("sale.order.line", [["id", "in", ids]], SOLD_LINE) : [];
    return {
      people: await ask.people(),
      invoices,
      sold: new Map(sold.map((line) => [line.id, line])),
      orders: await soldOrders(sold, ask),
      customer: await companiesOf(
        [...invoices.values()].map(({ commercial_partner_id }) => commercial_partner_id),
        ask,
      ),
    };
  },
  row: (line, _, { people: { users }, invoices, sold, orders, customer }) => {
    const invoice = invoices.get(line.move_id?.id ?? -1);
    const original = sold.get(line.sale_line_ids?.[0] ?? -1);
    const order = orders.get(original?.order_id?.id ?? -1);
    const seller = invoice?.invoice_user_id;
    // Odoo writes a credit note's quantity without its sign, and a down payment's as one piece.
    const quantity = line.is_downpayment
      ? 0
      : invoice?.move_type === "out_refund"
        ? -line.quantity
        : line.quantity;
    return {
      id: line.id,
      invoice_id: invoice?.name ?? line.move_id?.id,
      invoiced_on: invoice?.invoice_date,
      order_id: order?.name ?? original?.order_id?.id,
      customer_id: customer(invoice?.commercial_partner_id),
      salesperson_id: seller && users.has(seller.id) ? seller.id : undefined,
      product_id: line.product_id?.id ?? NO_PRODUCT.id,
      channel: order && channelOf(order),
      quantity,
      revenue: -line.balance,
      cost: costInBooks(line, original, quantity),
    };
  },
});

/** The cost of the order line's unit at the rate of the invoice; unknown where the two are in different currencies. */
function costInBooks(
  line: { readonly currency_id: Reference; readonly price_subtotal: number; readonly balance: number },
  original: z.output<typeof SOLD_LINE> | undefined,
  quantity: number,
): number | undefined {
  if (!original || original.currency_id?.id !== line.currency_id?.id || line.price_subtotal === 0)
    return undefined;
  const cost = costOf(original.purchase_price, quantity);
  return cost && cost * Math.abs(line.balance / line.price_subtotal);
}

async function invoicesOf(
  moves: readonly Reference[],
  ask: Ask,
): Promise<ReadonlyMap<number, z.output<typeof INVOICE>>> {
  const ids = idsOf(moves);
  const found = ids.length ? await ask.all("account.move", [["id", "in", ids]], INVOICE) : [];
  return new Map(found.map((invoice) => [invoice.id, invoice]));
}
