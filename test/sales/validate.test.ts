import { dayOf, parseIsoDay } from "../../src/sales/calendar";
import type { RawRow } from "../../src/sales/rawRow";
import { SalesValidator, type ValidationOptions } from "../../src/sales/validate";

const SALESPEOPLE = [{ id: "s1", name: "Léa Martin", team: "A", region: "Nord" }];
const CUSTOMERS = [{ id: "c1", name: "Hôtel du Port", sector: "Hôtellerie" }];
const PRODUCTS = [{ id: "p1", name: "32 FreshAir", family: "Split" }];
const LINE = {
  id: "l1",
  order_id: "o1",
  ordered_on: "2024-03-15",
  invoiced_on: "2024-03-20",
  customer_id: "c1",
  salesperson_id: "s1",
  product_id: "p1",
  channel: "web",
  quantity: 2,
  revenue: 1234.56,
};

const raw = (values: Record<string, unknown>, at = 0): RawRow => ({ values, origin: `row ${at}` });

function orderLines(lines: Record<string, unknown>[], options: ValidationOptions = {}) {
  const validator = new SalesValidator(options);
  for (const [name, rows] of [
    ["salespeople", SALESPEOPLE],
    ["customers", CUSTOMERS],
    ["products", PRODUCTS],
    ["points_of_sale", []],
  ] as const) {
    const table = validator.table(name);
    for (const row of rows) table.add(raw(row));
  }
  const table = validator.table("order_lines");
  for (const [at, line] of lines.entries()) table.add(raw(line, at));
  return { table, columns: table.take(lines.length).columns };
}

/** Validates LINE with one value changed: the value that comes out, or the failure code. */
function outcome(change: Record<string, unknown>, options?: ValidationOptions) {
  const column = Object.keys(change)[0]!;
  const { table, columns } = orderLines([{ ...LINE, ...change }], options);
  return table.rejectedCount ? table.rejected[0]!.failure.code : columns[column]![0];
}

