import { salesData } from "../src/sales/builder";
import { dayOf } from "../src/sales/calendar";
import { MONEY_SCALE } from "../src/sales/money";
import { TABLES, type TableName } from "../src/sales/schema";
import type { Column, SalesData, Table } from "../src/sales/tables";

/** Three years of a company with the proportions of the article: 24 salespeople, 5 regions, 6 sectors. */
const SIZES = { salespeople: 24, customers: 4_000, products: 40, points_of_sale: 12 } as const;
const REGIONS = ["Nord", "Sud", "Est", "Ouest", "Centre"];
const SECTORS = ["Industrie", "Santé", "Tertiaire", "Commerce", "Public", "Agricole"];
const FIRST_DAY = dayOf(2022, 1, 1);
export const DATA_DATE = dayOf(2024, 12, 31);
const LINES_PER_ORDER = 4;

/** A small linear congruential generator: the same rows on every machine. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

const table = (name: TableName, length: number, columns: Readonly<Record<string, Column>>): Table => {
  for (const column of TABLES[name].columns)
    if (!columns[column.name]) throw new RangeError(`${name}.${column.name} is missing`);
  return { name, length, columns };
};

const texts = (dictionary: readonly string[], codes: Int32Array): Column => ({
  kind: "text",
  dictionary,
  codes,
});
const own = (length: number, prefix: string): Column =>
  texts(
    Array.from({ length }, (_, row) => `${prefix}${row}`),
    Int32Array.from({ length }, (_, row) => row),
  );
const drawn = (length: number, dictionary: readonly string[], below: (limit: number) => number): Column =>
  texts(
    dictionary,
    Int32Array.from({ length }, () => below(dictionary.length)),
  );

/** `by-date`: in the order of their dates, an order's lines side by side. `shuffled`: in no order at all. */
export const ROW_ORDERS = ["by-date", "shuffled"] as const;
export type RowOrder = (typeof ROW_ORDERS)[number];

/** `lines` order lines, four to an order, one in ten without cost. */
export function benchData(lines: number, order: RowOrder = "by-date"): SalesData {
  const data = byDate(lines);
  if (order === "by-date") return data;
  const tables = { ...data.tables, order_lines: shuffled(data.tables.order_lines) };
  return { ...data, tables };
}

/** The same rows in an order drawn by chance (Fisher and Yates). */
function shuffled({ name, length, columns }: Table): Table {
  const below = seeded(7);
  const rows = Int32Array.from({ length }, (_, row) => row);
  for (let last = length - 1; last > 0; last--) {
    const other = below(last + 1);
    [rows[last], rows[other]] = [rows[other]!, rows[last]!];
  }
  const moved = Object.entries(columns).map(([column, values]) => [column, rearranged(values, rows)]);
  return { name, length, columns: Object.fromEntries(moved) };
}

function rearranged(column: Column, rows: Int32Array): Column {
  switch (column.kind) {
    case "text":
      return { ...column, codes: rows.map((row) => column.codes[row]!) };
    case "date":
      return { ...column, days: rows.map((row) => column.days[row]!) };
    case "money":
      return { ...column, units: Float64Array.from(rows, (row) => column.units[row]!) };
    case "number":
      return { ...column, values: Float64Array.from(rows, (row) => column.values[row]!) };
  }
}

function byDate(lines: number): SalesData {
  const below = seeded(20_241_123);
  const ids = (name: keyof typeof SIZES, prefix: string) =>
    Array.from({ length: SIZES[name] }, (_, row) => `${prefix}${row}`);
  const codes = (limit: number) => Int32Array.from({ length: lines }, () => below(limit));
  const orders = Math.ceil(lines / LINES_PER_ORDER);
  const orderOf = Int32Array.from({ length: lines }, (_, row) => Math.floor(row / LINES_PER_ORDER));
  const perOrder = (limit: number) => {
    const drawnOnce = Int32Array.from({ length: orders }, () => below(limit));
    return orderOf.map((order) => drawnOnce[order]!);
  };
  const span = DATA_DATE - FIRST_DAY + 1;
  const ordered = orderOf.map((order) => FIRST_DAY + Math.floor((order / orders) * span));
  const revenue = Float64Array.from({ length: lines }, () => (below(500_000) - 20_000) * (MONEY_SCALE / 100));
  return salesData(
    { source: "bench", sourceLabel: "Bench", dataDate: DATA_DATE, refreshedAt: "2024-12-31T20:00:00Z" },
    [
      table("salespeople", SIZES.salespeople, {
        id: own(SIZES.salespeople, "s"),
        name: own(SIZES.salespeople, "Vendeur "),
        team: drawn(SIZES.salespeople, ["A", "B", "C"], below),
        region: drawn(SIZES.salespeople, REGIONS, below),
      }),
      table("customers", SIZES.customers, {
        id: own(SIZES.customers, "c"),
        name: own(SIZES.customers, "Client "),
        sector: drawn(SIZES.customers, SECTORS, below),
        region: drawn(SIZES.customers, REGIONS, below),
        salesperson_id: drawn(SIZES.customers, ids("salespeople", "s"), below),
        created_on: { kind: "date", days: new Int32Array(SIZES.customers).fill(FIRST_DAY) },
      }),
      table("products", SIZES.products, {
        id: own(SIZES.products, "p"),
        name: own(SIZES.products, "Produit "),
        family: drawn(SIZES.products, ["F1", "F2", "F3", "F4"], below),
      }),
      table("points_of_sale", SIZES.points_of_sale, {
        id: own(SIZES.points_of_sale, "v"),
        name: own(SIZES.points_of_sale, "Magasin "),
        region: drawn(SIZES.points_of_sale, REGIONS, below),
      }),
      table("order_lines", lines, {
        id: own(lines, "l"),
        order_id: texts(
          Array.from({ length: orders }, (_, order) => `o${order}`),
          orderOf,
        ),
        ordered_on: { kind: "date", days: ordered },
        invoiced_on: { kind: "date", days: ordered.map((day) => day + below(20)) },
        customer_id: texts(ids("customers", "c"), perOrder(SIZES.customers)),
        salesperson_id: texts(ids("salespeople", "s"), perOrder(SIZES.salespeople)),
        product_id: texts(ids("products", "p"), codes(SIZES.products)),
        point_of_sale_id: texts(ids("points_of_sale", "v"), perOrder(SIZES.points_of_sale)),
        region: texts([], new Int32Array(lines).fill(-1)),
        channel: texts(["field", "store", "web", "phone"], perOrder(4)),
        quantity: { kind: "number", values: Float64Array.from({ length: lines }, () => 1 + below(9)) },
        revenue: { kind: "money", units: revenue },
        cost: {
          kind: "money",
          units: revenue.map((units) => (below(10) ? Math.round(units * 0.6) : Number.NaN)),
        },
      }),
    ],
  );
}
