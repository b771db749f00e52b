import { z } from "zod";
import type { Ask, Domain } from "./part";
import { key, reference, referredTo } from "./values";

/** Sales that count: confirmed by the customer. Drafts, quotations and cancelled sales do not. */
export const LOADED_SALES = (company: number, prefix = ""): Domain => [
  [`${prefix}state`, "in", ["confirmed", "processing", "done"]],
  [`${prefix}company`, "=", company],
];

/** Invoices that were issued: also one that its own credit note has cancelled, since that note is loaded too. */
export const ISSUED = (prefix = ""): Domain => [
  "OR",
  [`${prefix}state`, "in", ["posted", "paid"]],
  [
    [`${prefix}state`, "=", "cancelled"],
    [`${prefix}cancel_move.origin`, "like", "account.invoice,%"],
  ],
];

/** Models to read to know when a sale was invoiced, and the module that brings it. */
export const INVOICING = {
  "account.invoice": "account_invoice",
  "account.invoice.line": "account_invoice",
  "account.move": "account",
} as const;

export const readsInvoicing = (reads: Ask["reads"]): boolean => Object.keys(INVOICING).every(reads);

/** Sales that no employee has quoted or confirmed. */
export const OF_NOBODY: Domain = [
  ["quoted_by", "=", null],
  ["confirmed_by", "=", null],
];

/** The fields that tell who sold. */
export const SELLING = {
  quoted_by: key.nullable(),
  confirmed_by: key.nullable(),
  origin: reference.nullable(),
};
type Selling = z.output<z.ZodObject<typeof SELLING>>;

/** The employee who quoted, else who confirmed, else who leads the opportunity it came from, else nobody. */
export async function sellers(
  sales: readonly Selling[],
  ask: Ask,
): Promise<(sale: Selling) => number | undefined> {
  const known = ({ quoted_by, confirmed_by }: Selling) => quoted_by ?? confirmed_by ?? undefined;
  const asked = sales
    .filter((sale) => known(sale) === undefined)
    .map(({ origin }) => referredTo("sale.opportunity", origin))
    .filter((id) => id !== undefined);
  const leading = new Map<number, number | null>();
  if (asked.length > 0 && ask.reads("sale.opportunity")) {
    const shape = z.object({ id: key, employee: key.nullable() });
    const found = await ask.all("sale.opportunity", [["id", "in", [...new Set(asked)]]], shape);
    for (const { id, employee } of found) leading.set(id, employee);
  }
  return (sale) => known(sale) ?? leading.get(referredTo("sale.opportunity", sale.origin) ?? -1) ?? undefined;
}
