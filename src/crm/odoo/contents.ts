import type { Lack } from "../../sales/lack";
import { type Content as KitContent, tablesOf } from "../kit";
import { campaigns, visits } from "./activity";
import { leads, opportunities } from "./deals";
import { invoiceLines } from "./invoiceLines";
import { invoices } from "./invoices";
import { customers, products, salespeople } from "./members";
import { creditLines, INVOICING, orderLines } from "./orders";
import type { Part } from "./part";

export interface Content extends KitContent<Part> {
  /** Models that a connection must be able to read for it: model → the app or module of Odoo that brings it. */
  readonly needs: Readonly<Record<string, string>>;
}

const SALES = { "sale.order": "sale", "sale.order.line": "sale" } as const;
const CRM = { "crm.lead": "crm", "crm.stage": "crm" } as const;

export const CONTENTS: readonly Content[] = [
  { table: "salespeople", part: salespeople, needs: { "res.users": "base" }, isVital: true },
  { table: "customers", part: customers, needs: { "res.partner": "base" }, isVital: true },
  { table: "products", part: products, needs: { "product.product": "product" }, isVital: true },
  { table: "order_lines", part: orderLines, needs: SALES },
  {
    table: "order_lines",
    part: creditLines,
    needs: { ...SALES, ...INVOICING },
    what: {
      fr: "les dates de facturation et les avoirs (le chiffre d'affaires suit les commandes)",
      en: "invoicing dates and credit notes (revenue follows the orders)",
    },
  },
  {
    table: "invoice_lines",
    part: invoiceLines,
    needs: { ...INVOICING },
    what: {
      fr: "les lignes de facture (le chiffre d'affaires suit les commandes, sans les factures faites sans commande)",
      en: "invoice lines (revenue follows the orders, without invoices made without an order)",
    },
  },
  { table: "visits", part: visits, needs: { "calendar.event": "calendar" } },
  { table: "opportunities", part: opportunities, needs: CRM },
  { table: "leads", part: leads, needs: CRM },
  { table: "invoices", part: invoices, needs: { "account.move": "account" } },
  { table: "campaigns", part: campaigns, needs: { "mailing.mailing": "mass_mailing" } },
];

export const TABLES_FILLED = tablesOf(CONTENTS);

/** Lacks of every Odoo, with any modules. */
export const LACKS: readonly Lack[] = [
  {
    fr: "Les tickets d'assistance d'Odoo (version Enterprise) ne sont pas lus.",
    en: "Odoo's helpdesk tickets (Enterprise) are not read.",
    missing: [{ table: "contacts_in" }],
  },
  {
    fr: "Les ventes en caisse (point de vente d'Odoo) ne sont pas lues ; une commande prise par un site web est « web », toute autre « field ».",
    en: "Sales at the till (Odoo's Point of Sale) are not read; an order taken by a website is “web”, any other “field”.",
  },
  {
    fr: "Un coût nul compte pour non renseigné.",
    en: "A cost of zero counts as not entered.",
  },
];

/** Said of a connection whose Odoo knows no costs. */
export const WITHOUT_COSTS: Lack = {
  fr: "Le module « sale_margin » (marges sur les commandes) n'est pas installé, ou son champ n'est pas lisible.",
  en: "The module “sale_margin” (margins on sales orders) is not installed, or its field cannot be read.",
  missing: [{ table: "order_lines", column: "cost" }],
};
