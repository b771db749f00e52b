import type { TableName } from "../../../sales/schema";
import type { Value } from "../../../sales/tables";
import { from0 } from "./from0";
import type { Migration } from "./migration";

/** Every step, oldest first. */
const MIGRATIONS: readonly Migration[] = [from0];

/** The way to read a table written under schema `found` today. */
export interface Reading {
  /** Stored column names, in order, under their names of today. */
  readonly columns: readonly string[];
  /** Columns of today that were not stored, and the value of every row. */
  readonly added: Readonly<Record<string, Value>>;
}

/** Applies one migration after the other to a table's column names. */
export function readingOf(found: number, table: TableName, stored: readonly string[]): Reading {
  return MIGRATIONS.filter(({ from }) => from >= found).reduce<Reading>(
    ({ columns, added }, { renamed, added: more }) => ({
      columns: columns.map((name) => renamed[table]?.[name] ?? name),
      added: { ...added, ...more[table] },
    }),
    { columns: stored, added: {} },
  );
}
