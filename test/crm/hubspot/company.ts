import { FakeHubSpot, type FakeObject } from "./fakeHubSpot";

const object = (id: number, properties: Record<string, string | null>): FakeObject => ({
  id: String(id),
  properties,
});
const order = (id: number, on: string, more: Record<string, string | null> = {}) =>
  object(id, {
    hs_external_created_date: on,
    hs_createdate: on,
    hs_pipeline_stage: "processed",
    hs_external_order_status: null,
    hs_source_store: null,
    hs_currency_code: "EUR",
    hs_subtotal_price: null,
    hs_order_discount: null,
    hs_total_price: null,
    hs_tax: null,
    hs_shipping_cost: null,
    hubspot_owner_id: "11",
    ...more,
  });
const line = (id: number, product: string | null, quantity: number, amount: string, cost: string | null) =>
  object(id, {
    hs_product_id: product,
    quantity: String(quantity),
    price: null,
    amount,
    hs_cost_of_goods_sold: cost,
    hs_line_item_currency_code: null,
  });
const deal = (id: number, stage: string, amount: string, more: Record<string, string | null> = {}) =>
  object(id, {
    dealname: `Affaire ${id}`,
    amount,
    deal_currency_code: "EUR",
    dealstage: stage,
    createdate: "2026-01-10T09:00:00.000Z",
    closedate: "2026-12-31T11:00:00.000Z",
    hubspot_owner_id: "11",
    hs_is_closed: "false",
    hs_is_closed_won: "false",
    hs_deal_stage_probability: "0.2",
    ...more,
  });
const WON = { hs_is_closed: "true", hs_is_closed_won: "true", hs_deal_stage_probability: "1" };
const LOST = { hs_is_closed: "true", hs_deal_stage_probability: "0" };
const invoice = (id: number, status: string, billed: string, due: string, on: string, dueOn: string) =>
  object(id, {
    hs_invoice_status: status,
    hs_invoice_date: on,
    hs_due_date: dueOn,
    hs_amount_billed: billed,
    hs_balance_due: due,
    hs_currency: "EUR",
    hubspot_owner_id: "12",
  });
const lead = (id: number, label: string | null, on: string) =>
  object(id, {
    hs_lead_label: label,
    hs_lead_source: null,
    hs_object_source_label: "FORM",
    hs_pipeline_stage: "new",
    hs_createdate: on,
    hubspot_owner_id: "11",
  });
const meeting = (id: number, outcome: string | null, at: string) =>
  object(id, {
    hs_meeting_start_time: at,
    hs_timestamp: at,
    hs_meeting_outcome: outcome,
    hubspot_owner_id: "12",
  });
const ticket = (id: number, category: string | null) =>
  object(id, {
    createdate: "2026-02-03T08:00:00.000Z",
    source_type: "EMAIL",
    hs_ticket_category: category,
  });
const named = (id: number, name: string, more: Record<string, string | null>) =>
  object(id, { name, ...more });
const company = (id: number, name: string, region: string, country: string) =>
  named(id, name, {
    domain: null,
    industry: "COMPUTER_SOFTWARE",
    state: region || null,
    country,
    hubspot_owner_id: "11",
    createdate: "2025-06-01T00:00:00.000Z",
  });

/**
 * A company small enough to reckon by hand; what each KPI must be stands in company.test.ts. In dollars: order 503,
 * at 0.90. Order 502 was placed at 23:30 UTC on 31 January, which is February in Paris. Order 504 is cancelled,
 * order 505 has no lines. Line 607 belongs to a quote, line 605 names a product that is in the recycling bin.
 */
