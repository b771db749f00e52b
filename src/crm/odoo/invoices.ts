import { z } from "zod";
import { companiesOf } from "./look";
import { part } from "./part";
import { date, key, number, reference } from "./values";

/**
 * Customer invoices and credit notes that were issued, taxes included, with what is left to pay. The signed amounts
 * are in the company's currency at the invoice's own rate, a credit note's negative.
 */
export const invoices = part({
  model: "account.move",
  domain: ({ company }) => [
    ["move_type", "in", ["out_invoice", "out_refund"]],
    ["state", "=", "posted"],
    ["company_id", "=", company],
  ],
  shape: z.object({
    id: key,
    commercial_partner_id: reference,
    invoice_user_id: reference,
    invoice_date: date,
    invoice_date_due: date,
    amount_total_signed: number,
    amount_residual_signed: number,
  }),
  touchedBy: [{ path: "invoice_user_id" }, { path: "commercial_partner_id" }],
  sums: [
    { field: "amount_total_signed", measure: "amount" },
    { field: "amount_residual_signed", measure: "outstanding" },
  ],
  // An invoice keeps the company of its day; orders follow the contact into the one it belongs to now.
  look: async (found, ask) => ({
    people: await ask.people(),
    customer: await companiesOf(
      found.map(({ commercial_partner_id }) => commercial_partner_id),
      ask,
    ),
  }),
  row: (invoice, _, { people: { users }, customer }) => ({
    id: invoice.id,
    customer_id: customer(invoice.commercial_partner_id),
    salesperson_id:
      invoice.invoice_user_id && users.has(invoice.invoice_user_id.id)
        ? invoice.invoice_user_id.id
        : undefined,
    issued_on: invoice.invoice_date,
    due_on: invoice.invoice_date_due ?? invoice.invoice_date,
    amount: invoice.amount_total_signed,
    outstanding: invoice.amount_residual_signed,
  }),
});
