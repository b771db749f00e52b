import { compareWith } from "../../src/sales/reconcile";
import { salesOf } from "../kpi/sales";

const data = salesOf(
  {
    customers: [
      { id: "c1", name: "Un" },
      { id: "c2", name: "Deux" },
    ],
    invoices: [
      {
        id: "f1",
        customer_id: "c1",
        issued_on: "2026-01-05",
        due_on: "2026-02-05",
        amount: 0.1,
        outstanding: 0.1,
      },
      {
        id: "f2",
        customer_id: "c2",
        issued_on: "2026-01-06",
        due_on: "2026-02-06",
        amount: 0.2,
        outstanding: 0,
      },
      {
        id: "f3",
        customer_id: "c2",
        issued_on: "2026-01-07",
        due_on: "2026-02-07",
        amount: -7,
        outstanding: -7,
      },
    ],
  },
  "2026-03-01",
);
const rows = (value: number) => ({ table: "invoices", measure: "rows", value }) as const;
const amount = (value: number) => ({ table: "invoices", measure: "amount", value }) as const;

test("rows are counted and amounts summed to the cent, whatever floats did on the other side", () => {
  const compared = compareWith(
    [rows(3), amount(0.1 + 0.2 - 7), { ...rows(0), table: "visits" }],
    data,
    undefined,
  );
  expect(compared.map(({ workbook, agrees }) => [workbook, agrees])).toEqual([
    [3, true],
    [-6.7, true],
    [0, true],
  ]);
});

test("a cent more is a difference, and so is a row", () => {
  const compared = compareWith([rows(4), amount(-6.69)], data, undefined);
  expect(compared.map(({ agrees }) => agrees)).toEqual([false, false]);
});

test("rows set aside are told per table, none where the table had none, unknown without a refresh", () => {
  const aggregates = [rows(4), { ...rows(2), table: "customers" } as const];
  expect(compareWith(aggregates, data, { invoices: 1 }).map(({ setAside }) => setAside)).toEqual([1, 0]);
  expect(compareWith(aggregates, data, undefined).map(({ setAside }) => setAside)).toEqual([
    undefined,
    undefined,
  ]);
});

test.each(["due_on", "customer_id", "no_such_column", "constructor"])(
  "what has no sum here (%s) never agrees, and is no number",
  (measure) => {
    const [compared] = compareWith([{ table: "invoices", measure, value: 0 }], data, undefined);
    expect(compared).toMatchObject({ workbook: undefined, agrees: false });
  },
);
