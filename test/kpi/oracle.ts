import { DuckDBInstance } from "@duckdb/node-api";
import { type ColumnKind, TABLE_NAMES, TABLES } from "../../src/sales/schema";
import type { Rows } from "./sales";

/** The data date of the oracle's SQL: every literal day below is reckoned from it by hand. */
export const ORACLE_DATA_DATE = "2024-05-15";

/** Periods as typed, with their first and last day written out by hand. */
export const PERIODS: Readonly<Record<string, readonly [string, string]>> = {
  "": ["0001-01-01", "9999-12-31"],
  "2023": ["2023-01-01", "2023-12-31"],
  "2024-S1": ["2024-01-01", "2024-06-30"],
  "2023-T4": ["2023-10-01", "2023-12-31"],
  "2024-Q1": ["2024-01-01", "2024-03-31"],
  "2024-02": ["2024-02-01", "2024-02-29"],
  "2024-W09": ["2024-02-26", "2024-03-03"],
  "2024-03-15": ["2024-03-15", "2024-03-15"],
  "2023-11..2024-W05": ["2023-11-01", "2024-02-04"],
  "M-1": ["2024-04-01", "2024-04-30"],
  T: ["2024-04-01", "2024-06-30"],
  "A-1": ["2023-01-01", "2023-12-31"],
  CUMUL: ["2024-01-01", "2024-05-15"],
  "12M": ["2023-05-01", "2024-04-30"],
  "2019": ["2019-01-01", "2019-12-31"],
};

/** How SQL says a time grain's member. */
const GRAINS: Readonly<Record<string, (date: string) => string>> = {
  jour: (date) => `strftime(${date}, '%Y-%m-%d')`,
  semaine: (date) => `strftime(${date}, '%G-W%V')`,
  mois: (date) => `strftime(${date}, '%Y-%m')`,
  trimestre: (date) => `year(${date}) || '-T' || quarter(${date})`,
  semestre: (date) => `year(${date}) || '-S' || (CASE WHEN month(${date}) <= 6 THEN 1 ELSE 2 END)`,
  annee: (date) => `CAST(year(${date}) AS VARCHAR)`,
};

const NONE = "'(non renseigné)'";
/** Names as people read them: with the id where two are alike. */
const named = (table: string) =>
  `(SELECT id, CASE WHEN count(*) OVER (PARTITION BY name) > 1 THEN name || ' (' || id || ')' ELSE name END AS label, * EXCLUDE (id) FROM ${table})`;
const SALESPERSON = `LEFT JOIN ${named("salespeople")} s ON s.id = f.salesperson_id`;
const CUSTOMER = `LEFT JOIN ${named("customers")} c ON c.id = f.customer_id`;
const PRODUCT = `LEFT JOIN ${named("products")} p ON p.id = f.product_id`;
const CHANNEL = `CASE lower(coalesce(f.channel, ${NONE})) WHEN 'field' THEN 'Terrain' WHEN 'store' THEN 'Magasin' WHEN 'web' THEN 'Web'
  WHEN 'phone' THEN 'Téléphone' WHEN 'téléphone' THEN 'Téléphone' ELSE coalesce(f.channel, ${NONE}) END AS canal`;
const OF_SALESPERSON = `coalesce(s.label, ${NONE}) AS commercial, coalesce(s.team, ${NONE}) AS equipe`;
const OF_CUSTOMER = `coalesce(c.label, ${NONE}) AS client, coalesce(c.sector, ${NONE}) AS secteur`;
const OF_PRODUCT = `coalesce(p.label, ${NONE}) AS produit, coalesce(p.family, ${NONE}) AS famille`;

