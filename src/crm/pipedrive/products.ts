import { z } from "zod";
import { momentOf } from "./part";
import type { Questions } from "./questions";
import { number, text } from "./values";

const PRICED = z.looseObject({
  id: z.string(),
  update_time: text,
  prices: z.array(z.looseObject({ currency: text, cost: number })).nullish(),
});

/** What order lines need to know of products. */
export interface KnownProducts {
  has(id: string | undefined): boolean;
  /** What one piece costs in a currency; undefined when no cost is entered: zero is Pipedrive's for none. */
  costOf(id: string | undefined, currency: string | null | undefined): number | undefined;
  /** When a product was last changed, and with it the cost of its lines: 0 for none, undefined for one that is gone. */
  changedAt(id: string | undefined): number | undefined;
}

/** The costs of all products, read once a connection when the first order lines are. */
export class ProductFacts {
  private reading: Promise<KnownProducts> | undefined;

  read(questions: Questions): Promise<KnownProducts> {
    const reading = this.reading ?? knownProducts(questions);
    this.reading = reading;
    reading.catch(() => {
      this.reading = undefined;
    });
    return reading;
  }
}

async function knownProducts(questions: Questions): Promise<KnownProducts> {
  const ids = new Set<string>();
  const costs = new Map<string, number>();
  const changed = new Map<string, number | undefined>();
  for (const record of await questions.all("v2", "products", {})) {
    ids.add(record.id);
    const { data } = PRICED.safeParse(record);
    changed.set(record.id, momentOf(data?.update_time));
    for (const { currency, cost } of data?.prices ?? [])
      if (currency && cost) costs.set(`${record.id} ${currency}`, cost);
  }
  return {
    has: (id) => id !== undefined && ids.has(id),
    costOf: (id, currency) => costs.get(`${id} ${currency}`),
    changedAt: (id) => (id === undefined ? 0 : changed.get(id)),
  };
}
