import { z } from "zod";
import type { RawRow } from "../../sales/rawRow";
import { NO_PRODUCT, NOBODY } from "../kit";
import { NO_ORGANISATION } from "./members";
import { type DatedPage, type DatedRow, type Look, momentOf, type Part, read } from "./part";
import type { ProductFacts } from "./products";
import { DEALS_AT_ONCE, type Identified, type Questions } from "./questions";
import { number, reference, text } from "./values";

const WON = z.looseObject({
  id: z.string(),
  owner_id: reference,
  org_id: reference,
  status: z.literal("won"),
  value: number,
  currency: text,
  won_time: text,
  close_time: text,
  update_time: text,
});
type Won = z.output<typeof WON>;

const LINE = z.looseObject({
  id: z.string(),
  deal_id: z.number().int().transform(String),
  product_id: reference,
  quantity: z.number(),
  item_price: z.number(),
  discount: number,
  discount_type: z.enum(["percentage", "amount"]).nullish(),
  tax: number,
  tax_method: z.enum(["exclusive", "inclusive", "none"]).nullish(),
  currency: text,
  is_enabled: z.boolean().nullish(),
  update_time: text,
  add_time: text,
});
type Line = z.output<typeof LINE>;

/** A line's price after its own discount and without the tax that it may include. */
function netOf({ quantity, item_price, discount, discount_type, tax, tax_method }: Line): number {
  const gross = quantity * item_price;
  const reduced = discount_type === "amount" ? gross - (discount ?? 0) : gross * (1 - (discount ?? 0) / 100);
  return tax_method === "inclusive" ? reduced / (1 + (tax ?? 0) / 100) : reduced;
}

const wonDeals = (path: string, query: Readonly<Record<string, string>>, facts: ProductFacts): Part => ({
  object: "deals",
  list: (questions, place) =>
    questions.byCursor(path, { ...query, status: "won", limit: String(DEALS_AT_ONCE) }, place),
  rows: (records, look, questions) => saleRows(records, look, questions, facts),
});

/** Won deals with their products, which is what Pipedrive has for orders; those in the archive are listed apart. */
export const orderLines = (facts: ProductFacts): readonly Part[] => [
  wonDeals("deals", {}, facts),
  wonDeals("deals/archived", {}, facts),
];

async function saleRows(
  records: readonly Identified[],
  { day }: Look,
  questions: Questions,
  facts: ProductFacts,
): Promise<Omit<DatedPage, "next">> {
  const won = new Map<string, Won>();
  // A deal is no row of its own: this reads it, and sets aside what cannot be read.
  const { rejected = [] } = read("deals", records, WON, (deal) => void won.set(deal.id, deal));
  const lines = await linesOf([...won.keys()], questions);
  const known = await facts.read(questions);
  const withLines = new Set(lines.map(({ deal_id }) => String(deal_id)));
  const values = (deal: Won): RawRow["values"] => ({
    order_id: deal.id,
    ordered_on: day(deal.won_time ?? deal.close_time),
    customer_id: deal.org_id ?? NO_ORGANISATION.id,
    salesperson_id: deal.owner_id ?? NOBODY.id,
    channel: "field",
  });
  const ofLines = read(
    "deal products",
    lines,
    LINE,
    (line) => {
      const deal = won.get(line.deal_id);
      if (!deal || line.is_enabled === false) return undefined;
      const currency = line.currency || deal.currency;
      const unitCost = known.costOf(line.product_id, currency);
      return {
        ...values(deal),
        id: `L${line.id}`,
        product_id: known.has(line.product_id) ? line.product_id : NO_PRODUCT.id,
        quantity: line.quantity,
        revenue: netOf(line),
        cost: unitCost === undefined ? undefined : unitCost * line.quantity,
        currency,
      };
    },
    (line) => {
      const deal = won.get(line.deal_id);
      const moments = [
        momentOf(line.update_time, line.add_time, deal?.update_time),
        known.changedAt(line.product_id),
      ];
      return moments.includes(undefined) ? undefined : Math.max(...(moments as number[]));
    },
  );
  const whole: DatedRow[] = [...won.values()]
    .filter(({ id }) => !withLines.has(id))
    .map((deal) => ({
      row: {
        values: {
          ...values(deal),
          id: `D${deal.id}`,
          product_id: NO_PRODUCT.id,
          quantity: 1,
          revenue: deal.value,
          currency: deal.currency,
        },
        origin: `deals ${deal.id}`,
      },
      // Products taken from a deal leave no trace on it that could be relied upon.
      changedAt: undefined,
    }));
  return { rows: [...ofLines.rows, ...whole], rejected: [...rejected, ...(ofLines.rejected ?? [])] };
}

/** The products of some deals, all pages of them. */
async function linesOf(deals: readonly string[], questions: Questions): Promise<readonly Identified[]> {
  if (deals.length === 0) return [];
  const found = new Map<string, Identified>();
  const query = { deal_ids: deals.join(",") };
  for (let place: string | undefined; ; ) {
    const { records, next } = await questions.byCursor("deals/products", query, place);
    const before = found.size;
    for (const record of records) found.set(record.id, record);
    if (next === undefined) return [...found.values()];
    questions.expectProgress(found.size > before);
    place = next;
  }
}
