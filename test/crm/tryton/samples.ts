import type { FakeRecord } from "./fakeTryton";

const decimal = (text: string) => ({ __class__: "Decimal", decimal: text });
const date = (year: number, month: number, day: number) => ({ __class__: "date", year, month, day });
const unit = { id: 1, factor: 1 };
const euro = { id: 1, code: "EUR" };

/** One record of each model as Tryton 6.0.29 answers it. */
export const SAMPLES: Readonly<Record<string, FakeRecord>> = {
  "company.company": { id: 1, "currency.": { id: 1, code: "EUR", rate: decimal("1") } },
  "currency.currency": { id: 1, code: "EUR", rate: decimal("1") },
  "company.employee": { id: 2, "party.": { id: 3, name: "Bruno Petit" } },
  "party.party": {
    id: 7,
    name: "Client 01 & fils",
    code: "7",
    create_date: {
      ...date(2026, 11, 23),
      __class__: "datetime",
      hour: 15,
      minute: 59,
      second: 58,
      microsecond: 1,
    },
    addresses: [7],
    categories: [1],
  },
  "party.address": {
    id: 7,
    active: 1,
    "subdivision.": { id: 5, name: "Pas-de-Calais", "parent.": { id: 1, name: "Nord" } },
    "country.": { id: 1, name: "France" },
  },
  "party.category": { id: 1, name: "Santé" },
  "product.product": { id: 4, name: "Radiateur à inertie", code: null, categories: [3] },
  "product.category": { id: 3, name: "Chauffage" },
  "product.uom": { id: 1 },
  "sale.sale": { id: 2, quoted_by: 2, confirmed_by: 3, origin: null },
  "sale.line": {
    id: 4,
    sale: 2,
    product: 4,
    quantity: 2,
    amount: decimal("613.80"),
    "unit.": unit,
    "product.": { id: 4, cost_price: decimal("189.99"), "default_uom.": unit },
    "sale.": {
      id: 2,
      number: "2",
      sale_date: date(2024, 1, 15),
      party: 7,
      quoted_by: 2,
      confirmed_by: 3,
      origin: "sale.opportunity,1",
      "currency.": euro,
    },
  },
  "sale.opportunity": {
    id: 1,
    number: "1",
    description: "Affaire 1",
    party: 7,
    employee: 2,
    start_date: date(2024, 2, 1),
    end_date: null,
    amount: decimal("35575"),
    conversion_probability: 0.7,
    state: "opportunity",
    lines: [1],
  },
  "sale.opportunity.line": { id: 1, product: 4 },
  "account.invoice": {
    id: 5,
    party: 7,
    invoice_date: date(2024, 1, 18),
    total_amount: decimal("736.56"),
    amount_to_pay: decimal("0"),
    sales: [2],
    lines_to_pay: [9],
    "currency.": euro,
  },
  "account.invoice.line": {
    id: 6,
    origin: "account.invoice.line,6",
    product: 4,
    quantity: -1,
    amount: decimal("-306.90"),
    "unit.": unit,
    "product.": { id: 4, cost_price: 0, "default_uom.": unit },
    "invoice.": { id: 5, number: "1", invoice_date: date(2024, 1, 18), party: 7, "currency.": euro },
  },
  "account.move": { id: 8 },
  "account.move.line": { id: 9, maturity_date: date(2024, 2, 17), reconciliation: null },
};
