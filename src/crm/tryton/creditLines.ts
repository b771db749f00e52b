import { z } from "zod";
import { NO_PRODUCT, NOBODY } from "../kit";
import { CHANNEL, COST_TOUCHES, CURRENCY, costOf, PRODUCT, UNIT } from "./cost";
import { part } from "./part";
import { ISSUED, SELLING, sellers } from "./sale";
import { day, decimal, key, reference, referredTo } from "./values";

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
    // An invoice that no sale made is no order; neither is its credit note.
    ["origin.origin", "like", "sale.line,%", "account.invoice.line"],
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
  touchedBy: [
    ...COST_TOUCHES,
    { path: "invoice.", model: "account.invoice" },
    {
      path: "origin.origin.sale.",
      model: "sale.sale",
      through: ["account.invoice.line", "sale.line"],
    },
    {
      path: "origin.origin.sale.origin.",
      model: "sale.opportunity",
      through: ["account.invoice.line", "sale.line", "sale.opportunity"],
    },
  ],
  idPrefix: "A",
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
  row: (line, ask, { seller, sold }) => {
    const invoice = line["invoice."];
    const currency = invoice["currency."].code ?? "";
    const original = sold(line.origin);
    return {
      id: `A${line.id}`,
      order_id: original?.["sale."].number ?? original?.sale ?? invoice.number,
      ordered_on: invoice.invoice_date,
      invoiced_on: invoice.invoice_date,
      customer_id: invoice.party,
      salesperson_id: (original && seller(original["sale."])) ?? NOBODY.id,
      product_id: line.product ?? NO_PRODUCT.id,
      channel: CHANNEL,
      quantity: line.quantity,
      revenue: line.amount,
      cost: costOf(line, currency, ask),
      currency,
    };
  },
});
