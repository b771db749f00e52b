import fc from "fast-check";
import { rectangles } from "../../src/workbook/dashboards/rectangles";

const placed = fc.uniqueArray(
  fc.record({ row: fc.nat(12), column: fc.nat(8), value: fc.constantFrom("a", "b") }),
  {
    selector: ({ row, column }) => `${row}:${column}`,
  },
);

test("every cell is covered once, by a rectangle of its own kind", () => {
  fc.assert(
    fc.property(placed, (cells) => {
      const covered = rectangles(cells, (value) => value).flatMap(({ area, value }) =>
        Array.from({ length: area.rows * area.columns }, (_, index) => {
          const row = area.row + Math.floor(index / area.columns);
          return `${row}:${area.column + (index % area.columns)}:${value}`;
        }),
      );
      expect(covered.sort()).toEqual(
        cells.map(({ row, column, value }) => `${row}:${column}:${value}`).sort(),
      );
    }),
  );
});

test("a block of equal cells is one rectangle, whatever the order they come in", () => {
  const block = Array.from({ length: 12 }, (_, index) => ({
    row: 11 - Math.floor(index / 4),
    column: index % 4,
    value: "a",
  }));
  expect(rectangles(block, (value) => value)).toEqual([
    { area: { row: 9, column: 0, rows: 3, columns: 4 }, value: "a" },
  ]);
});