export function smallCompany(paged?: string): FakeHubSpot {
  const fake = new FakeHubSpot(
    {
      companies: [company(101, "Alpha", "Bretagne", "France"), company(102, "Bêta", "", "Belgique")],
      products: [
        named(201, "Pompe", { hs_sku: "P1" }),
        named(202, "Vanne", { hs_sku: "V1" }),
        { ...named(203, "Filtre", { hs_sku: null }), archivedAt: Date.parse("2026-03-01T00:00:00Z") },
      ],
      orders: [
        order(501, "2026-01-15T10:00:00.000Z"),
        order(502, "2026-01-31T23:30:00.000Z", { hs_source_store: "shop.example" }),
        order(503, "2026-02-10T10:00:00.000Z", { hs_currency_code: "USD", hubspot_owner_id: "12" }),
        order(504, "2026-02-11T10:00:00.000Z", { hs_pipeline_stage: "cancelled" }),
        order(505, "2026-02-12T10:00:00.000Z", {
          hs_total_price: "130",
          hs_tax: "20",
          hs_shipping_cost: "10",
          hubspot_owner_id: null,
        }),
      ],
      line_items: [
        line(601, "201", 2, "200.10", "60"),
        line(602, "202", 1, "99.90", null),
        line(603, "201", 1, "100.05", "60"),
        line(604, "202", 10, "1000", "50"),
        line(605, "203", 1, "10", null),
        line(606, "201", 5, "500", "60"),
        line(607, "201", 7, "700", "60"),
      ],
      deals: [
        deal(301, "qualified", "1000"),
        deal(302, "proposal", "2500.50", {
          hs_deal_stage_probability: "0.6",
          closedate: "2027-01-15T11:00:00Z",
        }),
        deal(303, "won", "4000", { ...WON, closedate: "2026-02-20T10:00:00Z" }),
        deal(304, "lost", "800", { ...LOST, closedate: "2026-02-21T10:00:00Z" }),
        deal(305, "lost", "900", { ...LOST, closedate: "2026-02-22T10:00:00Z" }),
      ],
      meetings: [
        meeting(401, "COMPLETED", "2026-01-20T08:00:00.000Z"),
        meeting(402, null, "2026-02-05T08:00:00.000Z"),
        meeting(403, "CANCELED", "2026-02-06T08:00:00.000Z"),
        meeting(404, "NO_SHOW", "2026-02-07T08:00:00.000Z"),
        meeting(405, "SCHEDULED", "2026-02-08T08:00:00.000Z"),
      ],
      leads: [lead(701, "HOT", "2026-01-05T10:00:00Z"), lead(702, null, "2026-01-06T10:00:00Z")],
      invoices: [
        invoice(801, "open", "1200.50", "700.25", "2026-01-20", "2026-02-19"),
        invoice(802, "open", "300", "300", "2026-11-01", "2026-12-01"),
        invoice(803, "paid", "999.99", "0", "2026-10-01", "2026-10-31"),
        invoice(804, "draft", "5000", "5000", "2026-11-02", "2026-12-02"),
        invoice(805, "voided", "6000", "6000", "2026-11-03", "2026-12-03"),
      ],
      tickets: [
        ticket(901, "PRODUCT_ISSUE"),
        ticket(902, "GENERAL_INQUIRY;BILLING_ISSUE"),
        ticket(903, null),
      ],
    },
    [
      ["orders", "501", "companies", "101", "primary"],
      ["orders", "502", "companies", "102"],
      ["orders", "503", "companies", "101"],
      ["orders", "503", "companies", "102", "primary"],
      ["orders", "504", "companies", "101"],
      ["line_items", "601", "orders", "501"],
      ["line_items", "602", "orders", "501"],
      ["line_items", "603", "orders", "502"],
      ["line_items", "604", "orders", "503"],
      ["line_items", "605", "orders", "502"],
      ["line_items", "606", "orders", "504"],
      ["line_items", "606", "deals", "303"],
      ["deals", "301", "companies", "101", "primary"],
      ["deals", "303", "companies", "102", "primary"],
      ["meetings", "401", "companies", "101"],
      ["invoices", "801", "companies", "101"],
      ["invoices", "802", "companies", "102"],
      ["invoices", "803", "companies", "102"],
      ["tickets", "901", "companies", "101"],
    ],
    paged,
  );
  fake.owners = [
    owner("11", "Anne", "Petit", [
      { id: "1", name: "Sud", primary: false },
      { id: "2", name: "Nord", primary: true },
    ]),
    { ...owner("12", "Bruno", "Roy", []), archived: true },
  ];
  fake.emails = [
    email("41", "Vœux", { sent: 120, delivered: 100, open: 45, click: 9 }),
    { ...email("42", "Salon", { sent: 60, delivered: 50, open: 15 }), publishDate: "2026-03-02T08:00:00Z" },
  ];
  fake.rates = [{ fromCurrencyCode: "USD", toCurrencyCode: "EUR", conversionRate: 0.9, id: "1" }];
  fake.pipelines = {
    deals: [pipeline({ qualified: "Qualifiée", proposal: "Proposition", won: "Gagnée", lost: "Perdue" })],
    orders: [pipeline({ processed: "Traitée", cancelled: "Annulée" })],
    leads: [pipeline({ new: "Nouveau" })],
  };
  return fake;
}

const owner = (id: string, firstName: string, lastName: string, teams: unknown[]) => ({
  id,
  firstName,
  lastName,
  email: `${firstName}@exemple.fr`,
  type: "PERSON",
  archived: false,
  createdAt: "2025-01-01T00:00:00.000Z",
  updatedAt: "2025-01-01T00:00:00.000Z",
  teams,
});

const email = (id: string, name: string, counters: Record<string, number>) => ({
  id,
  name,
  subject: name,
  state: "PUBLISHED",
  publishDate: "2026-01-04T08:00:00Z",
  stats: { counters, deviceBreakdown: {}, qualifierStats: {}, ratios: {} },
});

const pipeline = (stages: Record<string, string>) => ({
  id: "default",
  label: "Principal",
  displayOrder: 0,
  stages: Object.entries(stages).map(([id, label], displayOrder) => ({
    id,
    label,
    displayOrder,
    metadata: {},
  })),
});
