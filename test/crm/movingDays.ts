import fc from "fast-check";
import { MOVING_TABLES, type MovingCrm, type MovingTable } from "./movingCrm";

/** One thing that somebody does in the CRM; `pick` and `other` choose records among those there are. */
export interface Deed {
  readonly table: MovingTable;
  readonly kind: "insert" | "edit" | "remove" | "cancel" | "confirm";
  readonly pick: number;
  readonly other: number;
  /** What is entered may be no number, lead nowhere, or be left out. */
  readonly flaw: "none" | "value" | "reference" | "missing";
  readonly amount: number;
}

const mostly = <T>(usual: T, ...rare: T[]) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constant(usual) },
    ...rare.map((each) => ({ weight: 1, arbitrary: fc.constant(each) })),
  );

const deed: fc.Arbitrary<Deed> = fc.record({
  table: fc.constantFrom<MovingTable>(...MOVING_TABLES, "order_lines", "order_lines"),
  kind: fc.constantFrom<Deed["kind"]>(
    "insert",
    "insert",
    "insert",
    "edit",
    "edit",
    "remove",
    "cancel",
    "confirm",
  ),
  pick: fc.nat(1_000),
  other: fc.nat(1_000),
  flaw: mostly<Deed["flaw"]>("none", "value", "reference", "missing"),
  amount: fc.integer({ min: -500, max: 5_000 }).map((cents) => cents / 100),
});

/** A few working days: what is done between one refresh and the next. */
export const days = fc.array(fc.array(deed, { maxLength: 12 }), { minLength: 2, maxLength: 6 });

export function perform(crm: MovingCrm, { table, kind, pick, ...entry }: Deed): void {
  if (kind === "insert") {
    crm.insert(table, valuesOf(crm, table, entry));
    return;
  }
  const ids = crm.ids(table);
  const id = ids[pick % Math.max(1, ids.length)];
  if (id === undefined) return;
  if (kind === "edit") crm.edit(table, id, valuesOf(crm, table, entry));
  else if (kind === "remove") crm.remove(table, id);
  else crm.cancel(table, id, kind === "cancel");
}

type Entry = Pick<Deed, "other" | "flaw" | "amount">;

function valuesOf(
  crm: MovingCrm,
  table: MovingTable,
  { other, flaw, amount }: Entry,
): Record<string, unknown> {
  const some = (of: MovingTable) => {
    const ids = crm.ids(of);
    return flaw === "reference" || ids.length === 0 ? 9_000 + (other % 3) : ids[other % ids.length];
  };
  const name = flaw === "missing" ? "" : `Nom ${amount}`;
  switch (table) {
    case "salespeople":
    case "products":
      return { name };
    case "customers":
      return { name, salesperson_id: other % 4 === 0 ? null : some("salespeople"), created_on: "2024-01-15" };
    case "order_lines":
      return {
        order_id: flaw === "missing" ? null : `C${other % 20}`,
        ordered_on: flaw === "value" ? "2024-02-31" : "2024-03-01",
        customer_id: some("customers"),
        salesperson_id: some("salespeople"),
        product_id: some("products"),
        channel: "field",
        quantity: 1 + (other % 9),
        revenue: amount,
      };
    case "leads":
      return {
        created_on: "2024-04-01",
        salesperson_id: other % 3 === 0 ? null : some("salespeople"),
        source: "Salon",
        rating: flaw === "value" ? "tiède" : "warm",
        status: name,
      };
  }
}
