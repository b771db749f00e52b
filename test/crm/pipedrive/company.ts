import { FakePipedrive, type FakeRecord } from "./fakePipedrive";

const OLD = "2026-01-01T08:00:00Z";
const dated = (record: Record<string, unknown> & { id: number | string }): FakeRecord => ({
  add_time: OLD,
  update_time: OLD,
  is_deleted: false,
  ...record,
});
const deal = (id: number, status: string, value: number, more: Record<string, unknown> = {}) =>
  dated({
    id,
    title: `Affaire ${id}`,
    owner_id: 1,
    org_id: 11,
    stage_id: 1,
    status,
    value,
    currency: "EUR",
    probability: null,
    is_archived: false,
    expected_close_date: null,
    won_time: null,
    lost_time: null,
    close_time: null,
    ...more,
  });
const won = (id: number, on: string, value: number, more: Record<string, unknown> = {}) =>
  deal(id, "won", value, { won_time: on, close_time: on, ...more });
const product = (id: number, name: string, category: string, prices: unknown[]) =>
  dated({ id, name, code: null, category, prices });
const line = (id: number, deal_id: number, product_id: number, more: Record<string, unknown>) =>
  dated({
    id,
    deal_id,
    product_id,
    quantity: 1,
    item_price: 0,
    discount: 0,
    discount_type: "percentage",
    tax: 0,
    tax_method: "none",
    currency: "EUR",
    is_enabled: true,
    ...more,
  });
const organisation = (id: number, name: string, industry: number | null, address: unknown) =>
  dated({ id, name, owner_id: 2, industry, address });
const activity = (id: number, type: string, done: boolean) =>
  dated({ id, type, done, due_date: "2026-02-05", owner_id: 2, org_id: 11 });
const lead = (id: string, label_ids: string[], is_archived: boolean, add_time: string) =>
  dated({ id, owner_id: 1, label_ids, source_name: "Web forms", is_archived, add_time });

/**
 * A company small enough to reckon by hand; what each KPI must be stands in company.test.ts. Deal 102 was won at
 * 23:30 UTC on 31 January, which is February in Paris. Deal 103 is in dollars, at 0.90, and in the archive. Deal 104
 * has no products. Line 205 is switched off, line 206 belongs to a deal that is open.
 */
export function smallCompany(): FakePipedrive {
  const fake = new FakePipedrive({
    users: [
      { id: 1, name: "Anne Petit", email: "anne@exemple.fr", active_flag: true },
      { id: 2, name: "Bruno Roy", email: "bruno@exemple.fr", active_flag: false },
    ],
    organizations: [
      organisation(11, "Alpha", 7, { admin_area_level_1: "Bretagne", country: "France" }),
      organisation(12, "Bêta", null, { admin_area_level_1: null, country: "Belgique" }),
      { ...organisation(13, "Partie", null, null), is_deleted: true },
    ],
    products: [
      product(21, "Pompe", "3", [
        { currency: "EUR", price: 100, cost: 60 },
        { currency: "USD", price: 110, cost: 50 },
      ]),
      product(22, "Vanne", "4", [{ currency: "EUR", price: 50, cost: 0 }]),
    ],
    deals: [
      won(101, "2026-01-15 10:00:00", 290.1),
      won(102, "2026-01-31T23:30:00Z", 100, { owner_id: 2, org_id: 12 }),
      won(103, "2026-02-10T10:00:00Z", 1000, { currency: "USD", is_archived: true }),
      won(104, "2026-02-12T10:00:00Z", 75.25, { org_id: null }),
      deal(105, "open", 1000, { probability: 30, expected_close_date: "2026-12-31" }),
      deal(106, "open", 2500.5, { stage_id: 2, expected_close_date: "2027-01-15", owner_id: 2 }),
      deal(107, "lost", 800, { lost_time: "2026-02-21T10:00:00Z", close_time: "2026-02-21T10:00:00Z" }),
      { ...deal(108, "open", 9999), is_deleted: true },
    ],
    "deals/products": [
      // 2 × 100.05 = 200.10; 99.90 less 10 % = 89.91; 120 less 20, tax of 20 % within = 83.3333…
      line(201, 101, 21, { quantity: 2, item_price: 100.05 }),
      line(202, 101, 22, { quantity: 1, item_price: 99.9, discount: 10 }),
      line(203, 102, 22, {
        item_price: 120,
        discount: 20,
        discount_type: "amount",
        tax: 20,
        tax_method: "inclusive",
      }),
      line(204, 103, 21, { quantity: 10, item_price: 100, currency: "USD" }),
      line(205, 103, 21, { quantity: 10, item_price: 100, currency: "USD", is_enabled: false }),
      line(206, 105, 21, { quantity: 10, item_price: 100 }),
    ],
    activities: [
      activity(31, "meeting", true),
      activity(32, "meeting", false),
      activity(33, "call", true),
      { ...activity(34, "meeting", true), org_id: null },
    ],
    leads: [
      lead("a-1", ["hot-label"], false, "2026-01-05T10:00:00Z"),
      lead("a-2", [], false, "2026-01-06T10:00:00Z"),
      lead("a-3", ["warm-label"], true, "2026-01-07T10:00:00Z"),
    ],
    leadLabels: [
      { id: "hot-label", name: "Chaud", color: "red" },
      { id: "warm-label", name: "Warm", color: "yellow" },
    ],
    stages: [
      dated({ id: 1, name: "Qualifiée", deal_probability: 20, pipeline_id: 1 }),
      dated({ id: 2, name: "Proposition", deal_probability: 60, pipeline_id: 1 }),
    ],
    organizationFields: [field(1, "industry", [{ id: 7, label: "Industrie" }])],
    productFields: [
      field(1, "category", [
        { id: 3, label: "Chauffage" },
        { id: 4, label: "Froid" },
      ]),
    ],
  });
  fake.rates = { EUR: 1, USD: 0.9 };
  return fake;
}

const field = (id: number, field_code: string, options: unknown[]): FakeRecord => ({
  id,
  field_name: field_code,
  field_code,
  field_type: "enum",
  options,
});
