import type { TableName } from "../../../sales/schema";
import type { Value } from "../../../sales/tables";

type ByTable<T> = Readonly<Partial<Record<TableName, Readonly<Record<string, T>>>>>;

/**
 * One step from schema `from` to `from + 1`, as data. New tables and new optional columns need no mention: they are
 * empty.
 */
export interface Migration {
  readonly from: number;
  /** Old column name → new one. */
  readonly renamed: ByTable<string>;
  /** New required columns and what every old row gets. */
  readonly added: ByTable<Value>;
}
