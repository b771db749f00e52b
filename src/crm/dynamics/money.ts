import type { Context } from "./part";

interface Priced {
  readonly amount: number | null | undefined;
  /** The same in the organisation's own currency, as Dynamics converted it when the record was saved. */
  readonly base: number | null | undefined;
  readonly currency: string | null | undefined;
}

/**
 * Money of a record in the organisation's currency. Without Dynamics' own conversion it is left in its currency, for
 * which no rate is known: the row is then set aside.
 */
export function moneyOf({ amount, base, currency }: Priced, { isoOf }: Context) {
  if (typeof base === "number") return { amount: base };
  if (typeof amount !== "number") return { amount: undefined };
  return { amount, currency: isoOf(currency) ?? "?" };
}
