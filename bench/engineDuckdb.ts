import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import type { MoneyColumn, SalesData, TextColumn } from "../src/sales/tables";

/**
 * DuckDB at its best: one table of coded integers, dimensions joined beforehand, amounts as whole numbers, so that no
 * query reads text or joins. Its appender gets columns; its results are read once, as columns.
 */
const DIMENSIONS = ["region", "secteur", "commercial", "produit"] as const;
export type DuckDimension = (typeof DIMENSIONS)[number];

/** A grouping by a dimension and a day, with all values that share the date. */
interface Grouping {
  readonly date: "ordered_on" | "invoiced_on";
  readonly values: readonly string[];
}

const REVENUE = "sum(revenue)";
const VALUES: Readonly<Record<string, Grouping>> = {
  CA: { date: "invoiced_on", values: [REVENUE] },
  MARGE: { date: "invoiced_on", values: ["sum(revenue - cost)"] },
  TAUXMARGE: {
    date: "invoiced_on",
    values: ["sum(revenue - cost)", "sum(revenue) FILTER (cost IS NOT NULL)"],
  },
  MONTANTCOMMANDES: { date: "ordered_on", values: [REVENUE] },
  COMMANDES: { date: "ordered_on", values: ["count(DISTINCT order_id)"] },
  PANIERMOYEN: { date: "ordered_on", values: [REVENUE, "count(DISTINCT order_id)"] },
};
/** Customers of a quarter are no sum of days: one grouping for each grain that the questions use. */
const GRAINS = ["month", "quarter", "year"] as const;

/** The data's order lines in memory; `threads` as DuckDB's setting, undefined for all. */
export async function duckDbOf(data: SalesData, threads?: number): Promise<DuckDBConnection> {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  if (threads !== undefined) await connection.run(`SET threads = ${threads}`);
  await connection.run(
    `CREATE TABLE coded (${[...DIMENSIONS, "ordered_on", "invoiced_on", "order_id", "customer_id"].map((name) => `${name} INTEGER`).join()}, revenue BIGINT, cost BIGINT)`,
  );
  const appender = await connection.createAppender("coded");
  const lines = data.tables.order_lines;
  const codes = codesOf(data);
  const days = ["ordered_on", "invoiced_on"].map((name) => {
    const column = lines.columns[name];
    if (column?.kind !== "date") throw new RangeError(name);
    return column.days;
  });
  const references = ["order_id", "customer_id"].map((name) => (lines.columns[name] as TextColumn).codes);
  const revenue = (lines.columns.revenue as MoneyColumn).units;
  const cost = (lines.columns.cost as MoneyColumn).units;
  for (let row = 0; row < lines.length; row++) {
    for (const column of [...codes, ...days, ...references]) appender.appendInteger(column[row]!);
    appender.appendBigInt(BigInt(revenue[row]!));
    if (Number.isNaN(cost[row]!)) appender.appendNull();
    else appender.appendBigInt(BigInt(cost[row]!));
    appender.endRow();
  }
  appender.closeSync();
  return connection;
}

/** By dimension of DIMENSIONS: the member's code of each line. */
function codesOf(data: SalesData): Int32Array[] {
  const text = (table: "order_lines" | "customers", name: string) =>
    data.tables[table].columns[name] as TextColumn;
  const customer = text("order_lines", "customer_id").codes;
  const ofCustomer = (attribute: string) => {
    const { codes } = text("customers", attribute);
    return customer.map((row) => codes[row]!);
  };
  return [
    ofCustomer("region"),
    ofCustomer("sector"),
    text("order_lines", "salesperson_id").codes,
    text("order_lines", "product_id").codes,
  ];
}

/** The queries that the KPIs need: one for each dimension and date with all values that share it. */
function queries(kpis: readonly string[]): readonly string[] {
  const wanted = kpis.flatMap((kpi) => VALUES[kpi] ?? []);
  const dates = [...new Set(wanted.map(({ date }) => date))];
  return DIMENSIONS.flatMap((dimension) => [
    ...dates.map((date) => {
      const values = new Set(wanted.filter((one) => one.date === date).flatMap((one) => one.values));
      const columns = [...values].map((value) => `${value}::DOUBLE`);
      return `SELECT ${dimension}, ${date}, ${columns.join()} FROM coded GROUP BY ALL`;
    }),
    ...(kpis.includes("CLIENTSACTIFS")
      ? GRAINS.map(
          (grain) =>
            `SELECT ${dimension}, date_trunc('${grain}', DATE '1970-01-01' + ordered_on) AS unit, count(DISTINCT customer_id)::DOUBLE FROM coded GROUP BY ALL`,
        )
      : []),
  ]);
}

/** Groups for all KPIs and dimensions and reads every result once, column by column; number of rows read. */
export async function duckGroupings(connection: DuckDBConnection, kpis: readonly string[]): Promise<number> {
  let rows = 0;
  for (const query of queries(kpis)) {
    const columns = await (await connection.runAndReadAll(query)).getColumns();
    rows += columns[0]?.length ?? 0;
  }
  return rows;
}