/** The facts with every dimension's member beside them. */
const FACTS = [
  `CREATE TABLE lines AS SELECT f.* EXCLUDE (region), coalesce(f.region, c.region, v.region, s.region, ${NONE}) AS region,
     NOT (quantity < 0 OR (quantity = 0 AND revenue < 0)) AS is_order, ${OF_SALESPERSON},
     ${OF_CUSTOMER}, ${OF_PRODUCT}, coalesce(v.label, ${NONE}) AS "point de vente", ${CHANNEL}
   FROM order_lines f ${SALESPERSON} ${CUSTOMER} ${PRODUCT}
   LEFT JOIN ${named("points_of_sale")} v ON v.id = f.point_of_sale_id`,
  `CREATE TABLE invoiced_lines AS SELECT f.* EXCLUDE (region), coalesce(f.region, c.region, v.region, s.region, ${NONE}) AS region,
     ${OF_SALESPERSON}, ${OF_CUSTOMER}, ${OF_PRODUCT}, coalesce(v.label, ${NONE}) AS "point de vente", ${CHANNEL}
   FROM invoice_lines f ${SALESPERSON} ${CUSTOMER} ${PRODUCT}
   LEFT JOIN ${named("points_of_sale")} v ON v.id = f.point_of_sale_id`,
  `CREATE TABLE ordered AS FROM lines WHERE is_order AND ordered_on <= DATE '2024-05-15'`,
  `CREATE TABLE first_lines AS SELECT * FROM ordered QUALIFY ordered_on = min(ordered_on) OVER (PARTITION BY customer_id)`,
  `CREATE TABLE lost_lines AS SELECT *, CAST(ordered_on + INTERVAL 12 MONTH AS DATE) AS lost_on FROM ordered
   QUALIFY ordered_on = max(ordered_on) OVER (PARTITION BY customer_id)
     AND CAST(ordered_on + INTERVAL 12 MONTH AS DATE) <= DATE '2024-05-15'`,
  `CREATE TABLE visits_ AS SELECT f.*, coalesce(c.region, s.region, ${NONE}) AS region, ${OF_SALESPERSON}, ${OF_CUSTOMER}
   FROM visits f ${SALESPERSON} ${CUSTOMER}`,
  `CREATE TABLE deals AS SELECT f.*, coalesce(c.region, s.region, ${NONE}) AS region, ${OF_SALESPERSON}, ${OF_CUSTOMER},
     ${OF_PRODUCT}, f.stage AS etape FROM opportunities f ${SALESPERSON} ${CUSTOMER} ${PRODUCT}`,
  `CREATE TABLE leads_ AS SELECT f.* EXCLUDE (source), f.source, coalesce(s.region, ${NONE}) AS region, ${OF_SALESPERSON}
   FROM leads f ${SALESPERSON}`,
  `CREATE TABLE bills AS SELECT f.*, coalesce(c.region, s.region, ${NONE}) AS region, ${OF_SALESPERSON}, ${OF_CUSTOMER},
     CASE WHEN due_on >= DATE '2024-05-15' THEN 'Non échu' WHEN due_on >= DATE '2024-04-15' THEN '1–30'
       WHEN due_on >= DATE '2024-03-16' THEN '31–60' WHEN due_on >= DATE '2024-02-15' THEN '61–90'
       ELSE '> 90' END AS tranche
   FROM invoices f ${SALESPERSON} ${CUSTOMER}`,
  `CREATE TABLE calls AS SELECT f.*, coalesce(c.region, ${NONE}) AS region, ${OF_CUSTOMER}, ${OF_PRODUCT}, ${CHANNEL}
   FROM contacts_in f ${CUSTOMER} ${PRODUCT}`,
];

interface Meaning {
  readonly from: string;
  readonly date: string;
  readonly value: string;
}

