import fc from "fast-check";
import type { Row, Rows } from "./sales";

/** Rows of every table with what real data has: empty fields, namesakes, credit notes, one order over two days. */
const day = fc
  .date({ min: new Date("2022-11-01T00:00:00Z"), max: new Date("2024-06-30T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const money = (min: number, max: number) =>
  fc.integer({ min: min * 100, max: max * 100 }).map((cents) => cents / 100);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 4 });
const region = maybe(fc.constantFrom("Nord", "Sud", "Est"));

const numbered = (prefix: string, rows: readonly Row[]): Row[] =>
  rows.map((row, index) => ({ id: `${prefix}${index}`, ...row }));
const some = (row: fc.Arbitrary<Row>, prefix: string, minLength: number, maxLength: number) =>
  fc.array(row, { minLength, maxLength, size: "max" }).map((rows) => numbered(prefix, rows));

const people = fc.record({
  salespeople: some(
    fc.record({
      name: fc.constantFrom("Martin", "Durand", "Petit"),
      team: maybe(fc.constantFrom("A", "B")),
      region,
    }),
    "s",
    2,
    4,
  ),
  customers: some(
    fc.record({
      name: fc.constantFrom("Alpha", "Beta", "Gamma", "Delta"),
      sector: maybe(fc.constantFrom("Santé", "Industrie")),
      region,
    }),
    "c",
    2,
    6,
  ),
  products: some(
    fc.record({
      name: fc.constantFrom("32 FreshAir", "Split 9"),
      family: maybe(fc.constantFrom("Mural", "Gainable")),
    }),
    "p",
    2,
    3,
  ),
  points_of_sale: some(fc.record({ name: fc.constantFrom("Lille", "Lyon"), region }), "v", 1, 2),
});

const channel = fc.constantFrom("field", "store", "web", "phone");

const allRows: fc.Arbitrary<Rows> = people.chain((tables) => {
  const idOf = (table: keyof typeof tables) =>
    fc.constantFrom(...tables[table].map(({ id }) => id as string));
  const customer = idOf("customers");
  const salesperson = idOf("salespeople");
  const product = idOf("products");
  return fc.record({
    salespeople: fc.constant(tables.salespeople),
    customers: fc.constant(tables.customers),
    products: fc.constant(tables.products),
    points_of_sale: fc.constant(tables.points_of_sale),
    order_lines: some(
      fc.record({
        order_id: fc.integer({ min: 1, max: 25 }).map((number) => `O${number}`),
        ordered_on: day,
        invoiced_on: maybe(day),
        customer_id: customer,
        salesperson_id: salesperson,
        product_id: product,
        point_of_sale_id: maybe(idOf("points_of_sale")),
        region,
        channel: maybe(channel),
        quantity: fc.integer({ min: -3, max: 9 }),
        revenue: money(-500, 4_000),
        cost: maybe(money(-300, 2_000)),
      }),
      "l",
      0,
      60,
    ),
    invoice_lines: some(
      fc.record({
        invoice_id: fc.integer({ min: 1, max: 25 }).map((number) => `F${number}`),
        invoiced_on: day,
        order_id: maybe(fc.integer({ min: 1, max: 25 }).map((number) => `O${number}`)),
        customer_id: customer,
        salesperson_id: maybe(salesperson),
        product_id: maybe(product),
        point_of_sale_id: maybe(idOf("points_of_sale")),
        region,
        channel: maybe(channel),
        quantity: fc.integer({ min: -3, max: 9 }),
        revenue: money(-500, 4_000),
        cost: maybe(money(-300, 2_000)),
      }),
      "n",
      0,
      60,
    ),
    visits: some(
      fc.record({ visited_on: day, salesperson_id: salesperson, customer_id: maybe(customer) }),
      "t",
      0,
      25,
    ),
    opportunities: some(
      fc.record({
        name: fc.constant("Affaire"),
        customer_id: maybe(customer),
        salesperson_id: salesperson,
        product_id: maybe(product),
        created_on: day,
        expected_on: day,
        closed_on: maybe(day),
        stage: fc.constantFrom("Qualification", "Devis"),
        status: fc.constantFrom("open", "won", "lost"),
        amount: money(0, 50_000),
        probability: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
      }),
      "x",
      0,
      30,
    ),
    leads: some(
      fc.record({
        created_on: day,
        salesperson_id: maybe(salesperson),
        source: fc.constantFrom("Salon", "Web"),
        rating: fc.constantFrom("hot", "warm", "cold"),
        status: fc.constant("new"),
      }),
      "e",
      0,
      25,
    ),
    invoices: some(
      fc.record({
        customer_id: customer,
        salesperson_id: maybe(salesperson),
        issued_on: day,
        due_on: day,
        amount: money(-200, 5_000),
        outstanding: money(-200, 5_000),
      }),
      "f",
      0,
      30,
    ),
    campaigns: some(
      fc.record({
        name: fc.constant("Lettre"),
        sent_on: day,
        sent: fc.integer({ min: 0, max: 900 }),
        delivered: fc.integer({ min: 0, max: 800 }),
        opened: fc.integer({ min: 0, max: 400 }),
        clicked: fc.integer({ min: 0, max: 90 }),
      }),
      "m",
      0,
      10,
    ),
    contacts_in: some(
      fc.record({
        received_on: day,
        channel: fc.constantFrom("phone", "E-mail", "Téléphone", "web"),
        reason: fc.constantFrom("information", "order", "complaint"),
        customer_id: maybe(customer),
        product_id: maybe(product),
      }),
      "k",
      0,
      25,
    ),
  });
});

/** One source in two invoices by line. */
export const randomRows: fc.Arbitrary<Rows> = fc
  .tuple(allRows, fc.boolean())
  .map(([{ invoice_lines, ...rows }, hasInvoices]) => (hasInvoices ? { ...rows, invoice_lines } : rows));
