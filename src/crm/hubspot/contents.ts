import type { TableName } from "../../sales/schema";
import { type Content as KitContent, tablesOf } from "../kit";
import { campaigns, contactsIn, invoices, leads, opportunities, visits } from "./activity";
import { customers, products, salespeople } from "./members";
import { type HubSpotPart, inBin } from "./part";
import { linesPart, type SalePart, salesPart } from "./saleParts";
import type { SaleKind } from "./sales";

export interface Content<Part = HubSpotPart | SalePart> extends KitContent<Part> {
  /** The scope that gives it. */
  readonly scope: string;
}

/** Tables that HubSpot's lists fill as they are: those in the recycling bin where others go on referring to them. */
export const CONTENTS: readonly Content<HubSpotPart>[] = [
  { table: "salespeople", part: salespeople, scope: "crm.objects.owners.read", isVital: true },
  { table: "salespeople", part: inBin(salespeople), scope: "crm.objects.owners.read", isVital: true },
  { table: "customers", part: customers, scope: "crm.objects.companies.read", isVital: true },
  { table: "products", part: products, scope: "crm.objects.products.read", isVital: true },
  { table: "products", part: inBin(products), scope: "crm.objects.products.read", isVital: true },
  { table: "visits", part: visits, scope: "crm.objects.contacts.read" },
  { table: "opportunities", part: opportunities, scope: "crm.objects.deals.read", isVital: true },
  { table: "leads", part: leads, scope: "crm.objects.leads.read" },
  { table: "invoices", part: invoices, scope: "crm.objects.invoices.read" },
  { table: "campaigns", part: campaigns, scope: "content" },
  { table: "contacts_in", part: contactsIn, scope: "tickets" },
];

export const LINES_SCOPE = "crm.objects.line_items.read";
export const ORDERS_SCOPE = "crm.objects.orders.read";

/** Order lines: what stands for orders in this account, and the line items. */
export const saleContents = (kind: SaleKind): readonly Content<SalePart>[] => {
  const scope = kind.object === "orders" ? ORDERS_SCOPE : "crm.objects.deals.read";
  return [
    { table: "order_lines", part: salesPart(kind), scope, isVital: true },
    { table: "order_lines", part: linesPart(kind), scope: LINES_SCOPE, isVital: true },
  ];
};

export const TABLES_FILLED: readonly TableName[] = [...tablesOf(CONTENTS), "order_lines"];