/** Each KPI's meaning in SQL, over the rows of one group. */
const MEANINGS: Readonly<Record<string, Meaning>> = {
  CA: { from: "sold", date: "invoiced_on", value: "sum(revenue)" },
  QUANTITE: { from: "sold", date: "invoiced_on", value: "sum(quantity)" },
  MARGE: { from: "(FROM sold WHERE cost IS NOT NULL)", date: "invoiced_on", value: "sum(revenue - cost)" },
  TAUXMARGE: {
    from: "(FROM sold WHERE cost IS NOT NULL)",
    date: "invoiced_on",
    value:
      "CASE WHEN sum(revenue) > 0 THEN CAST(sum(revenue - cost) AS DOUBLE) / CAST(sum(revenue) AS DOUBLE) END",
  },
  CLIENTSACTIFS: { from: "ordered", date: "ordered_on", value: "count(DISTINCT customer_id)" },
  NOUVEAUXCLIENTS: { from: "first_lines", date: "ordered_on", value: "count(DISTINCT customer_id)" },
  CLIENTSPERDUS: { from: "lost_lines", date: "lost_on", value: "count(DISTINCT customer_id)" },
  VISITES: { from: "visits_", date: "visited_on", value: "count(*)" },
  MONTANTCOMMANDES: { from: "lines", date: "ordered_on", value: "sum(revenue)" },
  COMMANDES: { from: "ordered", date: "ordered_on", value: "count(DISTINCT order_id)" },
  PANIERMOYEN: {
    from: "lines",
    date: "ordered_on",
    value: "CAST(sum(revenue) AS DOUBLE) / nullif(count(DISTINCT order_id) FILTER (is_order), 0)",
  },
  PANIERWEB: {
    from: "(FROM lines WHERE channel = 'web')",
    date: "ordered_on",
    value: "CAST(sum(revenue) AS DOUBLE) / nullif(count(DISTINCT order_id) FILTER (is_order), 0)",
  },
  PIPE: {
    from: "(FROM deals WHERE status = 'open')",
    date: "expected_on",
    value: "sum(amount * probability)",
  },
  PIPEBRUT: { from: "(FROM deals WHERE status = 'open')", date: "expected_on", value: "sum(amount)" },
  OPPORTUNITES: { from: "(FROM deals WHERE status = 'open')", date: "expected_on", value: "count(*)" },
  TAUXSIGNATURE: {
    from: "(FROM deals WHERE status <> 'open')",
    date: "closed_on",
    value: "count(*) FILTER (status = 'won') / count(*)",
  },
  LEADSCREES: { from: "leads_", date: "created_on", value: "count(*)" },
  LEADSCHAUDS: {
    from: "(FROM leads_ WHERE rating = 'hot' AND salesperson_id IS NOT NULL)",
    date: "created_on",
    value: "count(*)",
  },
  ENCOURS: { from: "bills", date: "issued_on", value: "sum(outstanding)" },
  ENCOURSECHU: {
    from: "(FROM bills WHERE due_on < DATE '2024-05-15')",
    date: "issued_on",
    value: "sum(outstanding)",
  },
  TAUXOUVERTURE: {
    from: "campaigns",
    date: "sent_on",
    value: "CAST(sum(opened) AS DOUBLE) / nullif(sum(delivered), 0)",
  },
  TAUXCLIC: {
    from: "campaigns",
    date: "sent_on",
    value: "CAST(sum(clicked) AS DOUBLE) / nullif(sum(delivered), 0)",
  },
  ENTRANTS: { from: "calls", date: "received_on", value: "count(*)" },
  RECLAMATIONS: { from: "(FROM calls WHERE reason = 'complaint')", date: "received_on", value: "count(*)" },
};

/** Period → member (null = the total) → value. */
export type OracleAnswer = ReadonlyMap<string, ReadonlyMap<string | null, number | null>>;

const SQL_TYPES: Readonly<Record<ColumnKind, string>> = {
  id: "VARCHAR",
  text: "VARCHAR",
  ref: "VARCHAR",
  choice: "VARCHAR",
  date: "DATE",
  money: "DECIMAL(18,4)",
  number: "DOUBLE",
  count: "INTEGER",
  share: "DECIMAL(18,4)",
};

const literal = (value: unknown): string =>
  value === null || value === undefined ? "NULL" : typeof value === "number" ? String(value) : `'${value}'`;

/** A KPI on part of the rows; no ratio of two tables. */
export interface OracleTerm {
  readonly kpi: string;
  readonly filters: readonly (readonly [dimension: string, members: readonly string[]])[];
}

/** KPIs that are empty where nothing divides them. */
const RATES = new Set([
  "TAUXMARGE",
  "PANIERMOYEN",
  "PANIERWEB",
  "TAUXSIGNATURE",
  "TAUXOUVERTURE",
  "TAUXCLIC",
]);

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

function answerOf(rows: readonly unknown[][]): OracleAnswer {
  const answer = new Map<string, Map<string | null, number | null>>();
  for (const [period, member, value] of rows as [string, string | null, unknown][]) {
    const members = answer.get(period) ?? new Map<string | null, number | null>();
    answer.set(period, members.set(member, value === null ? null : Number(value)));
  }
  return answer;
}

/** The same rows in DuckDB, asked in SQL written from the meaning of each KPI. */
export class Oracle {
  /** `run` asks anything of the rows, of `periods` and of the facts above. */
  private constructor(readonly run: (sql: string) => Promise<unknown[][]>) {}

  static async over(rows: Rows): Promise<Oracle> {
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    const run = async (sql: string) => (await connection.runAndReadAll(sql)).getRows() as unknown[][];
    for (const name of TABLE_NAMES) {
      const { columns } = TABLES[name];
      await run(
        `CREATE TABLE ${name} (${columns.map((column) => `${column.name} ${SQL_TYPES[column.kind]}`).join()})`,
      );
      const own = rows[name] ?? [];
      const values = own.map((row) => `(${columns.map((column) => literal(row[column.name])).join()})`);
      if (values.length > 0) await run(`INSERT INTO ${name} VALUES ${values.join()}`);
    }
    const periods = Object.entries(PERIODS).map(
      ([name, [from, to]]) => `('${name}', DATE '${from}', DATE '${to}')`,
    );
    await run(`CREATE TABLE periods AS SELECT * FROM (VALUES ${periods.join()}) AS p (period, first, last)`);
    for (const fact of FACTS) await run(fact);
    await run(`CREATE VIEW sold AS FROM ${rows.invoice_lines ? "invoiced_lines" : "lines"}`);
    return new Oracle(run);
  }

