import { type ColumnKind, type ColumnSpec, TABLE_NAMES, TABLES, type TableName } from "../../../sales/schema";
import type { Text } from "../../../sales/text";

export const SOURCE_TABLES = [...TABLE_NAMES, "targets"] as const;
/** A table that a file can fill. */
export type SourceTable = (typeof SOURCE_TABLES)[number];

/**
 * Something a heading may hold: a column of the schema, an attribute of what a row refers to (`customer.sector`: a flat
 * export carries it on each line), or a part from which a column is worked out (`unit_price`).
 */
export interface Field {
  readonly name: string;
  readonly caption: Text;
  readonly kind: ColumnKind;
  /** Nothing can stand in for it. */
  readonly required?: true;
  /** For a reference by id. */
  readonly table?: TableName;
  /** For an attribute: the table it describes a row of. */
  readonly of?: TableName;
}

const t = (fr: string, en: string): Text => ({ fr, en });

/** Fields that a table has beside its columns, or that must be there; all other columns may be missing. */
interface Extras {
  readonly required: readonly string[];
  readonly parts: readonly Field[];
}

const money = (name: string, caption: Text): Field => ({ name, caption, kind: "money" });
const STATE: Field = { name: "state", caption: t("Statut du document", "Document status"), kind: "text" };
const CURRENCY: Field = { name: "currency", caption: t("Devise", "Currency"), kind: "text" };

/** Parts of the money of a line. */
const LINE_PARTS: readonly Field[] = [
  money("unit_price", t("Prix unitaire", "Unit price")),
  { name: "discount", caption: t("Remise (%)", "Discount (%)"), kind: "share" },
  money("gross", t("Montant TTC", "Amount incl. tax")),
  money("tax", t("TVA", "VAT")),
  money("unit_cost", t("Coût unitaire", "Unit cost")),
  money("profit", t("Marge", "Profit")),
  STATE,
];

const EXTRAS: Readonly<Record<TableName, Extras>> = {
  salespeople: { required: ["name"], parts: [] },
  customers: { required: ["name"], parts: [] },
  products: { required: ["name"], parts: [] },
  points_of_sale: { required: ["name"], parts: [] },
  order_lines: { required: ["ordered_on", "revenue"], parts: LINE_PARTS },
  invoice_lines: { required: ["invoiced_on", "revenue"], parts: LINE_PARTS },
  visits: { required: ["visited_on"], parts: [] },
  opportunities: { required: ["amount"], parts: [] },
  leads: { required: ["created_on", "rating"], parts: [] },
  invoices: { required: ["issued_on", "due_on", "amount", "outstanding"], parts: [STATE] },
  campaigns: { required: ["sent_on", "delivered", "opened", "clicked"], parts: [] },
  contacts_in: { required: ["received_on", "reason"], parts: [] },
};

const TARGET_FIELDS: readonly Field[] = [
  { name: "kpi", caption: t("Indicateur", "KPI"), kind: "text", required: true },
  { name: "dimension", caption: t("Axe", "Dimension"), kind: "text" },
  { name: "member", caption: t("Membre", "Member"), kind: "text" },
  { name: "period", caption: t("Période", "Period"), kind: "text", required: true },
  { name: "value", caption: t("Valeur", "Value"), kind: "number", required: true },
];

/** Every field that a file of a table may fill. */
export function fieldsOf(table: SourceTable): readonly Field[] {
  if (table === "targets") return TARGET_FIELDS;
  return FIELDS[table];
}

/** The prefix under which a row carries what describes the row it refers to: `customer_id` → `customer`. */
export const carriedAs = (column: string): string => column.replace(/_id$/, "");

const FIELDS = Object.fromEntries(TABLE_NAMES.map((table) => [table, made(table)])) as Readonly<
  Record<TableName, readonly Field[]>
>;

function made(table: TableName): readonly Field[] {
  const { columns } = TABLES[table];
  const { required, parts } = EXTRAS[table];
  const own = columns.map((column): Field => fieldOf(column, required.includes(column.name)));
  const references = columns.filter(({ kind }) => kind === "ref");
  const carried = references.flatMap((column) => carriedFields(column, columns));
  const hasMoney = columns.some(({ kind }) => kind === "money");
  return [...own, ...carried, ...parts, ...(hasMoney ? [CURRENCY] : [])];
}

function fieldOf({ name, caption, kind, table }: ColumnSpec, required: boolean): Field {
  return { name, caption, kind, ...(required && { required }), ...(table && { table }) };
}

/** The name and the attributes of the row that a column refers to. */
function carriedFields({ name, table, caption }: ColumnSpec, own: readonly ColumnSpec[]): readonly Field[] {
  if (!table) return [];
  const prefix = carriedAs(name);
  return (
    TABLES[table].columns
      .filter((column) => column.name === "name" || (column.kind === "text" && column.optional))
      // A line's own region comes before its customer's.
      .filter((column) => column.name === "name" || !own.some((each) => each.name === column.name))
      .map((column) => ({
        name: `${prefix}.${column.name}`,
        caption: {
          fr: `${caption.fr} : ${column.caption.fr.toLowerCase()}`,
          en: `${caption.en}: ${column.caption.en.toLowerCase()}`,
        },
        kind: "text",
        of: table,
      }))
  );
}
