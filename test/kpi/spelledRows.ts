import fc from "fast-check";
import type { TableName } from "../../src/sales/schema";
import type { Row, Rows } from "./sales";

/** The columns whose texts are members. */
const SPELLED: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  salespeople: ["team", "region"],
  customers: ["sector", "region"],
  products: ["family"],
  points_of_sale: ["region"],
  order_lines: ["region"],
  invoice_lines: ["region"],
  opportunities: ["stage"],
  leads: ["source"],
  contacts_in: ["channel"],
};

const WAYS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
  (text) => ` ${text} `,
  (text) => text.normalize("NFD"),
  (text) => text.normalize("NFD").replace(/\p{M}/gu, ""),
  (text) => `${text.slice(0, 1)}\u200B${text.slice(1)}`,
  (text) => `\uFEFF${text}`,
];

/** The same rows, each text of a member in some spelling of its own. */
export const misspelled = (rows: Rows): fc.Arbitrary<Rows> =>
  fc.infiniteStream(fc.constantFrom(...WAYS)).map((ways) => {
    const again = (row: Row, columns: readonly string[]): Row => ({
      ...row,
      ...Object.fromEntries(
        columns.map((column) => {
          const text = row[column];
          return [column, typeof text === "string" ? ways.next().value!(text) : (text ?? null)];
        }),
      ),
    });
    return Object.fromEntries(
      Object.entries(rows).map(([table, own]) => {
        const columns = SPELLED[table as TableName] ?? [];
        return [table, own.map((row) => again(row, columns))];
      }),
    );
  });

/** A member's name as its plain spelling would be compared: written apart from the engine's own folding. */
export const plainly = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(/[\u0300-\u036f\u200b\ufeff]/g, "")
    .trim()
    .toLocaleLowerCase("fr");
