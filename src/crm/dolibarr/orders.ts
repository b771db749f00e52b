import { z } from "zod";
import { NO_PRODUCT, NOBODY } from "../kit";
import { part, touchedSince } from "./part";
import { sellersOf } from "./sellers";
import { plainDay } from "./serverZone";
import { id, number, reference, seconds, text } from "./values";

/** Titles and subtotals among the lines. */
const TITLE = 9;
/** How the order came, by Dolibarr's own codes; whatever else is a sale in the field. */
const CHANNELS: Readonly<Record<string, string>> = {
  SRC_INTE: "web",
  SRC_SHOP: "store",
  SRC_CAMP_PHO: "phone",
};

const LINE = z.object({
  id,
  fk_product: reference,
  product_type: number,
  qty: number,
  total_ht: number,
  /** A unit's cost. */
  pa_ht: number,
});
const LINES = z.looseObject({ lines: z.array(z.looseObject({ id, product_type: number })) });

/** Lines of validated orders: drafts and cancelled orders are left out. Amounts are in the company's currency. */
export const orderLines = part({
  resource: "orders",
  filters: () => ["(t.fk_statut:>=:1)"],
  shape: z
    .object({
      id,
      ref: text,
      socid: reference,
      date: seconds,
      user_author_id: reference,
      user_creation_id: reference,
      demand_reason_code: text,
      total_ht: number,
      lines: z.array(LINE),
    })
    // An order with an amount and no line lost them on the way: it is set aside, and told.
    .refine(({ lines, total_ht }) => lines.length > 0 || !total_ht, { path: ["lines"] }),
  changedSince: touchedSince,
  look: (orders, ask) =>
    sellersOf(
      orders,
      (order) => ({ author: order.user_author_id ?? order.user_creation_id, customer: order.socid }),
      ask,
    ),
  row: (order, _, sellers) =>
    order.lines
      .filter(({ product_type }) => product_type !== TITLE)
      .map((line) => ({
        id: line.id,
        order_id: order.ref ?? order.id,
        ordered_on: order.date === undefined ? undefined : plainDay(order.date),
        customer_id: order.socid,
        salesperson_id: sellers.get(order.id) ?? NOBODY.id,
        product_id: line.fk_product ?? NO_PRODUCT.id,
        channel: CHANNELS[order.demand_reason_code ?? ""] ?? "field",
        quantity: line.qty,
        revenue: line.total_ht,
        cost: costOf(line),
      })),
  rowIds: (record) => {
    const order = LINES.safeParse(record);
    const lines = order.success ? order.data.lines : [];
    return lines.filter(({ product_type }) => product_type !== TITLE).map((line) => String(line.id));
  },
});

/** Dolibarr tells a cost that nobody has entered as 0. */
const costOf = ({ pa_ht, qty }: z.output<typeof LINE>): number | undefined =>
  pa_ht && qty !== undefined ? pa_ht * qty : undefined;
