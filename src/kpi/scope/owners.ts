import type { TableName } from "../../sales/schema";
import type { SalesData } from "../../sales/tables";
import type { DimensionId } from "../definition";
import { columnSpec, textColumn } from "../engine/columns";
import { UNKNOWN_CODE } from "../engine/directory";
import type { Members } from "../engine/members";

/** Tables whose rows have an owner. A campaign belongs to nobody. */
export const OWNED_TABLES = [
  "order_lines",
  "invoice_lines",
  "visits",
  "opportunities",
  "leads",
  "invoices",
  "contacts_in",
] as const satisfies readonly TableName[];
export type OwnedTable = (typeof OWNED_TABLES)[number];

/** By row: the salesperson's code. A row that names none (an inbound contact) is its customer's salesperson's. */
export function salespersonCodes(data: SalesData, members: Members, table: OwnedTable): Int32Array {
  if (columnSpec(table, "salesperson_id")) return members.codes(table, "commercial");
  const ofCustomer = members.codes("customers", "commercial");
  const rowOf = members.rowById("customers");
  const { codes, dictionary } = textColumn(data.tables[table], "customer_id");
  const byCustomer = dictionary.map((id) => ofCustomer[rowOf.get(id) ?? -1] ?? UNKNOWN_CODE);
  return codes.map((code) => byCustomer[code] ?? UNKNOWN_CODE);
}

/** By row: the member that a row is itself or bears: its id as a salesperson, its region, its team. */
export function ownCodes(
  data: SalesData,
  members: Members,
  table: TableName,
  column: string,
  dimension: DimensionId,
): Int32Array {
  const { codes, dictionary } = textColumn(data.tables[table], column);
  const byText = dictionary.map((text) => members.codeOfText(dimension, text));
  return codes.map((code) => byText[code] ?? UNKNOWN_CODE);
}
