import type { TableName } from "../../sales/schema";
import type { Text } from "../../sales/text";
import { campaigns, visits } from "./activity";
import { leads, opportunities } from "./deals";
import { invoices } from "./invoices";
import { customers, products, salespeople } from "./members";
import { creditLines, INVOICING, orderLines } from "./orders";
import type { Part } from "./part";

/** What fills a table, and what a connection must be able to read for it. */
export interface Content {
  readonly table: TableName;
  readonly part: Part;
  /** Model → the app or module of Odoo that brings it. */
  readonly needs: Readonly<Record<string, string>>;
  /** What is missing when it cannot be read; without this, Vigie cannot do without. */
  readonly without?: Text;
}

const SALES = { "sale.order": "sale", "sale.order.line": "sale" } as const;
const CRM = { "crm.lead": "crm", "crm.stage": "crm" } as const;

export const CONTENTS: readonly Content[] = [
  { table: "salespeople", part: salespeople, needs: { "res.users": "base" } },
  { table: "customers", part: customers, needs: { "res.partner": "base" } },
  { table: "products", part: products, needs: { "product.product": "product" } },
  {
    table: "order_lines",
    part: orderLines,
    needs: SALES,
    without: {
      fr: "les commandes (CA, MONTANTCOMMANDES, COMMANDES, MARGE et ce qui en dépend)",
      en: "orders (CA, MONTANTCOMMANDES, COMMANDES, MARGE and what depends on them)",
    },
  },
  {
    table: "order_lines",
    part: creditLines,
    needs: { ...SALES, ...INVOICING },
    without: {
      fr: "les dates de facturation et les avoirs (le chiffre d'affaires suit les commandes)",
      en: "invoicing dates and credit notes (revenue follows the orders)",
    },
  },
  {
    table: "visits",
    part: visits,
    needs: { "calendar.event": "calendar" },
    without: { fr: "les visites (VISITES, RATIOVISITES)", en: "visits (VISITES, RATIOVISITES)" },
  },
  {
    table: "opportunities",
    part: opportunities,
    needs: CRM,
    without: {
      fr: "les opportunités (PIPE, PIPEBRUT, OPPORTUNITES, TAUXSIGNATURE)",
      en: "opportunities (PIPE, PIPEBRUT, OPPORTUNITES, TAUXSIGNATURE)",
    },
  },
  {
    table: "leads",
    part: leads,
    needs: CRM,
    without: { fr: "les pistes (LEADSCHAUDS, LEADSCREES)", en: "leads (LEADSCHAUDS, LEADSCREES)" },
  },
  {
    table: "invoices",
    part: invoices,
    needs: { "account.move": "account" },
    without: {
      fr: "les factures (ENCOURS, ENCOURSECHU, BALANCEAGEE, DSO)",
      en: "invoices (ENCOURS, ENCOURSECHU, BALANCEAGEE, DSO)",
    },
  },
  {
    table: "campaigns",
    part: campaigns,
    needs: { "mailing.mailing": "mass_mailing" },
    without: { fr: "les e-mailings (TAUXOUVERTURE, TAUXCLIC)", en: "mailings (TAUXOUVERTURE, TAUXCLIC)" },
  },
];

export const TABLES_FILLED: readonly TableName[] = [...new Set(CONTENTS.map(({ table }) => table))];

/** What no Odoo has for Vigie, whatever its modules. */
export const LACKS: readonly Text[] = [
  {
    fr: "Les tickets d'assistance d'Odoo (version Enterprise) ne sont pas lus : ENTRANTS et RECLAMATIONS indisponibles.",
    en: "Odoo's helpdesk tickets (Enterprise) are not read: ENTRANTS and RECLAMATIONS unavailable.",
  },
  {
    fr: "Les ventes en caisse (point de vente d'Odoo) ne sont pas lues ; une commande prise par un site web est « web », toute autre « field ».",
    en: "Sales at the till (Odoo's Point of Sale) are not read; an order taken by a website is “web”, any other “field”.",
  },
  {
    fr: "Une facture faite sans commande compte dans l'encours, pas dans le chiffre d'affaires.",
    en: "An invoice made without an order counts in what is outstanding, not in revenue.",
  },
  {
    fr: "Un coût nul compte pour non renseigné.",
    en: "A cost of zero counts as not entered.",
  },
];

/** Said of a connection whose Odoo knows no costs. */
export const WITHOUT_COSTS: Text = {
  fr: "Le module « sale_margin » (marges sur les commandes) n'est pas installé, ou son champ n'est pas lisible : MARGE et TAUXMARGE indisponibles.",
  en: "The module “sale_margin” (margins on sales orders) is not installed, or its field cannot be read: MARGE and TAUXMARGE unavailable.",
};
