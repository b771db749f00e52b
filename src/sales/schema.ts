import type { Text } from "./text";

/**
 * The normalised sales data (kpi-semantics §1): twelve tables loaded from a CRM. `targets`, the thirteenth, is kept
 * by the user in the workbook and is no part of a refresh (see `src/kpi/targets.ts`).
 */
export const TABLE_NAMES = [
  "salespeople",
  "customers",
  "products",
  "points_of_sale",
  "order_lines",
  "invoice_lines",
  "visits",
  "opportunities",
  "leads",
  "invoices",
  "campaigns",
  "contacts_in",
] as const;

export type TableName = (typeof TABLE_NAMES)[number];

/**
 * - `id`, `text`: a string. `ref`: the id of a row of another table. `choice`: one of `choices`.
 * - `date`: a calendar date without time zone. `money`: reporting currency, four decimals kept.
 * - `number`: any finite number. `count`: a whole number ≥ 0. `share`: 0–1.
 */
export type ColumnKind = "id" | "text" | "ref" | "choice" | "date" | "money" | "number" | "count" | "share";

export interface ColumnSpec {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly caption: Text;
  readonly optional?: true;
  /** Only for `date`: what it dates has happened, so it cannot lie after the data date. */
  readonly past?: true;
  /** Only for `ref`. */
  readonly table?: TableName;
  /** Only for `choice`. */
  readonly choices?: readonly string[];
}

export interface TableSpec {
  readonly name: TableName;
  readonly caption: Text;
  readonly columns: readonly ColumnSpec[];
}

const t = (fr: string, en: string): Text => ({ fr, en });
const id: ColumnSpec = { name: "id", kind: "id", caption: t("Identifiant", "Id") };
const name: ColumnSpec = { name: "name", kind: "text", caption: t("Nom", "Name") };
const region: ColumnSpec = { name: "region", kind: "text", caption: t("Région", "Region"), optional: true };
const ref = (column: string, table: TableName, caption: Text): ColumnSpec => ({
  name: column,
  kind: "ref",
  table,
  caption,
});
const customer = ref("customer_id", "customers", t("Client", "Customer"));
const salesperson = ref("salesperson_id", "salespeople", t("Commercial", "Salesperson"));
const product = ref("product_id", "products", t("Produit", "Product"));
const date = (column: string, caption: Text): ColumnSpec => ({ name: column, kind: "date", caption });
const past = (column: string, caption: Text): ColumnSpec => ({ ...date(column, caption), past: true });
const optional = (column: ColumnSpec): ColumnSpec => ({ ...column, optional: true });
const pointOfSale = optional(ref("point_of_sale_id", "points_of_sale", t("Point de vente", "Point of sale")));
const orderId: ColumnSpec = {
  name: "order_id",
  kind: "text",
  caption: t("N° de commande", "Order number"),
};
const invoicedOn = past("invoiced_on", t("Facturé le", "Invoiced on"));
const channel: ColumnSpec = {
  name: "channel",
  kind: "choice",
  caption: t("Canal", "Channel"),
  choices: ["field", "store", "web", "phone"],
  optional: true,
};
/** Quantity and amounts of a line of an order or of an invoice. */
const SOLD: readonly ColumnSpec[] = [
  { name: "quantity", kind: "number", caption: t("Quantité", "Quantity") },
  { name: "revenue", kind: "money", caption: t("Montant HT", "Revenue, net") },
  { name: "cost", kind: "money", caption: t("Coût", "Cost"), optional: true },
];

