import { z } from "zod";
import { type Ask, part } from "./part";
import { ISSUED, LOADED_SALES, NO_PRODUCT, NOBODY, SELLING, sellers } from "./sale";
import { day, decimal, key, reference, referredTo } from "./values";

const UNIT = z.object({ factor: z.number() }).nullable();
const PRODUCT = z.object({ cost_price: decimal.nullable(), "default_uom.": UNIT }).nullable();
const CURRENCY = z.object({ code: z.string().nullable() });

/** Tryton knows no sales channel. */
const CHANNEL = "field";

interface Costed {
  readonly quantity: number | null;
  readonly "unit.": z.output<typeof UNIT>;
  readonly "product.": z.output<typeof PRODUCT>;
}

/**
 * The product's cost today, none if nobody has entered one (Tryton then says 0), times the quantity in the product's own unit. It is in the company's currency and travels
 * beside a revenue in the sale's, so it is brought into that one; validation converts both back.
 */
function costOf({ quantity, "unit.": unit, "product.": product }: Costed, currency: string, ask: Ask) {
  if (quantity === null || !product?.cost_price) return undefined;
  const units = (quantity * (unit?.factor ?? 1)) / (product["default_uom."]?.factor ?? 1);
  return (units * product.cost_price) / (ask.currencies.rates[currency] ?? 1);
}

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
  row: (line, { seller, invoicedOn }, ask) => {
    const sale = line["sale."];
    const currency = sale["currency."].code ?? "";
    return {
      id: `S${line.id}`,
      order_id: sale.number ?? line.sale,
      ordered_on: sale.sale_date,
      invoiced_on: invoicedOn.get(line.id),
      customer_id: sale.party,
      salesperson_id: seller(sale) ?? NOBODY,
      product_id: line.product ?? NO_PRODUCT,
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
  if (saleLines.length === 0 || !ask.reads("account.invoice.line") || !ask.reads("account.move"))
    return first;
  const origins = saleLines.map((id) => `sale.line,${id}`);
  const domain = [["origin", "in", origins], ISSUED("invoice.")];
  for (const { origin, "invoice.": invoice } of await ask.all("account.invoice.line", domain, INVOICED)) {
    const line = referredTo("sale.line", origin);
    const day = invoice?.invoice_date;
    if (line !== undefined && day && day < (first.get(line) ?? "9999")) first.set(line, day);
  }
  return first;
}

const SOLD = z.object({
  id: key,
  sale: key,
  "sale.": z.object({ number: z.string().nullable(), ...SELLING }),
});

/**
 * Lines of credit notes that were made from an invoice: Tryton leaves the sale as it was, so each takes away from it
 * here, on the day of the credit note.
 */
export const creditLines = part({
  model: "account.invoice.line",
  domain: (company) => [
    ["type", "=", "line"],
    ["invoice.company", "=", company],
    ["invoice.type", "=", "out"],
    ISSUED("invoice."),
    ["origin", "like", "account.invoice.line,%"],
  ],
  shape: z.object({
    id: key,
    origin: reference,
    product: key.nullable(),
    quantity: z.number().nullable(),
    amount: decimal.nullable(),
    "unit.": UNIT,
    "product.": PRODUCT,
    "invoice.": z.object({
      number: z.string().nullable(),
      invoice_date: day.nullable(),
      party: key,
      "currency.": CURRENCY,
    }),
  }),
  look: async (lines, ask) => {
    const credited = lines
      .map(({ origin }) => referredTo("account.invoice.line", origin))
      .filter((id) => id !== undefined);
    const shape = z.object({ id: key, origin: reference.nullable() });
    const invoiced = credited.length
      ? await ask.all("account.invoice.line", [["id", "in", credited]], shape)
      : [];
    const saleLine = new Map(invoiced.map(({ id, origin }) => [id, referredTo("sale.line", origin)]));
    const ids = [...saleLine.values()].filter((id) => id !== undefined);
    const sold = ids.length ? await ask.all("sale.line", [["id", "in", ids]], SOLD) : [];
    const seller = await sellers(
      sold.map((line) => line["sale."]),
      ask,
    );
    const bySaleLine = new Map(sold.map((line) => [line.id, line]));
    return {
      seller,
      sold: (origin: string) =>
        bySaleLine.get(saleLine.get(referredTo("account.invoice.line", origin) ?? -1) ?? -1),
    };
  },
  row: (line, { seller, sold }, ask) => {
    const invoice = line["invoice."];
    const currency = invoice["currency."].code ?? "";
    const original = sold(line.origin);
    return {
      id: `A${line.id}`,
      order_id: original?.["sale."].number ?? original?.sale ?? invoice.number,
      ordered_on: invoice.invoice_date,
      invoiced_on: invoice.invoice_date,
      customer_id: invoice.party,
      salesperson_id: (original && seller(original["sale."])) ?? NOBODY,
      product_id: line.product ?? NO_PRODUCT,
      channel: CHANNEL,
      quantity: line.quantity,
      revenue: line.amount,
      cost: costOf(line, currency, ask),
      currency,
    };
  },
});
