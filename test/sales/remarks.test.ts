import { failure } from "../../src/sales/failure";
import { note } from "../../src/sales/note";
import type { RejectedRow } from "../../src/sales/rejected";
import { notesAfterChanges, remarksOf } from "../../src/sales/remarks";

const rejected = (product: string, line: number): RejectedRow => ({
  table: "order_lines",
  origin: `l. ${line}`,
  column: "product_id",
  failure: failure("row-unknown-reference", { column: "product_id", value: product, table: "products" }),
});

test("what deserves a look comes first, and rows set aside are counted by reason", () => {
  const told = note("column-unused", { file: "a.csv", headings: "x" });
  const look = note("dates-guessed", { file: "a.csv", heading: "Date" }, "order_lines");
  const rows = [rejected("GTXPro", 2), rejected("GTXPro", 3), rejected("Autre", 9)];
  const remarks = remarksOf([told, look], [{ table: "order_lines", rejectedCount: 3, rejected: rows }]);
  expect(remarks?.notes).toEqual([look, told]);
  expect(remarks?.setAside).toMatchObject([
    { table: "order_lines", count: 3, reasons: [{ count: 2, column: "product_id" }, { count: 1 }] },
  ]);
  expect(remarks).not.toHaveProperty("leftOut");
});

test("nothing told is nothing kept", () => {
  expect(remarksOf([], [{ table: "visits", rejectedCount: 0, rejected: [] }])).toBeUndefined();
});

test("however much is told, it fits into a cell, and what is left out is counted", () => {
  const notes = Array.from({ length: 5_000 }, (_, index) =>
    note("column-unused", { file: `${index}.csv`, headings: "x".repeat(50) }),
  );
  const remarks = remarksOf(notes, [{ table: "visits", rejectedCount: 7, rejected: [] }])!;
  expect(JSON.stringify(remarks).length).toBeLessThan(20_000);
  expect(remarks.notes.length + (remarks.leftOut ?? 0)).toBe(5_000);
  expect(remarks.setAside).toEqual([{ table: "visits", count: 7, reasons: [] }]);
});

test("changes tell of changed rows only: what an earlier refresh told of the others stays", () => {
  const future = (count: number) => note("rows-future", { table: "order_lines", count }, "order_lines");
  const cells = note("cells-unread", { table: "visits", column: "customer_id", count: 4 }, "visits");
  expect(notesAfterChanges([future(9), cells], [future(1)])).toEqual([future(9), cells]);
  expect(notesAfterChanges([future(1)], [future(3)])).toEqual([future(3)]);
});
