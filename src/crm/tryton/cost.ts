import { z } from "zod";
import type { Ask, RelatedTouch } from "./part";
import { decimal } from "./values";

export const UNIT = z.object({ factor: z.number() }).nullable();
export const PRODUCT = z.object({ cost_price: decimal.nullable(), "default_uom.": UNIT }).nullable();
export const CURRENCY = z.object({ code: z.string().nullable() });

/** Records that the cost of a line is made of, beside the line. */
export const COST_TOUCHES: readonly RelatedTouch[] = [
  { path: "product.", model: "product.product" },
  { path: "product.template.", model: "product.template", hidden: true },
  { path: "product.cost_prices.", model: "product.cost_price", hidden: true },
];

/** Tryton knows no sales channel. */
export const CHANNEL = "field";

interface Costed {
  readonly quantity: number | null;
  readonly "unit.": z.output<typeof UNIT>;
  readonly "product.": z.output<typeof PRODUCT>;
}

/**
 * The product's cost today times the quantity in the product's own unit; none if nobody has entered a cost, which
 * Tryton tells as 0. It is in the company's currency and travels beside a revenue in the sale's, so it is brought
 * into that one; validation converts both back.
 */
export function costOf(
  { quantity, "unit.": unit, "product.": product }: Costed,
  currency: string,
  ask: Ask,
): number | undefined {
  if (quantity === null || !product?.cost_price) return undefined;
  const units = (quantity * (unit?.factor ?? 1)) / (product["default_uom."]?.factor ?? 1);
  return (units * product.cost_price) / (ask.currencies.rates[currency] ?? 1);
}
