import type { DataScope } from "../../../src/kpi/scope/resolve";
import type { TableName } from "../../../src/sales/schema";
import type { Row, Rows } from "../sales";

export const FACTS = [
  "order_lines",
  "invoice_lines",
  "visits",
  "opportunities",
  "leads",
  "invoices",
  "contacts_in",
] as const;

/** The scope's rows, told row by row in the plainest words. */
export function expected(rows: Rows, { regions, salespeople }: DataScope) {
  const find = (table: TableName, id: unknown): Row | undefined => rows[table]?.find((row) => row.id === id);
  const inRegion = (region: unknown) => !regions || regions.includes(String(region));
  const theirs = (id: unknown) => !salespeople || salespeople.includes(String(id));
  const facts = FACTS.flatMap((table) =>
    (rows[table] ?? [])
      .filter((row) => {
        const customer = find("customers", row.customer_id);
        const region =
          row.region ??
          customer?.region ??
          find("points_of_sale", row.point_of_sale_id)?.region ??
          find("salespeople", row.salesperson_id)?.region;
        return (
          inRegion(region) && theirs(table === "contacts_in" ? customer?.salesperson_id : row.salesperson_id)
        );
      })
      .map((row) => ({ table, row })),
  );
  const named = (column: string) => new Set(facts.map(({ row }) => row[column]));
  const kept = (table: TableName, column: string, own: (row: Row) => boolean) =>
    (rows[table] ?? []).filter((row) => named(column).has(row.id ?? null) || own(row));
  return {
    facts,
    salespeople: kept("salespeople", "salesperson_id", (row) => inRegion(row.region) && theirs(row.id)),
    customers: kept("customers", "customer_id", (row) => inRegion(row.region) && theirs(row.salesperson_id)),
    products: kept("products", "product_id", () => false),
    points_of_sale: kept("points_of_sale", "point_of_sale_id", (row) => !salespeople && inRegion(row.region)),
  };
}
