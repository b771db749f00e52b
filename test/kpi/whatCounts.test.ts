import { createCalculator } from "../../src/kpi/engine";
import { type Row, salesOf } from "./sales";
import { DATA_DATE, SMALL_COMPANY } from "./smallCompany";

const line = (
  id: string,
  order: string,
  on: string,
  customer: string,
  quantity: number,
  revenue: number,
) => ({
  id,
  order_id: order,
  ordered_on: on,
  invoiced_on: on,
  customer_id: customer,
  salesperson_id: "s1",
  product_id: "p1",
  quantity,
  revenue,
});

function over(lines: readonly Row[]) {
  const engine = createCalculator(salesOf({ ...SMALL_COMPANY, order_lines: lines }, DATA_DATE));
  return (kpi: string, period = "2024") => {
    const answer = engine.total({ kpi, period, filters: [] });
    if (!answer.ok) throw new Error(answer.failure.code);
    return answer.value;
  };
}

test("a line dated after the data date counts in no period, the empty one included", () => {
  const total = over([
    line("l1", "o1", "2024-05-15", "c1", 1, 100),
    line("l2", "o2", "2024-12-31", "c2", 1, 9_000),
  ]);
  for (const period of ["", "2024", "2024-12"])
    for (const [kpi, value] of [
      ["CA", 100],
      ["QUANTITE", 1],
      ["MONTANTCOMMANDES", 100],
      ["COMMANDES", 1],
      ["CLIENTSACTIFS", 1],
      ["NOUVEAUXCLIENTS", 1],
    ] as const)
      expect([period, kpi, total(kpi, period)]).toEqual([period, kpi, period === "2024-12" ? 0 : value]);
});

test("a return is no order: it lowers the amounts alone", () => {
  const total = over([
    line("l1", "o1", "2024-02-01", "c1", 2, 200),
    line("l2", "r1", "2024-03-01", "c1", -1, -100),
    line("l3", "r2", "2024-03-01", "c2", 0, -30),
    line("l4", "o2", "2024-03-02", "c3", 0, 30),
  ]);
  expect(total("COMMANDES")).toBe(2);
  expect(total("CLIENTSACTIFS")).toBe(2);
  expect(total("NOUVEAUXCLIENTS")).toBe(2);
  expect(total("MONTANTCOMMANDES")).toBe(100);
  expect(total("PANIERMOYEN")).toBe(50);
});

test("a customer is lost counting from its last order, not from what it sent back", () => {
  const total = over([
    line("l1", "o1", "2023-04-01", "c1", 2, 200),
    line("l2", "r1", "2023-12-01", "c1", -1, -100),
  ]);
  expect(total("CLIENTSPERDUS", "2024-04")).toBe(1);
});

test("a rate or share of a whole that is not positive is empty", () => {
  const rows = [{ ...line("l1", "o1", "2024-02-01", "c1", -1, -100), cost: -60 }];
  expect(over(rows)("TAUXMARGE")).toBeNull();
  const engine = createCalculator(salesOf({ ...SMALL_COMPANY, order_lines: rows }, DATA_DATE));
  const top = engine.topCustomers({ period: "2024", filters: [] }, 1);
  expect(top.ok && top.value.rows).toEqual([["Alpha", -100, null, null]]);
});
