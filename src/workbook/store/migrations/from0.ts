import type { Migration } from "./migration";

/** Schema 0, before the first release: an order line had an `amount` and was taken in the field. */
export const from0: Migration = {
  from: 0,
  renamed: { order_lines: { amount: "revenue" } },
  added: { order_lines: { channel: "field" } },
};
