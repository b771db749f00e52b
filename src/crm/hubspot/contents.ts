import type { TableName } from "../../sales/schema";
import { type Content as KitContent, tablesOf } from "../kit";
import { campaigns, contactsIn, invoices, leads, opportunities, visits } from "./activity";
import { customers, products, salespeople } from "./members";
import type { Part } from "./part";

export interface Content extends KitContent<Part> {
  /** The scope that gives it. */
  readonly scope: string;
}

export const CONTENTS: readonly Content[] = [
  { table: "salespeople", part: salespeople, scope: "crm.objects.owners.read", isVital: true },
  { table: "customers", part: customers, scope: "crm.objects.companies.read", isVital: true },
  { table: "products", part: products, scope: "crm.objects.products.read", isVital: true },
  { table: "visits", part: visits, scope: "crm.objects.contacts.read" },
  { table: "opportunities", part: opportunities, scope: "crm.objects.deals.read", isVital: true },
  { table: "leads", part: leads, scope: "crm.objects.leads.read" },
  { table: "invoices", part: invoices, scope: "crm.objects.invoices.read" },
  { table: "campaigns", part: campaigns, scope: "content" },
  { table: "contacts_in", part: contactsIn, scope: "tickets" },
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

export const TABLES_FILLED: readonly TableName[] = [...tablesOf(CONTENTS), "order_lines"];
