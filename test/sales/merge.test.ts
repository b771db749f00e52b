import type { GatheredTable } from "../../src/sales/gatherer";
import { mergeChanges } from "../../src/sales/merge";
import { salesOf } from "../kpi/sales";

const product = (id: string) => ({ id, name: `Produit ${id}` });
const held = { data: salesOf({ products: [product("1"), product("2")] }, "2024-06-30"), setAside: {} };
const changed = (
  rows: readonly { id: string; name: string }[],
  present: readonly string[],
): GatheredTable => ({
  table: "products",
  rows: salesOf({ products: rows }, "2024-06-30").tables.products,
  gone: new Set(),
  present: new Set(present),
  rejectedCount: 0,
  rejected: [],
  reasons: [],
});
const outcome = (changes: GatheredTable) => {
  const merged = mergeChanges(held, [changes], held.data.provenance);
  return merged.ok ? merged.value.data.tables.products.length : merged.failure.code;
};

test("a row that is present at the source, that nobody gave and that is not held, asks for a full load", () => {
  expect(outcome(changed([], ["1", "2"]))).toBe(2);
  expect(outcome(changed([product("3")], ["1", "2", "3"]))).toBe(3);
  expect(outcome(changed([], ["1", "2", "3"]))).toBe("source-changes-lost");
});

test("a row that is no longer present leaves; one given meanwhile stays", () => {
  expect(outcome(changed([], ["1"]))).toBe(1);
  expect(outcome(changed([product("3")], ["1"]))).toBe(2);
});