describe("validation of rows", () => {
  test.each([
    ["a number", { revenue: 10.5 }, 10.5],
    ["canonical text", { revenue: " -1234.56 " }, -1234.56],
    ["more than four decimals, rounded half away from zero", { revenue: "0.00005" }, 0.0001],
    ["a French decimal, which is not canonical", { revenue: "12,5" }, "row-bad-number"],
    ["NaN", { revenue: Number.NaN }, "row-bad-number"],
    ["more money than sums exactly", { revenue: 1e15 }, "row-bad-number"],
    ["hexadecimal", { quantity: "0x10" }, "row-bad-number"],
    ["an empty required number", { revenue: " " }, "row-missing-value"],
    ["an ISO day", { ordered_on: "2024-02-29" }, parseIsoDay("2024-02-29")],
    [
      "an ISO date-time: its day as written",
      { ordered_on: "2024-03-15T23:59:00+02:00" },
      parseIsoDay("2024-03-15"),
    ],
    ["a Date: its UTC day", { ordered_on: new Date("2024-03-15T23:59:00Z") }, parseIsoDay("2024-03-15")],
    ["a day that does not exist", { ordered_on: "2023-02-29" }, "row-bad-date"],
    ["a day before Excel's calendar", { ordered_on: "1899-12-31" }, "row-bad-date"],
    ["an invalid Date", { ordered_on: new Date("x") }, "row-bad-date"],
    ["a choice in another case", { channel: " Web" }, "web"],
    ["an unknown choice of an optional column, left empty", { channel: "fax" }, null],
    ["text to trim and compose", { order_id: "  Cafe\u0301 " }, "Café"],
    ["a number as an id", { order_id: 17 }, "17"],
    ["an object as text", { order_id: {} }, "row-bad-text"],
    ["characters that no workbook holds", { order_id: "a\u0000b\ud800" }, "a\ufffdb\ufffd"],
    ["emoji, kept", { order_id: "😀" }, "😀"],
    ["32,000 characters", { order_id: "x".repeat(32_000) }, "x".repeat(32_000)],
    ["32,001 characters", { order_id: "x".repeat(32_001) }, "row-text-too-long"],
    ["an unknown reference", { customer_id: "c9" }, "row-unknown-reference"],
    ["an empty optional reference", { point_of_sale_id: "" }, null],
    ["a reference into an empty table", { point_of_sale_id: "x" }, "row-unknown-reference"],
    ["an empty optional date", { invoiced_on: null }, null],
  ])("%s", (_, change, expected) => {
    expect(outcome(change)).toBe(expected);
  });

  test("without invoicing dates in the source, the order's date takes their place", () => {
    expect(outcome({ invoiced_on: null }, { invoicingDates: false })).toBe(parseIsoDay("2024-03-15"));
  });

  test("the first of two rows with one id wins, the second is listed with its origin", () => {
    const { table, columns } = orderLines([LINE, { ...LINE, revenue: 1 }]);
    expect(columns.revenue).toEqual([1234.56]);
    expect(table.rejected).toEqual([
      {
        table: "order_lines",
        origin: "row 1",
        id: "l1",
        column: "id",
        failure: { code: "row-duplicate-id", params: { column: "id", value: "l1" } },
      },
    ]);
  });

  test("a row set aside does not block its id", () => {
    const { table } = orderLines([{ ...LINE, revenue: "?" }, LINE]);
    expect([table.accepted, table.rejectedCount]).toEqual([1, 1]);
  });

  test("a row that refers to a row set aside is set aside too", () => {
    const validator = new SalesValidator();
    validator.table("salespeople").add(raw({ id: "s1" }));
    const customers = validator.table("customers");
    customers.add(raw({ id: "c1", name: "x", salesperson_id: "s1" }));
    expect(customers.rejected[0]?.failure.code).toBe("row-unknown-reference");
  });

  test("every row set aside is counted, a sample of 100 is kept", () => {
    const { table } = orderLines(
      Array.from({ length: 250 }, (_, at) => ({ ...LINE, id: `x${at}`, revenue: "?" })),
    );
    expect([table.accepted, table.rejectedCount, table.rejected.length]).toEqual([0, 250, 100]);
  });

  test("reasons are counted, most frequent first", () => {
    const { table } = orderLines([
      { ...LINE, id: "a", customer_id: "c8" },
      ...Array.from({ length: 3 }, (_, at) => ({ ...LINE, id: `b${at}`, customer_id: "c9" })),
    ]);
    expect(table.reasons.map(({ count, failure }) => [count, failure.params.value])).toEqual([
      [3, "c9"],
      [1, "c8"],
    ]);
  });

  test("an optional cell that cannot be read is left empty, counted and shown", () => {
    const { columns, table } = orderLines([
      { ...LINE, id: "a", cost: "N/A" },
      { ...LINE, id: "b", cost: "?" },
    ]);
    expect([columns.cost, table.rejectedCount]).toEqual([[null, null], 0]);
    expect(table.notes).toEqual([
      {
        code: "cells-unread",
        params: { table: "order_lines", column: "cost", count: 2, value: "N/A" },
        table: "order_lines",
      },
    ]);
  });

  test("what is dated after the data is told: a fact cannot have happened yet", () => {
    const { table } = orderLines(
      [
        { ...LINE, id: "a", ordered_on: "2024-03-01", invoiced_on: "2025-01-02" },
        { ...LINE, id: "b", ordered_on: "2024-03-01", invoiced_on: null },
      ],
      { dataDate: dayOf(2024, 6, 30) },
    );
    expect(table.notes).toEqual([
      {
        code: "rows-future",
        params: { table: "order_lines", count: 1, until: "2025-01-02" },
        table: "order_lines",
      },
    ]);
  });

  test("money in another currency is converted with the rate, quantity is not", () => {
    const currencies = { reporting: "EUR", rates: { USD: 0.9 } };
    const { columns } = orderLines([{ ...LINE, currency: "usd", revenue: 100, cost: 50 }], { currencies });
    expect([columns.revenue, columns.cost, columns.quantity]).toEqual([[90], [45], [2]]);
  });

  test.each(["GBP", "constructor", 3])("a currency without rate (%s) is refused", (currency) => {
    expect(outcome({ revenue: 1, currency })).toBe("row-currency-without-rate");
  });

  test.each(["EUR", "eur ", "", null])("the reporting currency (%j) needs no rate", (currency) => {
    expect(outcome({ revenue: 1, currency })).toBe(1);
  });

  test.each([
    ["probability", { probability: 1.01 }, "row-bad-number"],
    ["probability at its end", { probability: "1" }, 1],
  ])("%s is a share of 0–1", (_, change, expected) => {
    const validator = new SalesValidator();
    validator.table("salespeople").add(raw(SALESPEOPLE[0]!));
    const table = validator.table("opportunities");
    const dates = { created_on: "2024-01-01", expected_on: "2024-02-01" };
    table.add(
      raw({
        id: 1,
        name: "x",
        salesperson_id: "s1",
        ...dates,
        stage: "s",
        status: "open",
        amount: 1,
        ...change,
      }),
    );
    expect(table.rejected[0]?.failure.code ?? table.take(1).columns.probability![0]).toBe(expected);
  });

  test.each([[-1], [1.5], ["12e400"]])("%s is no count", (sent) => {
    const table = new SalesValidator().table("campaigns");
    table.add(raw({ id: 1, name: "x", sent_on: "2024-01-01", sent, delivered: 0, opened: 0, clicked: 0 }));
    expect(table.rejected[0]?.failure.code).toBe("row-bad-number");
  });
});
