import type { Rows } from "./sales";

/** A company one can reckon by head. Data date: 2024-05-15. */
export const DATA_DATE = "2024-05-15";

const line = (
  id: string,
  order: string,
  on: string,
  customer: string,
  revenue: number,
  more: Record<string, string | number | null> = {},
) => ({
  id,
  order_id: order,
  ordered_on: on,
  invoiced_on: on,
  customer_id: customer,
  salesperson_id: "s1",
  product_id: "p1",
  channel: "field",
  quantity: 1,
  revenue,
  ...more,
});

export const SMALL_COMPANY: Rows = {
  salespeople: [
    { id: "s1", name: "Martin", team: "A", region: "Sud" },
    { id: "s2", name: "Martin", team: "B", region: null },
  ],
  customers: [
    { id: "c1", name: "Alpha", sector: "Santé", region: "Nord" },
    { id: "c2", name: "Bêta", sector: null, region: null },
    { id: "c3", name: "Gamma", sector: "Santé", region: "Est" },
    { id: "c4", name: "Toutes", sector: "Santé", region: "Est" },
  ],
  products: [{ id: "p1", name: "32 FreshAir", family: "Mural" }],
  points_of_sale: [{ id: "v1", name: "Lille", region: "Ouest" }],
  order_lines: [
    line("l1", "o1", "2023-04-10", "c1", 100, { cost: 60 }),
    line("l2", "o2", "2024-04-10", "c1", 300, { cost: 150 }),
    line("l3", "o2", "2024-04-10", "c1", 50),
    line("l4", "o3", "2024-04-20", "c2", 200, { channel: "web" }),
    line("l5", "o4", "2024-05-02", "c2", 80, { point_of_sale_id: "v1", channel: "store" }),
    line("l6", "o5", "2024-05-03", "c3", -20, { salesperson_id: "s2", cost: -10 }),
    line("l7", "o6", "2023-03-01", "c3", 20, { invoiced_on: null }),
    line("l8", "o7", "2023-05-15", "c4", 20),
  ],
  invoices: [
    {
      id: "f1",
      customer_id: "c1",
      salesperson_id: "s1",
      issued_on: "2024-01-01",
      due_on: "2024-01-31",
      amount: 500,
      outstanding: 120,
    },
    {
      id: "f2",
      customer_id: "c2",
      salesperson_id: "s1",
      issued_on: "2024-04-01",
      due_on: "2024-05-15",
      amount: 300,
      outstanding: 300,
    },
    {
      id: "f3",
      customer_id: "c2",
      salesperson_id: "s1",
      issued_on: "2024-04-05",
      due_on: "2024-05-14",
      amount: 60,
      outstanding: 30,
    },
  ],
  opportunities: [
    {
      id: "x1",
      name: "A",
      salesperson_id: "s1",
      created_on: "2024-01-01",
      expected_on: "2024-06-10",
      stage: "Devis",
      status: "open",
      amount: 0.1,
      probability: 0.1,
    },
    {
      id: "x2",
      name: "B",
      salesperson_id: "s1",
      created_on: "2024-01-01",
      expected_on: "2024-07-10",
      stage: "Devis",
      status: "open",
      amount: 1000,
      probability: 0.3,
    },
  ],
};