export const TABLES: Readonly<Record<TableName, TableSpec>> = {
  salespeople: {
    name: "salespeople",
    caption: t("Commerciaux", "Salespeople"),
    columns: [id, name, { name: "team", kind: "text", caption: t("Équipe", "Team"), optional: true }, region],
  },
  customers: {
    name: "customers",
    caption: t("Clients", "Customers"),
    columns: [
      id,
      name,
      { name: "sector", kind: "text", caption: t("Secteur", "Sector"), optional: true },
      region,
      optional(salesperson),
      optional(date("created_on", t("Créé le", "Created on"))),
    ],
  },
  products: {
    name: "products",
    caption: t("Produits", "Products"),
    columns: [id, name, { name: "family", kind: "text", caption: t("Famille", "Family"), optional: true }],
  },
  points_of_sale: {
    name: "points_of_sale",
    caption: t("Points de vente", "Points of sale"),
    columns: [id, name, region],
  },
  order_lines: {
    name: "order_lines",
    caption: t("Commandes", "Orders"),
    columns: [
      id,
      orderId,
      past("ordered_on", t("Commandé le", "Ordered on")),
      optional(invoicedOn),
      customer,
      salesperson,
      product,
      pointOfSale,
      region,
      channel,
      ...SOLD,
    ],
  },
  invoice_lines: {
    name: "invoice_lines",
    caption: t("Lignes de facture", "Invoice lines"),
    columns: [
      id,
      { name: "invoice_id", kind: "text", caption: t("N° de facture", "Invoice number") },
      invoicedOn,
      optional(orderId),
      customer,
      optional(salesperson),
      optional(product),
      pointOfSale,
      region,
      channel,
      ...SOLD,
    ],
  },
  visits: {
    name: "visits",
    caption: t("Visites", "Visits"),
    columns: [id, past("visited_on", t("Visité le", "Visited on")), salesperson, optional(customer)],
  },
  opportunities: {
    name: "opportunities",
    caption: t("Opportunités", "Opportunities"),
    columns: [
      id,
      name,
      optional(customer),
      salesperson,
      optional(product),
      date("created_on", t("Créée le", "Created on")),
      date("expected_on", t("Échéance", "Expected on")),
      optional(past("closed_on", t("Close le", "Closed on"))),
      { name: "stage", kind: "text", caption: t("Étape", "Stage") },
      { name: "status", kind: "choice", caption: t("Statut", "Status"), choices: ["open", "won", "lost"] },
      { name: "amount", kind: "money", caption: t("Montant", "Amount") },
      { name: "probability", kind: "share", caption: t("Probabilité", "Probability") },
    ],
  },
  leads: {
    name: "leads",
    caption: t("Leads", "Leads"),
    columns: [
      id,
      past("created_on", t("Créé le", "Created on")),
      optional(salesperson),
      { name: "source", kind: "text", caption: t("Source", "Source") },
      { name: "rating", kind: "choice", caption: t("Intérêt", "Rating"), choices: ["hot", "warm", "cold"] },
      { name: "status", kind: "text", caption: t("Statut", "Status") },
    ],
  },
  invoices: {
    name: "invoices",
    caption: t("Factures", "Invoices"),
    columns: [
      id,
      customer,
      optional(salesperson),
      past("issued_on", t("Émise le", "Issued on")),
      date("due_on", t("Échue le", "Due on")),
      { name: "amount", kind: "money", caption: t("Montant", "Amount") },
      { name: "outstanding", kind: "money", caption: t("Reste dû", "Outstanding") },
    ],
  },
  campaigns: {
    name: "campaigns",
    caption: t("Emailings", "Campaigns"),
    columns: [
      id,
      name,
      past("sent_on", t("Envoyé le", "Sent on")),
      { name: "sent", kind: "count", caption: t("Envoyés", "Sent") },
      { name: "delivered", kind: "count", caption: t("Délivrés", "Delivered") },
      { name: "opened", kind: "count", caption: t("Ouverts", "Opened") },
      { name: "clicked", kind: "count", caption: t("Cliqués", "Clicked") },
    ],
  },
  contacts_in: {
    name: "contacts_in",
    caption: t("Entrants", "Inbound contacts"),
    columns: [
      id,
      past("received_on", t("Reçu le", "Received on")),
      { name: "channel", kind: "text", caption: t("Canal", "Channel") },
      { name: "reason", kind: "text", caption: t("Motif", "Reason") },
      optional(customer),
      optional(product),
    ],
  },
};
