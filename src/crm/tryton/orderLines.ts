import { z } from "zod";
import { NO_PRODUCT, NOBODY } from "../kit";
import { CHANNEL, COST_TOUCHES, CURRENCY, costOf, PRODUCT, UNIT } from "./cost";
import { type Ask, part } from "./part";
import { ISSUED, LOADED_SALES, readsInvoicing, SELLING, sellers } from "./sale";
import { day, decimal, key, reference, referredTo } from "./values";

const SALE = z.object({
  number: z.string().nullable(),
  sale_date: day.nullable(),
  party: key,
  "currency.": CURRENCY,
  ...SELLING,
});

/** Lines of confirmed sales; returns are there as negative lines. */
export const saleLines = part({
  model: "sale.line",
  domain: (company) => [["type", "=", "line"], ...LOADED_SALES(company, "sale.")],
  shape: z.object({
    id: key,
    sale: key,
    product: key.nullable(),
    quantity: z.number().nullable(),
    amount: decimal.nullable(),
    "unit.": UNIT,
    "product.": PRODUCT,
    "sale.": SALE,
  }),
  touchedBy: [
    ...COST_TOUCHES,
    { path: "sale.", model: "sale.sale" },
    { path: "sale.origin.", model: "sale.opportunity", through: ["sale.opportunity"] },
    { path: "invoice_lines.invoice.", model: "account.invoice" },
  ],
  idPrefix: "S",
  look: async (lines, ask) => ({
    seller: await sellers(
      lines.map((line) => line["sale."]),
      ask,
    ),
    invoicedOn: await invoicingDays(
      lines.map(({ id }) => id),
      ask,
    ),
  }),
  row: (line, ask, { seller, invoicedOn }) => {
    const sale = line["sale."];
    const currency = sale["currency."].code ?? "";
    return {
      id: `S${line.id}`,
      order_id: sale.number ?? line.sale,
      ordered_on: sale.sale_date,
      invoiced_on: invoicedOn.get(line.id),
      customer_id: sale.party,
      salesperson_id: seller(sale) ?? NOBODY.id,
      product_id: line.product ?? NO_PRODUCT.id,
      channel: CHANNEL,
      quantity: line.quantity,
      revenue: line.amount,
      cost: costOf(line, currency, ask),
      currency,
    };
  },
});

const INVOICED = z.object({
  id: key,
  origin: reference.nullable(),
  "invoice.": z.object({ invoice_date: day.nullable() }).nullable(),
});

/** Sale line → the day of its first issued invoice. Without the right to invoices, no day is known. */
async function invoicingDays(saleLines: readonly number[], ask: Ask): Promise<ReadonlyMap<number, string>> {
  const first = new Map<number, string>();
  if (saleLines.length === 0 || !readsInvoicing(ask.reads)) return first;
  const origins = saleLines.map((id) => `sale.line,${id}`);
  const domain = [["origin", "in", origins], ISSUED("invoice.")];
  for (const { origin, "invoice.": invoice } of await ask.all("account.invoice.line", domain, INVOICED)) {
    const line = referredTo("sale.line", origin);
    const day = invoice?.invoice_date;
    if (line !== undefined && day && day < (first.get(line) ?? "9999")) first.set(line, day);
  }
  return first;
}
