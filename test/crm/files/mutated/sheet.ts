import { formatIsoDay } from "../../../../src/sales/calendar";
import type { Sale } from "./sales";

/** How one sheet is written; each mutation changes a part of it. */
export interface Writing {
  /** Column by column: what it holds, its heading, its cells. */
  readonly columns: readonly Column[];
  readonly above: readonly string[];
  readonly below: readonly string[];
  readonly delimiter: string;
  readonly encoding: string;
  readonly kind: "csv" | "xlsx" | "ods";
  readonly name: string;
  /** Amounts with a comma are quoted in a comma file, as a spreadsheet does; some programs do not. */
  readonly quotes: boolean;
}

export type Holds = "day" | "customer" | "region" | "product" | "seller" | "quantity" | "revenue" | "other";

export interface Column {
  readonly holds: Holds;
  readonly heading: string;
  readonly cells: readonly string[];
}

const HEADINGS: Readonly<Record<Exclude<Holds, "other">, string>> = {
  day: "Date de commande",
  customer: "Client",
  region: "Région",
  product: "Produit",
  seller: "Commercial",
  quantity: "Quantité",
  revenue: "Montant HT",
};

/** A clean export, as a program that is kind would write it. */
export function plainWriting(rows: readonly Sale[]): Writing {
  const column = (holds: Exclude<Holds, "other">, cell: (sale: Sale) => string): Column => ({
    holds,
    heading: HEADINGS[holds],
    cells: rows.map(cell),
  });
  return {
    columns: [
      column("day", ({ day }) => formatIsoDay(day)),
      column("customer", ({ customer }) => customer),
      column("region", ({ region }) => region),
      column("product", ({ product }) => product),
      column("seller", ({ seller }) => seller),
      column("quantity", ({ quantity }) => String(quantity)),
      column("revenue", ({ cents }) => (cents / 100).toFixed(2)),
    ],
    above: [],
    below: [],
    delimiter: ";",
    encoding: "utf-8",
    kind: "csv",
    name: "ventes",
    quotes: true,
  };
}

/** Changes the columns that hold something. */
export const withColumn = (writing: Writing, holds: Holds, change: (column: Column) => Column): Writing => ({
  ...writing,
  columns: writing.columns.map((column) => (column.holds === holds ? change(column) : column)),
});

export const withCells = (
  writing: Writing,
  holds: Holds,
  change: (cell: string, row: number) => string,
): Writing => withColumn(writing, holds, (column) => ({ ...column, cells: column.cells.map(change) }));

/** Adds a row behind the sales: `cells` by what a column holds; other columns repeat their first cell. */
export const withRow = (writing: Writing, cells: Partial<Record<Holds, string>>): Writing => ({
  ...writing,
  columns: writing.columns.map((column) => ({
    ...column,
    cells: [...column.cells, cells[column.holds] ?? column.cells[0] ?? ""],
  })),
});
