import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { fromMoneyUnits } from "../src/sales/money";
import type { Column, SalesData, Table, TextColumn } from "../src/sales/tables";

const REGION = "coalesce(c.region, v.region, s.region)";
const AXES: Readonly<Record<string, string>> = {
  region: REGION,
  secteur: "c.sector",
  commercial: "s.name",
  produit: "p.name",
};

interface Grouping {
  readonly date: string;
  readonly value: string;
}

const GROUPINGS: Readonly<Record<string, Grouping>> = {
  CA: { date: "invoiced_on", value: "sum(revenue)" },
  MARGE: { date: "invoiced_on", value: "sum(revenue - cost) FILTER (cost IS NOT NULL)" },
  TAUXMARGE: { date: "invoiced_on", value: "sum(revenue) FILTER (cost IS NOT NULL)" },
  MONTANTCOMMANDES: { date: "ordered_on", value: "sum(revenue)" },
  COMMANDES: { date: "ordered_on", value: "count(DISTINCT order_id)" },
  // Active customers of a quarter are no sum of days: one grouping per grain that the questions use.
  CLIENTSACTIFS: { date: "ordered_on", value: "count(DISTINCT customer_id)" },
};
const GRAINS = ["month", "quarter", "year"];

/** The columns that the groupings read: the others need not be loaded. */
const COLUMNS = {
  salespeople: ["id", "name", "region"],
  customers: ["id", "sector", "region"],
  products: ["id", "name"],
  points_of_sale: ["id", "region"],
  order_lines: [
    "order_id",
    "ordered_on",
    "invoiced_on",
    "customer_id",
    "salesperson_id",
    "product_id",
    "point_of_sale_id",
    "revenue",
    "cost",
  ],
} as const;

/** A database in memory with the rows of the data. */
export async function duckDbOf(data: SalesData): Promise<DuckDBConnection> {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  for (const name of Object.keys(COLUMNS) as (keyof typeof COLUMNS)[])
    await load(connection, data.tables[name], COLUMNS[name]);
  return connection;
}

/**
 * Milliseconds DuckDB (all its threads) takes for the groupings that the KPIs need: by axis and day, from which any
 * period can be summed, and by grain for distinct customers. It keeps nothing between two groupings.
 */
export async function duckGroupings(
  connection: DuckDBConnection,
  kpis: readonly string[],
  axes: readonly string[],
): Promise<number> {
  const start = performance.now();
  for (const kpi of kpis)
    for (const axis of axes) {
      const grouping = GROUPINGS[kpi];
      if (!grouping) continue;
      const times =
        kpi === "CLIENTSACTIFS"
          ? GRAINS.map((grain) => `date_trunc('${grain}', ${grouping.date})`)
          : [grouping.date];
      for (const time of times) await connection.runAndReadAll(sql(AXES[axis]!, time, grouping.value));
    }
  return performance.now() - start;
}

const sql = (member: string, time: string, value: string) => `SELECT ${member}, ${time}, ${value}
  FROM order_lines l JOIN customers c ON c.id = l.customer_id JOIN salespeople s ON s.id = l.salesperson_id
  JOIN products p ON p.id = l.product_id LEFT JOIN points_of_sale v ON v.id = l.point_of_sale_id GROUP BY 1, 2`;

const SQL_TYPES: Readonly<Record<Column["kind"], string>> = {
  text: "VARCHAR",
  date: "DATE",
  money: "DECIMAL(18,4)",
  number: "DOUBLE",
};

/** Loads a table through one appender; text by value, as DuckDB would hold it. */
async function load(
  connection: DuckDBConnection,
  { name, columns, length }: Table,
  wanted: readonly string[],
): Promise<void> {
  const entries = Object.entries(columns).filter(([column]) => wanted.includes(column));
  await connection.run(
    `CREATE TABLE ${name}_raw (${entries.map(([column, { kind }]) => `${column} ${kind === "date" ? "INTEGER" : kind === "money" ? "DOUBLE" : SQL_TYPES[kind]}`).join()})`,
  );
  const appender = await connection.createAppender(`${name}_raw`);
  for (let row = 0; row < length; row++) {
    for (const [, column] of entries) appendCell(appender, column, row);
    appender.endRow();
  }
  appender.closeSync();
  const typed = entries.map(([column, { kind }]) =>
    kind === "date"
      ? `DATE '1970-01-01' + ${column} AS ${column}`
      : `CAST(${column} AS ${SQL_TYPES[kind]}) AS ${column}`,
  );
  await connection.run(`CREATE TABLE ${name} AS SELECT ${typed.join()} FROM ${name}_raw`);
}

type Appender = Awaited<ReturnType<DuckDBConnection["createAppender"]>>;

function appendCell(appender: Appender, column: Column, row: number): void {
  if (column.kind === "date") appender.appendInteger(column.days[row]!);
  else if (column.kind === "text") appendText(appender, column, row);
  else {
    const number = column.kind === "money" ? fromMoneyUnits(column.units[row]!) : column.values[row]!;
    if (Number.isNaN(number)) appender.appendNull();
    else appender.appendDouble(number);
  }
}

function appendText(appender: Appender, { codes, dictionary }: TextColumn, row: number): void {
  const text = dictionary[codes[row]!];
  if (text === undefined) appender.appendNull();
  else appender.appendVarchar(text);
}
