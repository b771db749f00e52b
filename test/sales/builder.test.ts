import fc from "fast-check";
import { emptySalesData, TableBuilder, toChunks } from "../../src/sales/builder";
import { NO_DAY } from "../../src/sales/calendar";
import { fromMoneyUnits } from "../../src/sales/money";
import { type ColumnKind, TABLE_NAMES, TABLES, type TableName } from "../../src/sales/schema";
import type { ColumnChunk, Value } from "../../src/sales/tables";

const text = fc.option(fc.string({ minLength: 1, maxLength: 6, unit: "grapheme" }), { nil: null });
const VALUES: Record<ColumnKind, fc.Arbitrary<Value>> = {
  id: fc.uuid(),
  text,
  ref: text,
  choice: fc.constantFrom("web", "field", null),
  date: fc.option(fc.integer({ min: -25_000, max: 60_000 }), { nil: null }),
  money: fc.option(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }).map(fromMoneyUnits), { nil: null }),
  number: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }), { nil: null }),
  count: fc.option(fc.nat(), { nil: null }),
  share: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null }),
};

const rowsOf = (name: TableName) =>
  fc.array(
    fc.record(Object.fromEntries(TABLES[name].columns.map((column) => [column.name, VALUES[column.kind]]))),
    {
      maxLength: 40,
    },
  );

const chunkOf = (name: TableName, rows: Record<string, Value>[]): ColumnChunk =>
  Object.fromEntries(
    TABLES[name].columns.map((column) => [column.name, rows.map((row) => row[column.name]!)]),
  );

describe("tables grown from chunks", () => {
  test("chunks of any size in, chunks of any size out: the same rows", () => {
    const cases = fc.constantFrom(...TABLE_NAMES).chain((name) =>
      fc.record({
        name: fc.constant(name),
        rows: rowsOf(name),
        cut: fc.integer({ min: 1, max: 15 }),
        size: fc.integer({ min: 1, max: 15 }),
      }),
    );
    fc.assert(
      fc.property(cases, ({ name, rows, cut, size }) => {
        const builder = new TableBuilder(name);
        for (let from = 0; from < rows.length; from += cut) {
          const part = rows.slice(from, from + cut);
          builder.append(part.length, chunkOf(name, part));
        }
        const table = builder.finish();
        const back: Record<string, Value>[] = [];
        for (const chunk of toChunks(table, size)) {
          expect(chunk.rows).toBeLessThanOrEqual(size);
          for (let row = 0; row < chunk.rows; row++)
            back.push(
              Object.fromEntries(Object.entries(chunk.columns).map(([key, values]) => [key, values[row]!])),
            );
        }
        expect(table.length).toBe(rows.length);
        expect(back).toEqual(rows);
      }),
    );
  });

  test("money is whole ten-thousandths, an empty date NO_DAY, an empty text -1", () => {
    const builder = new TableBuilder("order_lines");
    builder.append(2, {
      id: ["a", "b"],
      revenue: [0.1, null],
      ordered_on: [3, null],
      channel: [null, "web"],
    });
    const { columns } = builder.finish();
    expect(columns.revenue).toEqual({ kind: "money", units: Float64Array.of(1000, Number.NaN) });
    expect(columns.ordered_on).toEqual({ kind: "date", days: Int32Array.of(3, NO_DAY) });
    expect(columns.channel).toEqual({ kind: "text", codes: Int32Array.of(-1, 0), dictionary: ["web"] });
    expect(columns.cost).toEqual({ kind: "money", units: Float64Array.of(Number.NaN, Number.NaN) });
  });

  test("a column of the wrong length is refused before anything is taken", () => {
    const builder = new TableBuilder("products");
    expect(() => builder.append(2, { id: ["a", "b"], name: ["x"] })).toThrow(RangeError);
    expect(builder.finish().length).toBe(0);
  });

  test("empty data has every table with every column", () => {
    const data = emptySalesData({ source: "x", sourceLabel: "X", dataDate: 0, refreshedAt: "" });
    for (const name of TABLE_NAMES)
      expect(Object.keys(data.tables[name].columns)).toEqual(
        TABLES[name].columns.map((column) => column.name),
      );
  });
});
