import type { TableName } from "../../sales/schema";
import type { Text } from "../../sales/text";
import { campaigns, contactsIn, invoices, leads, opportunities, visits } from "./activity";
import { customers, products, salespeople } from "./members";
import type { Part } from "./part";

/** What fills a table, which scope gives it, and what is missing without it. */
export interface Content {
  readonly table: Exclude<TableName, "order_lines" | "points_of_sale">;
  readonly part: Part;
  readonly scope: string;
  /** Absent: Vigie cannot do without. */
  readonly without?: Text;
}

export const CONTENTS: readonly Content[] = [
  { table: "salespeople", part: salespeople, scope: "crm.objects.owners.read" },
  { table: "customers", part: customers, scope: "crm.objects.companies.read" },
  { table: "products", part: products, scope: "crm.objects.products.read" },
  {
    table: "visits",
    part: visits,
    scope: "crm.objects.contacts.read",
    without: {
      fr: "les réunions (VISITES, RATIOVISITES)",
      en: "meetings (VISITES, RATIOVISITES)",
    },
  },
  { table: "opportunities", part: opportunities, scope: "crm.objects.deals.read" },
  {
    table: "leads",
    part: leads,
    scope: "crm.objects.leads.read",
    without: { fr: "les leads (LEADSCHAUDS, LEADSCREES)", en: "leads (LEADSCHAUDS, LEADSCREES)" },
  },
  {
    table: "invoices",
    part: invoices,
    scope: "crm.objects.invoices.read",
    without: {
      fr: "les factures (ENCOURS, ENCOURSECHU, BALANCEAGEE, DSO)",
      en: "invoices (ENCOURS, ENCOURSECHU, BALANCEAGEE, DSO)",
    },
  },
  {
    table: "campaigns",
    part: campaigns,
    scope: "content",
    without: { fr: "les e-mailings (TAUXOUVERTURE, TAUXCLIC)", en: "mailings (TAUXOUVERTURE, TAUXCLIC)" },
  },
  {
    table: "contacts_in",
    part: contactsIn,
    scope: "tickets",
    without: { fr: "les tickets (ENTRANTS, RECLAMATIONS)", en: "tickets (ENTRANTS, RECLAMATIONS)" },
  },
];

/** What order lines need beside products: their line items, and orders or deals. */
export const LINES = {
  object: "line_items",
  path: "/crm/v3/objects/line_items",
  scope: "crm.objects.line_items.read",
} as const;
export const ORDERS = {
  object: "orders",
  path: "/crm/v3/objects/orders",
  scope: "crm.objects.orders.read",
} as const;

export const TABLES_FILLED: readonly TableName[] = [...CONTENTS.map(({ table }) => table), "order_lines"];
