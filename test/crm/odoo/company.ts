import type { FakeModel } from "./fakeOdoo";

const EARLY = "2024-04-01 08:00:00";
const dated = <T extends object>(records: readonly T[]) =>
  records.map((record) => ({ write_date: EARLY, ...record }));

/**
 * A company small enough to be worked out by hand, as Odoo keeps it: two orders that count, one cancelled, one a
 * quotation; an invoice with something left to pay and a credit note; deals open, won, lost and put away.
 */
export const company = (): Record<string, FakeModel> => ({
  "res.company": {
    relations: { currency_id: "res.currency" },
    records: [{ id: 1, name: "Vigie SA", currency_id: 1 }],
  },
  "res.currency": {
    records: [
      { id: 1, name: "EUR", rate: 1, rate_ids: [], active: true },
      { id: 2, name: "USD", rate: 1.25, rate_ids: [1], active: true },
      { id: 3, name: "XAF", rate: 1, rate_ids: [], active: true },
    ],
  },
  "res.users": {
    relations: { partner_id: "res.partner", sale_team_id: "crm.team", company_id: "res.company" },
    records: dated([
      user(1, "OdooBot", 3, { active: false }),
      user(2, "Vera Gie", 11, { login: "vigie" }),
      user(5, "Anna Roux", 15, { sale_team_id: 1 }),
      user(9, "Client du portail", 8, { share: true }),
    ]),
  },
  "crm.team": { records: dated([{ id: 1, name: "Équipe Sud" }]) },
  "res.partner": {
    relations: {
      industry_id: "res.partner.industry",
      state_id: "res.country.state",
      country_id: "res.country",
      user_id: "res.users",
      user_ids: "res.users",
      parent_id: "res.partner",
      commercial_partner_id: "res.partner",
    },
    records: dated([
      partner(7, "Azur", { is_company: true, state_id: 1, country_id: 1, industry_id: 1, user_id: 5 }),
      partner(8, "Jean, chez Azur", { parent_id: 7, commercial_partner_id: 7, user_ids: [9] }),
      partner(10, "Brume", { is_company: true, country_id: 1, active: false, user_id: 77 }),
      partner(11, "Vera Gie", { user_ids: [2], partner_share: false }),
      partner(15, "Anna Roux", { user_ids: [5], partner_share: false }),
    ]),
  },
  "res.partner.industry": { records: dated([{ id: 1, name: "Santé" }]) },
  "res.country.state": { records: dated([{ id: 1, name: "Provence (FR)" }]) },
  "res.country": { records: dated([{ id: 1, name: "France" }]) },
  "product.product": {
    relations: { categ_id: "product.category", product_tmpl_id: "product.template" },
    records: dated([
      { id: 3, name: "Radiateur", default_code: "RAD", categ_id: 1, product_tmpl_id: 1, active: true },
      { id: 4, name: "Vanne", default_code: false, categ_id: 1, product_tmpl_id: 2, active: false },
    ]),
  },
  "product.template": { records: dated([{ id: 1 }, { id: 2 }]) },
  "product.category": { records: dated([{ id: 1, name: "Tous / Chauffage" }]) },
  "sale.order": {
    relations: { website_id: "website" },
    records: dated([
      { id: 1, name: "S00001", state: "sale", date_order: "2024-01-15 23:30:00", website_id: false },
      { id: 2, name: "S00002", state: "sale", date_order: "2024-02-10 09:00:00", website_id: 1 },
      { id: 3, name: "S00003", state: "cancel", date_order: "2024-02-11 09:00:00", website_id: false },
      { id: 4, name: "S00004", state: "draft", date_order: "2024-02-12 09:00:00", website_id: false },
    ]),
  },
  website: { records: [{ id: 1, name: "Boutique" }] },
  "sale.order.line": {
    relations: {
      order_id: "sale.order",
      order_partner_id: "res.partner",
      salesman_id: "res.users",
      product_id: "product.product",
      currency_id: "res.currency",
      company_id: "res.company",
      invoice_lines: "account.move.line",
    },
    records: dated([
      line(1, 1, { product_uom_qty: 2, price_subtotal: 200, purchase_price: 60, invoice_lines: [1, 3] }),
      line(2, 1, { product_id: 4, product_uom_qty: 1, price_subtotal: 99.99, invoice_lines: [2] }),
      line(3, 1, { display_type: "line_section", product_id: false }),
      line(4, 2, {
        order_partner_id: 10,
        salesman_id: false,
        product_id: false,
        currency_id: 2,
        product_uom_qty: 5,
        price_subtotal: 125,
      }),
      line(5, 3, { product_uom_qty: 9, price_subtotal: 900 }),
      line(6, 4, { product_uom_qty: 8, price_subtotal: 800 }),
      line(7, 2, { is_downpayment: true, product_uom_qty: 0 }),
      line(8, 2, { currency_id: 3, product_uom_qty: 1, price_subtotal: 655_957 }),
    ]),
  },
  "account.move": {
    relations: {
      commercial_partner_id: "res.partner",
      invoice_user_id: "res.users",
      company_id: "res.company",
    },
    records: dated([
      invoice(1, "out_invoice", "2024-01-31", "2024-02-29", 359.99, 59.99),
      invoice(2, "out_refund", "2024-03-05", "2024-03-05", -120, -120),
      invoice(3, "out_invoice", false, "2024-03-05", 50, 50, { state: "draft" }),
      invoice(4, "in_invoice", "2024-03-05", "2024-03-05", 70, 70),
    ]),
  },
  "account.move.line": {
    relations: {
      move_id: "account.move",
      product_id: "product.product",
      currency_id: "res.currency",
      sale_line_ids: "sale.order.line",
      company_id: "res.company",
    },
    records: dated([
      moveLine(1, 1, { quantity: 2, price_subtotal: 200, balance: -200, sale_line_ids: [1] }),
      moveLine(2, 1, {
        product_id: 4,
        quantity: 1,
        price_subtotal: 99.99,
        balance: -99.99,
        sale_line_ids: [2],
      }),
      moveLine(3, 2, { quantity: 1, price_subtotal: 100, balance: 100, sale_line_ids: [1] }),
      moveLine(4, 2, { display_type: "payment_term", product_id: false }),
    ]),
  },
  "crm.stage": {
    records: dated([
      { id: 1, name: "Proposition", is_won: false },
      { id: 2, name: "Gagné", is_won: true },
    ]),
  },
  "crm.lead": {
    relations: {
      stage_id: "crm.stage",
      partner_id: "res.partner",
      user_id: "res.users",
      source_id: "utm.source",
      medium_id: "utm.medium",
      company_id: "res.company",
    },
    records: dated([
      lead(1, { probability: 40, expected_revenue: 1000, date_deadline: "2024-06-30", partner_id: 8 }),
      lead(2, { stage_id: 2, probability: 100, expected_revenue: 500, date_closed: "2024-03-01 10:00:00" }),
      lead(3, { active: false, probability: 0, expected_revenue: 300, date_closed: "2024-03-02 10:00:00" }),
      lead(4, { active: false, probability: 20, expected_revenue: 9999 }),
      lead(21, { type: "lead", priority: "2", probability: 10, source_id: 1 }),
      lead(22, { type: "lead", priority: "0", probability: 10, user_id: false }),
    ]),
  },
  "utm.source": { records: dated([{ id: 1, name: "Salon" }]) },
  "utm.medium": { records: dated([{ id: 1, name: "Téléphone" }]) },
  "calendar.event": {
    relations: { user_id: "res.users", partner_ids: "res.partner" },
    records: dated([
      meeting(1, "2024-02-01 23:15:00", { partner_ids: [15, 8] }),
      meeting(2, "2024-02-05 00:00:00", { start_date: "2024-02-05", partner_ids: [15, 10] }),
      // Of colleagues alone, and one that is nobody's business.
      meeting(4, "2024-02-07 09:00:00", { partner_ids: [15, 11] }),
      meeting(5, "2024-02-07 12:00:00", { user_id: 2, partner_ids: [11, 8], privacy: "private" }),
      meeting(3, "2024-02-06 09:00:00", { active: false }),
    ]),
  },
  "mailing.mailing": {
    records: dated([
      mailing(1, "done", { sent: 100, delivered: 95, opened: 38, clicked: 19 }),
      mailing(2, "draft", { sent: 0, delivered: 0, opened: 0, clicked: 0 }),
    ]),
  },
});