  /** A KPI split by an axis (null = not split), for every period at once. */
  async ask(kpi: string, axis: string | null): Promise<OracleAnswer> {
    return answerOf(await this.run(this.sql(kpi, axis)));
  }

  /**
   * A calculation over terms named t0, t1…, split by an axis: each term grouped on its own rows, then the arithmetic in
   * SQL. `expression` says what is added, with each term's figure as `t0`.
   */
  async calculate(
    terms: readonly OracleTerm[],
    expression: string,
    axis: string | null,
  ): Promise<OracleAnswer> {
    const tables = terms.map(({ kpi, filters }, at) => {
      const meaning = MEANINGS[kpi]!;
      const kept = filters.map(([dimension, members]) => `"${dimension}" IN (${members.map(quoted).join()})`);
      const from = kept.length === 0 ? meaning.from : `(FROM ${meaning.from} WHERE ${kept.join(" AND ")})`;
      return `g${at} AS (${grouped({ ...meaning, from }, axis)})`;
    });
    const keys =
      axis === null
        ? "SELECT period, NULL AS member FROM periods"
        : terms.map((_, at) => `SELECT period, member FROM g${at}`).join(" UNION ");
    const figures = terms.map(({ kpi }, at) =>
      RATES.has(kpi) ? `g${at}.value AS t${at}` : `coalesce(g${at}.value, 0) AS t${at}`,
    );
    const joins = terms.map(
      (_, at) =>
        `LEFT JOIN g${at} ON g${at}.period = k.period AND g${at}.member IS NOT DISTINCT FROM k.member`,
    );
    return answerOf(
      await this.run(`WITH ${tables.join(", ")}, k AS (${keys}),
        f AS (SELECT k.period, k.member, ${figures.join()} FROM k ${joins.join(" ")})
        SELECT period, member, ${expression} FROM f`),
    );
  }

  private sql(kpi: string, axis: string | null): string {
    if (kpi === "RATIOVISITES") {
      const visits = grouped({ from: "visits_", date: "visited_on", value: "count(*)" }, axis);
      const orders = grouped(
        { from: "ordered", date: "ordered_on", value: "count(DISTINCT order_id)" },
        axis,
      );
      return `SELECT coalesce(a.period, b.period), coalesce(a.member, b.member), coalesce(a.value, 0) / b.value
        FROM (${visits}) a FULL JOIN (${orders}) b ON a.period = b.period AND a.member IS NOT DISTINCT FROM b.member`;
    }
    if (kpi === "DSO") {
      const split = axis !== null && !(axis in GRAINS);
      const recent = `SELECT ${split ? `"${axis}"` : "NULL"} AS member, CAST(sum(amount) AS DOUBLE) AS amount FROM bills
        WHERE issued_on BETWEEN DATE '2024-02-16' AND DATE '2024-05-15' GROUP BY 1`;
      const outstanding = grouped(MEANINGS.ENCOURS!, axis);
      if (axis === null)
        return `SELECT p.period, NULL, coalesce(a.value, 0) / nullif(r.amount, 0) * 90
          FROM periods p LEFT JOIN (${outstanding}) a ON a.period = p.period LEFT JOIN (${recent}) r ON true`;
      return `SELECT a.period, a.member, a.value / nullif(r.amount, 0) * 90
        FROM (${outstanding}) a LEFT JOIN (${recent}) r ON ${split ? "a.member = r.member" : "true"}`;
    }
    return grouped(MEANINGS[kpi]!, axis);
  }
}

function grouped({ from, date, value }: Meaning, axis: string | null): string {
  // What is expected may lie ahead; everything else has happened, or counts in no period.
  const last = date === "expected_on" ? "p.last" : `least(p.last, DATE '${ORACLE_DATA_DATE}')`;
  const member = axis === null ? "NULL" : (GRAINS[axis]?.(date) ?? `"${axis}"`);
  return `SELECT p.period, ${member} AS member, CAST(${value} AS DOUBLE) AS value
    FROM ${from} JOIN periods p ON ${date} BETWEEN p.first AND ${last} GROUP BY 1, 2`;
}
