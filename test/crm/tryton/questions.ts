/** A KPI question and the SQL that answers it over views.sql: one number, or members with numbers. */
export interface Question {
  readonly kpi: string;
  readonly axis?: string;
  readonly period?: string;
  readonly sql: string;
}

const YEAR = (column: string, year: string) => `${column} BETWEEN '${year}-01-01' AND '${year}-12-31'`;
const LINES = `order_lines l JOIN customers c ON c.id = l.party JOIN salespeople s ON s.id = l.employee
  JOIN products p ON p.id = l.product`;
const NONE = "(non renseigné)";
const grouped = (member: string, value: string, from: string, where = "1") =>
  `SELECT COALESCE(${member}, '${NONE}'), ${value} FROM ${from} WHERE ${where} GROUP BY 1`;
const OPEN = "status = 'open'";

/** A credit note takes back and is no order. */
const SALE = "revenue >= 0";

/** Every KPI that Tryton serves, in total, in a period and along its main axes. `today` is the data date. */
export const questionsOn = (today: string): readonly Question[] => [
  { kpi: "CA", sql: "SELECT SUM(revenue) FROM order_lines WHERE invoiced_on IS NOT NULL" },
  {
    kpi: "CA",
    period: "2024",
    sql: `SELECT SUM(revenue) FROM order_lines WHERE ${YEAR("invoiced_on", "2024")}`,
  },
  {
    kpi: "CA",
    period: "2025",
    sql: `SELECT SUM(revenue) FROM order_lines WHERE ${YEAR("invoiced_on", "2025")}`,
  },
  {
    kpi: "CA",
    axis: "mois",
    period: "2025",
    sql: `SELECT substr(invoiced_on, 1, 7), SUM(revenue) FROM order_lines WHERE ${YEAR("invoiced_on", "2025")} GROUP BY 1`,
  },
  { kpi: "CA", axis: "region", sql: grouped("c.region", "SUM(revenue)", LINES, "invoiced_on IS NOT NULL") },
  { kpi: "CA", axis: "secteur", sql: grouped("c.sector", "SUM(revenue)", LINES, "invoiced_on IS NOT NULL") },
  { kpi: "CA", axis: "commercial", sql: grouped("s.name", "SUM(revenue)", LINES, "invoiced_on IS NOT NULL") },
  { kpi: "CA", axis: "client", sql: grouped("c.name", "SUM(revenue)", LINES, "invoiced_on IS NOT NULL") },
  { kpi: "CA", axis: "produit", sql: grouped("p.name", "SUM(revenue)", LINES, "invoiced_on IS NOT NULL") },
  {
    kpi: "MONTANTCOMMANDES",
    axis: "famille",
    period: "2024",
    sql: grouped("p.family", "SUM(revenue)", LINES, YEAR("ordered_on", "2024")),
  },
  { kpi: "MONTANTCOMMANDES", axis: "produit", sql: grouped("p.name", "SUM(revenue)", LINES) },
  { kpi: "MONTANTCOMMANDES", axis: "commercial", sql: grouped("s.name", "SUM(revenue)", LINES) },
  { kpi: "COMMANDES", sql: `SELECT COUNT(DISTINCT order_id) FROM order_lines WHERE ${SALE}` },
  {
    kpi: "COMMANDES",
    axis: "trimestre",
    period: "2024",
    sql: `SELECT substr(ordered_on, 1, 4) || '-T' || ((substr(ordered_on, 6, 2) + 2) / 3), COUNT(DISTINCT order_id)
      FROM order_lines WHERE ${SALE} AND ${YEAR("ordered_on", "2024")} GROUP BY 1`,
  },
  {
    kpi: "PANIERMOYEN",
    sql: `SELECT SUM(revenue) / COUNT(DISTINCT CASE WHEN ${SALE} THEN order_id END) FROM order_lines`,
  },
  {
    kpi: "MARGE",
    sql: "SELECT SUM(revenue - cost) FROM order_lines WHERE invoiced_on IS NOT NULL AND cost IS NOT NULL",
  },
  {
    kpi: "TAUXMARGE",
    period: "2025",
    sql: `SELECT SUM(revenue - cost) / SUM(revenue) FROM order_lines
      WHERE ${YEAR("invoiced_on", "2025")} AND cost IS NOT NULL`,
  },
  {
    kpi: "CLIENTSACTIFS",
    period: "2025",
    sql: `SELECT COUNT(DISTINCT party) FROM order_lines WHERE ${SALE} AND ${YEAR("ordered_on", "2025")}`,
  },
  {
    kpi: "NOUVEAUXCLIENTS",
    period: "2024-Q2",
    sql: `SELECT COUNT(*) FROM (SELECT party, MIN(ordered_on) AS first FROM order_lines WHERE ${SALE} GROUP BY 1)
      WHERE first BETWEEN '2024-04-01' AND '2024-06-30'`,
  },
  { kpi: "PIPE", sql: `SELECT SUM(amount * probability) FROM opportunities WHERE ${OPEN}` },
  {
    kpi: "PIPEBRUT",
    period: "2025",
    sql: `SELECT SUM(amount) FROM opportunities WHERE ${OPEN} AND ${YEAR("expected_on", "2025")}`,
  },
  {
    kpi: "OPPORTUNITES",
    axis: "commercial",
    sql: grouped("s.name", "COUNT(*)", "opportunities o JOIN salespeople s ON s.id = o.employee", OPEN),
  },
  {
    kpi: "OPPORTUNITES",
    axis: "etape",
    sql: `SELECT CASE state WHEN 'lead' THEN 'Piste' WHEN 'opportunity' THEN 'Opportunité'
      ELSE 'Convertie en vente' END, COUNT(*) FROM opportunities WHERE ${OPEN} GROUP BY 1`,
  },
  {
    kpi: "TAUXSIGNATURE",
    sql: `SELECT AVG(CASE status WHEN 'won' THEN 1.0 ELSE 0 END) FROM opportunities
      WHERE status <> 'open' AND end_date <= '${today}'`,
  },
  { kpi: "ENCOURS", sql: "SELECT SUM(outstanding) FROM invoices" },
  {
    kpi: "ENCOURS",
    axis: "client",
    sql: "SELECT c.name, SUM(outstanding) FROM invoices i JOIN customers c ON c.id = i.party GROUP BY 1",
  },
  {
    kpi: "ENCOURS",
    period: "2025",
    sql: `SELECT SUM(outstanding) FROM invoices WHERE ${YEAR("issued_on", "2025")}`,
  },
  { kpi: "ENCOURSECHU", sql: `SELECT SUM(outstanding) FROM invoices WHERE due_on < '${today}'` },
];