const user = (id: number, name: string, partner_id: number, more: object = {}) => ({
  id,
  name,
  login: `u${id}`,
  share: false,
  active: true,
  partner_id,
  sale_team_id: false,
  company_id: 1,
  ...more,
});

const partner = (id: number, name: string, more: object = {}) => ({
  id,
  name,
  ref: false,
  active: true,
  is_company: false,
  parent_id: false,
  commercial_partner_id: id,
  industry_id: false,
  state_id: false,
  country_id: false,
  user_id: false,
  user_ids: [],
  // Odoo computes it: everybody but internal users.
  partner_share: true,
  create_date: "2023-12-31 23:30:00",
  ...more,
});

const line = (id: number, order_id: number, more: object = {}) => ({
  id,
  order_id,
  order_partner_id: 8,
  salesman_id: 5,
  product_id: 3,
  currency_id: 1,
  company_id: 1,
  display_type: false,
  is_downpayment: false,
  product_uom_qty: 0,
  price_subtotal: 0,
  purchase_price: 0,
  invoice_lines: [] as number[],
  ...more,
});

const invoice = (
  id: number,
  move_type: string,
  invoice_date: string | false,
  invoice_date_due: string,
  amount_total_signed: number,
  amount_residual_signed: number,
  more: object = {},
) => ({
  id,
  name: `FAC/${id}`,
  move_type,
  state: "posted",
  company_id: 1,
  commercial_partner_id: 7,
  invoice_user_id: 5,
  invoice_date,
  invoice_date_due,
  amount_total_signed,
  amount_residual_signed,
  ...more,
});

const moveLine = (id: number, move_id: number, more: object = {}) => ({
  id,
  move_id,
  display_type: "product",
  company_id: 1,
  product_id: 3,
  currency_id: 1,
  quantity: 0,
  price_subtotal: 0,
  balance: 0,
  is_downpayment: false,
  sale_line_ids: [] as number[],
  ...more,
});

const lead = (id: number, more: object = {}) => ({
  id,
  name: `Affaire ${id}`,
  type: "opportunity",
  active: true,
  company_id: false,
  stage_id: 1,
  partner_id: false,
  user_id: 5,
  probability: 50,
  expected_revenue: 0,
  create_date: "2024-01-10 10:00:00",
  date_deadline: false,
  date_closed: false,
  priority: "1",
  source_id: false,
  medium_id: false,
  ...more,
});

const meeting = (id: number, start: string, more: object) => ({
  id,
  active: true,
  start,
  start_date: false,
  user_id: 5,
  partner_ids: [8],
  privacy: false,
  ...more,
});

const mailing = (id: number, state: string, more: object) => ({
  id,
  subject: `Lettre ${id}`,
  state,
  mailing_type: "mail",
  sent_date: "2024-03-10 06:00:00",
  ...more,
});
