import type { Lack } from "../../sales/lack";
import { type Note, note } from "../../sales/note";
import { type ColumnSpec, TABLE_NAMES, TABLES, type TableName } from "../../sales/schema";
import type { Language } from "../../sales/text";
import { carriedAs } from "./columns/fields";
import type { SheetTable } from "./tables/sheetTable";
import type { TablePart } from "./tables/tablePart";

/** Tables that can do without a file: made from what others refer to, or replaced by order lines. */
const NEEDLESS: ReadonlySet<TableName> = new Set([
  "salespeople",
  "customers",
  "products",
  "points_of_sale",
  "invoice_lines",
]);
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

type Loaded = ReadonlyMap<TableName, readonly TablePart[]>;

/** The tables and columns without which KPIs have no answer. */
export function absentData(loaded: Loaded): readonly Lack[] {
  const tables = TABLE_NAMES.filter((table) => !loaded.has(table) && !NEEDLESS.has(table));
  const captions = (language: Language) => tables.map((table) => TABLES[table].caption[language]).join(", ");
  const costless = SALES_LINES.filter((table) => isCostless(loaded.get(table) ?? []));
  return [
    ...(tables.length > 0
      ? [
          {
            fr: `Sans fichier : ${captions("fr")}.`,
            en: `No file: ${captions("en")}.`,
            missing: tables.map((table) => ({ table })),
          },
        ]
      : []),
    ...(costless.length > 0
      ? [
          {
            fr: "Sans coûts.",
            en: "No costs.",
            missing: costless.map((table) => ({ table, column: "cost" })),
          },
        ]
      : []),
  ];
}

const SALES_LINES = ["order_lines", "invoice_lines"] as const satisfies readonly TableName[];

const isCostless = (parts: readonly TablePart[]): boolean =>
  parts.length > 0 &&
  !parts.some(({ sheet }) => ["cost", "unit_cost", "profit"].some((field) => sheet.fills(field)));

/** The columns of loaded tables that something stands in for. */
export function* absenceNotes(loaded: Loaded): Generator<Note> {
  for (const [table, parts] of loaded) for (const part of parts) yield* absentColumns(table, part);
  const orders = loaded.get("order_lines") ?? [];
  if (orders.length > 0 && !orders.some(({ sheet }) => sheet.fills("invoiced_on")))
    yield note("invoicing-absent", {}, "order_lines");
}

const isSalesLines = (table: TableName): boolean => SALES_LINES.some((name) => name === table);

const hasStandIn = (table: TableName, { name, optional }: ColumnSpec): boolean =>
  STAND_INS.includes(name) && (!optional || (isSalesLines(table) && name !== "order_id"));

/** A line without its own region takes its customer's: told when the sheet gives neither and no other file could. */
const isRegionAbsent = (table: TableName, name: string, sheet: SheetTable): boolean =>
  name === "region" && isSalesLines(table) && !sheet.fills("customer.region") && !sheet.fills("customer_id");

function* absentColumns(table: TableName, { sheet }: TablePart): Generator<Note> {
  for (const column of TABLES[table].columns) {
    const { name } = column;
    const isFilled =
      sheet.column(name) ?? sheet.column(`${carriedAs(name)}.name`) ?? sheet.entry.constants?.[name];
    if (isFilled === undefined && (hasStandIn(table, column) || isRegionAbsent(table, name, sheet)))
      yield note("column-absent", { file: sheet.sheet.name, column: name }, table);
  }
}
