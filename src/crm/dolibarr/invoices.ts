import { z } from "zod";
import { part, touchedSince } from "./part";
import { sellersOf } from "./sellers";
import { plainDay } from "./serverZone";
import { id, number, reference, seconds } from "./values";

const PAID = 2;
const CREDIT_NOTE = 2;

/**
 * Validated and paid invoices, taxes included, in the company's currency; abandoned and replaced ones are left out.
 * A payment in part does not touch the invoice: whatever is unpaid counts as changed.
 */
export const invoices = part({
  resource: "invoices",
  filters: () => ["(t.fk_statut:>=:1)", "(t.fk_statut:<:3)"],
  shape: z.object({
    id,
    socid: reference,
    type: number,
    date: seconds,
    date_lim_reglement: seconds,
    total_ttc: number,
    remaintopay: number,
    statut: number,
    status: number,
    fk_user_author: reference,
    user_creation_id: reference,
  }),
  changedSince: (moment) => `(${touchedSince(moment)} or (t.fk_statut:=:1))`,
  look: (found, ask) =>
    sellersOf(
      found,
      (invoice) => ({ author: invoice.fk_user_author ?? invoice.user_creation_id, customer: invoice.socid }),
      ask,
    ),
  row: (invoice, _, sellers) => {
    const issued = dayOf(invoice.date);
    // A credit note turned into a discount, or a rest that was given up, is settled whatever seems left to pay.
    const settled = (invoice.statut ?? invoice.status) === PAID;
    return {
      id: invoice.id,
      customer_id: invoice.socid,
      salesperson_id: sellers.get(invoice.id),
      issued_on: issued,
      due_on: dayOf(invoice.date_lim_reglement) ?? issued,
      amount: signed(invoice.total_ttc, invoice.type),
      outstanding: settled ? 0 : signed(invoice.remaintopay, invoice.type),
    };
  },
});

const dayOf = (second: number | undefined): string | undefined =>
  second === undefined ? undefined : plainDay(second);

/** A credit note takes away, however its amounts are signed. */
const signed = (amount: number | undefined, type: number | undefined): number | undefined =>
  amount !== undefined && type === CREDIT_NOTE ? -Math.abs(amount) : amount;
