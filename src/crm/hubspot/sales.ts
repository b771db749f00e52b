import { z } from "zod";
import { NOBODY } from "../kit";
import { idsWith } from "./associations";
import { NO_COMPANY } from "./members";
import { BESIDE, type Context, flag, flat, number, type ObjectRecord, text } from "./part";
import type { Identified } from "./record";

/** An order as its lines need it. */
export interface Sale {
  readonly id: string;
  /** Cancelled orders and deals that were not won do not count. */
  readonly counts: boolean;
  readonly orderedOn: string | undefined;
  readonly company: string;
  /** The line items that it names. */
  readonly lines: readonly string[];
  readonly owner: string;
  readonly currency: string | undefined;
  readonly channel: "field" | "web";
  /** Net of tax, for a sale without lines. */
  readonly amount: number | undefined;
}

/** What stands for an order in an account: HubSpot's own orders, or its won deals. */
export interface SaleKind {
  readonly object: "orders" | "deals";
  readonly properties: readonly string[];
  /** The sale, or the name of the field that cannot be read. */
  readonly sale: (record: Identified, context: Context) => Sale | { readonly unreadable: string };
}

function saleKind<Shape extends z.ZodRawShape>(
  object: SaleKind["object"],
  properties: z.ZodObject<Shape>,
  sale: (record: ObjectRecord<Shape>, context: Context) => Omit<Sale, "id" | "company" | "lines">,
): SaleKind {
  const shape = properties.extend(BESIDE);
  return {
    object,
    properties: Object.keys(properties.shape),
    sale: (record, context) => {
      const parsed = shape.safeParse(flat(record));
      const lines = idsWith(record, "line_items");
      if (!parsed.success) return { unreadable: String(parsed.error.issues[0]?.path.at(-1) ?? "") };
      if (!lines) return { unreadable: "line_items" };
      const found = parsed.data as unknown as ObjectRecord<Shape>;
      const company = found.companies[0] ?? NO_COMPANY.id;
      return { id: record.id, company, lines, ...sale(found, context) };
    },
  };
}

/** Account owners rename the stages of orders; a cancelled one is known by its name. */
const CANCELLED = /annul|cancel/i;

/** HubSpot's orders. One that came from a shop's site counts as sold on the web. */
const orders = saleKind(
  "orders",
  z.object({
    hs_external_created_date: text,
    hs_createdate: text,
    hs_pipeline_stage: text,
    hs_external_order_status: text,
    hs_source_store: text,
    hs_currency_code: text,
    hs_subtotal_price: number,
    hs_order_discount: number,
    hs_total_price: number,
    hs_tax: number,
    hs_shipping_cost: number,
    hubspot_owner_id: text,
  }),
  (order, { day, stage }) => ({
    counts:
      !CANCELLED.test(stage(order.hs_pipeline_stage) ?? "") &&
      !CANCELLED.test(order.hs_external_order_status ?? ""),
    orderedOn: day(order.hs_external_created_date) ?? day(order.hs_createdate),
    owner: order.hubspot_owner_id || NOBODY.id,
    currency: order.hs_currency_code ?? undefined,
    channel: order.hs_source_store ? "web" : "field",
    amount: netOf(order),
  }),
);

interface Totals {
  readonly hs_subtotal_price: number | undefined;
  readonly hs_order_discount: number | undefined;
  readonly hs_total_price: number | undefined;
  readonly hs_tax: number | undefined;
  readonly hs_shipping_cost: number | undefined;
}

/** The goods alone: the subtotal less its discount, else the total less tax and shipping. */
const netOf = (order: Totals): number | undefined =>
  order.hs_subtotal_price !== undefined
    ? order.hs_subtotal_price - (order.hs_order_discount ?? 0)
    : order.hs_total_price !== undefined
      ? order.hs_total_price - (order.hs_tax ?? 0) - (order.hs_shipping_cost ?? 0)
      : undefined;

/** Won deals, for accounts that keep no orders in HubSpot. */
const wonDeals = saleKind(
  "deals",
  z.object({
    closedate: text,
    createdate: text,
    hs_is_closed_won: flag,
    deal_currency_code: text,
    amount: number,
    hubspot_owner_id: text,
  }),
  (deal, { day }) => ({
    counts: deal.hs_is_closed_won,
    orderedOn: day(deal.closedate) ?? day(deal.createdate),
    owner: deal.hubspot_owner_id || NOBODY.id,
    currency: deal.deal_currency_code ?? undefined,
    channel: "field",
    amount: deal.amount,
  }),
);

export const SALES: Readonly<Record<SaleKind["object"], SaleKind>> = { orders, deals: wonDeals };
