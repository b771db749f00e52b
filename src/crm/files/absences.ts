import type { Lack } from "../../sales/lack";
import { type Note, note } from "../../sales/note";
import { type ColumnSpec, TABLE_NAMES, TABLES, type TableName } from "../../sales/schema";
import type { Language } from "../../sales/text";
import { carriedAs } from "./columns/fields";
import type { SheetTable } from "./tables/sheetTable";
import type { TablePart } from "./tables/tablePart";

const SALES_LINES: ReadonlySet<TableName> = new Set(["order_lines", "invoice_lines"]);
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

type Loaded = ReadonlyMap<TableName, readonly TablePart[]>;

/** The tables and columns without which KPIs have no answer. */
export function absentData(loaded: Loaded): readonly Lack[] {
  // Either kind of lines is enough to know what was sold.
  const tables = TABLE_NAMES.filter(
    (table) => !loaded.has(table) && !MADE_UP.has(table) && table !== "invoice_lines",
  );
  const captions = (language: Language) => tables.map((table) => TABLES[table].caption[language]).join(", ");
  const table = loaded.has("invoice_lines") ? "invoice_lines" : "order_lines";
  const lines = loaded.get(table) ?? [];
  const hasCosts = lines.some(({ sheet }) =>
    ["cost", "unit_cost", "profit"].some((field) => sheet.fills(field)),
  );
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
    ...(lines.length > 0 && !hasCosts
      ? [{ fr: "Sans coûts.", en: "No costs.", missing: [{ table, column: "cost" } as const] }]
      : []),
  ];
}

/** The columns of loaded tables that something stands in for. */
export function* absenceNotes(loaded: Loaded): Generator<Note> {
  for (const [table, parts] of loaded) for (const part of parts) yield* absentColumns(table, part);
  const orders = loaded.get("order_lines") ?? [];
  if (loaded.has("invoice_lines")) return;
  if (orders.length > 0 && !orders.some(({ sheet }) => sheet.fills("invoiced_on")))
    yield note("invoicing-absent", {}, "order_lines");
}

const hasStandIn = (table: TableName, { name, optional }: ColumnSpec): boolean =>
  STAND_INS.includes(name) && (!optional || (SALES_LINES.has(table) && name !== "order_id"));

/** A line without its own region takes its customer's: told when the sheet gives neither and no other file could. */
const isRegionAbsent = (table: TableName, name: string, sheet: SheetTable): boolean =>
  name === "region" &&
  SALES_LINES.has(table) &&
  !sheet.fills("customer.region") &&
  !sheet.fills("customer_id");

function* absentColumns(table: TableName, { sheet }: TablePart): Generator<Note> {
  for (const column of TABLES[table].columns) {
    const { name } = column;
    const isFilled =
      sheet.column(name) ?? sheet.column(`${carriedAs(name)}.name`) ?? sheet.entry.constants?.[name];
    if (isFilled === undefined && (hasStandIn(table, column) || isRegionAbsent(table, name, sheet)))
      yield note("column-absent", { file: sheet.sheet.name, column: name }, table);
  }
}
