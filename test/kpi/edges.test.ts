import { createCalculator } from "../../src/kpi/engine";
import type { Target } from "../../src/sales/targets";
import { salesOf } from "./sales";

const customers = [{ id: "c1", name: "Client" }];
const invoice = (id: string, issued_on: string, amount: number) => ({
  id,
  customer_id: "c1",
  issued_on,
  due_on: "2025-12-31",
  amount,
  outstanding: amount,
});

test("DSO divides by the invoices of the last 90 days, the data date among them, and of no 91st", () => {
  const dsoAt = (issued: string) => {
    const invoices = [invoice("a", "2024-06-30", 100), invoice("b", issued, 300)];
    const answer = createCalculator(salesOf({ customers, invoices }, "2024-06-30")).total({
      kpi: "DSO",
      filters: [],
    });
    return answer.ok ? answer.value : answer.failure.code;
  };
  // 2024-04-02 is the 90th day counted back from 2024-06-30 itself, by hand: 30 in June, 31 in May, 29 in April.
  expect(dsoAt("2024-04-02")).toBe((400 / 400) * 90);
  expect(dsoAt("2024-04-01")).toBe((400 / 100) * 90);
});

test("of two targets for one member and period the last of the list counts, however the period is written", () => {
  const target = (period: string, value: number): Target => ({
    kpi: "CA",
    dimension: "",
    member: "",
    period,
    value,
  });
  const found = (targets: readonly Target[]) => {
    const calculator = createCalculator(salesOf({ customers }, "2024-06-30"), { targets });
    const answer = calculator.total({ kpi: "CA", period: "2024-Q1", aspect: "target", filters: [] });
    return answer.ok ? answer.value : answer.failure.code;
  };
  expect(found([target("2024-Q1", 1), target("2024-T1", 2)])).toBe(2);
  expect(found([target("2024-T1", 2), target("2024-Q1", 1)])).toBe(1);
});
