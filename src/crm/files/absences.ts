import { type Note, note } from "../../sales/note";
import { TABLE_NAMES, TABLES, type TableName } from "../../sales/schema";
import { carriedAs } from "./columns/fields";
import type { TablePart } from "./tables/tablePart";

const MADE_UP: ReadonlySet<TableName> = new Set(["salespeople", "customers", "products", "points_of_sale"]);
/** Columns that something stands in for when no heading fills them, and what then holds for all rows. */
const STAND_INS = [
  "quantity",
  "order_id",
  "channel",
  "salesperson_id",
  "product_id",
  "customer_id",
  "probability",
  "status",
];

/** What a set of files has not: tables, and columns that figures depend on. */
export function* absenceNotes(loaded: ReadonlyMap<TableName, readonly TablePart[]>): Generator<Note> {
  for (const table of TABLE_NAMES)
    if (!loaded.has(table) && !MADE_UP.has(table)) yield note("table-absent", { table }, table);
  for (const [table, parts] of loaded) for (const part of parts) yield* absentColumns(table, part);
  const orders = loaded.get("order_lines") ?? [];
  const fills = (field: string) => orders.some(({ sheet }) => sheet.fills(field));
  if (orders.length > 0 && !fills("invoiced_on")) yield note("invoicing-absent", {}, "order_lines");
  if (orders.length > 0 && !["cost", "unit_cost", "profit"].some(fills))
    yield note("cost-absent", {}, "order_lines");
}

function* absentColumns(table: TableName, { sheet }: TablePart): Generator<Note> {
  for (const { name, optional } of TABLES[table].columns) {
    const isFilled =
      sheet.column(name) ?? sheet.column(`${carriedAs(name)}.name`) ?? sheet.entry.constants?.[name];
    if (isFilled === undefined && STAND_INS.includes(name) && (!optional || name === "channel"))
      yield note("column-absent", { file: sheet.sheet.name, column: name }, table);
  }
}
