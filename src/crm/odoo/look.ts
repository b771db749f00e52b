import { z } from "zod";
import { NOBODY } from "../kit";
import type { Ask, People } from "./part";
import { date, idsOf, key, type Reference, reference } from "./values";

/** Contact → the company it belongs to, or itself: whom our customers are. */
export async function companiesOf(
  contacts: readonly Reference[],
  ask: Ask,
): Promise<(contact: Reference) => number | undefined> {
  const ids = idsOf(contacts);
  const shape = z.object({ id: key, commercial_partner_id: reference });
  const found = ids.length ? await ask.all("res.partner", [["id", "in", ids]], shape) : [];
  const company = new Map(found.map((partner) => [partner.id, partner.commercial_partner_id?.id]));
  return (contact) => contact && (company.get(contact.id) ?? contact.id);
}

/** Invoice → the day it was issued. */
export async function invoiceDays(
  invoices: readonly Reference[],
  ask: Ask,
): Promise<(invoice: Reference) => string | undefined> {
  const ids = idsOf(invoices);
  const shape = z.object({ id: key, invoice_date: date });
  const found = ids.length ? await ask.all("account.move", [["id", "in", ids]], shape) : [];
  const days = new Map(found.map((invoice) => [invoice.id, invoice.invoice_date]));
  return (invoice) => invoice && days.get(invoice.id);
}

/** The salesperson of a record that must have one: a user we do not know is nobody. */
export const sellerOf = (user: Reference, { users }: People): number | string =>
  user && users.has(user.id) ? user.id : NOBODY.id;

/** A currency's code as our rates know it; Odoo names a currency by its code. */
export const codeOf = (currency: Reference): string => currency?.name ?? "";
