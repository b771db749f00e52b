import { z } from "zod";
import { type Ask, part } from "./part";
import { ISSUED, SELLING, sellers } from "./sale";
import { day, decimal, key } from "./values";

const MATURING = z.object({ id: key, maturity_date: day.nullable(), reconciliation: key.nullable() });

/** Customer invoices and credit notes that were issued, taxes included, with what is left to pay. */
export const invoices = part({
  model: "account.invoice",
  domain: (company) => [["type", "=", "out"], ["company", "=", company], ISSUED()],
  shape: z.object({
    id: key,
    party: key,
    invoice_date: day.nullable(),
    total_amount: decimal.nullable(),
    amount_to_pay: decimal.nullable(),
    sales: z.array(key),
    lines_to_pay: z.array(key),
    "currency.": z.object({ code: z.string().nullable() }),
  }),
  touchedBy: [
    { path: "move.lines.", model: "account.move.line" },
    { path: "payment_lines.", model: "account.move.line" },
    { path: "lines.origin.sale.", model: "sale.sale", through: ["sale.line"] },
    {
      path: "lines.origin.sale.origin.",
      model: "sale.opportunity",
      through: ["sale.line", "sale.opportunity"],
    },
  ],
  look: async (found, ask) => ({
    dueOn: await dueDays(
      found.flatMap(({ lines_to_pay }) => lines_to_pay),
      ask,
    ),
    seller: await sellersOf(
      found.flatMap(({ sales }) => sales),
      ask,
    ),
  }),
  row: (invoice, _, { dueOn, seller }) => ({
    id: invoice.id,
    customer_id: invoice.party,
    salesperson_id: invoice.sales.map(seller).find((id) => id !== undefined),
    issued_on: invoice.invoice_date,
    due_on: dueOn(invoice.lines_to_pay) ?? invoice.invoice_date,
    amount: invoice.total_amount,
    outstanding: invoice.amount_to_pay,
    currency: invoice["currency."].code ?? "",
  }),
});

/** An invoice is due when the first of its terms that is still open is; once all are settled, when the last was. */
async function dueDays(
  ids: readonly number[],
  ask: Ask,
): Promise<(lines: readonly number[]) => string | undefined> {
  const lines = ids.length ? await ask.all("account.move.line", [["id", "in", ids]], MATURING) : [];
  const known = new Map(lines.map((line) => [line.id, line]));
  return (due) => {
    const terms = due.map((id) => known.get(id)).filter((term) => term !== undefined);
    const days = (open: boolean) =>
      terms
        .filter(({ reconciliation }) => !open || reconciliation === null)
        .flatMap(({ maturity_date }) => maturity_date ?? [])
        .sort();
    return days(true)[0] ?? days(false).at(-1);
  };
}

async function sellersOf(ids: readonly number[], ask: Ask): Promise<(sale: number) => number | undefined> {
  const shape = z.object({ id: key, ...SELLING });
  const sales = ids.length ? await ask.all("sale.sale", [["id", "in", [...new Set(ids)]]], shape) : [];
  const seller = await sellers(sales, ask);
  const known = new Map(sales.map((sale) => [sale.id, seller(sale)]));
  return (sale) => known.get(sale);
}
