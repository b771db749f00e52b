import type { Connection } from "../../src/crm/connector";
import type { Page } from "../../src/crm/page";
import type { TableName } from "../../src/sales/schema";

const never = new AbortController().signal;

/** The rows of a table by id, as a workbook keeps them. */
type Rows = Map<string, Readonly<Record<string, unknown>>>;
export type Tables = Map<TableName, Rows>;

export async function everyPage(read: (cursor: string | undefined) => Promise<Page>): Promise<Page[]> {
  const pages: Page[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await read(cursor);
    pages.push(page);
    if (page.next === undefined) return pages;
    cursor = page.next;
  }
}

const byId = (pages: readonly Page[]): Rows =>
  new Map(pages.flatMap(({ rows }) => rows.map(({ values }) => [String(values.id), values])));

/** Everything that a connection gives. */
export async function fullTables(connection: Connection): Promise<Tables> {
  const tables: Tables = new Map();
  for (const table of connection.tables!)
    tables.set(table, byId(await everyPage((cursor) => connection.listPage(table, cursor, never))));
  return tables;
}

/** What a workbook holds after a refresh of what moved since a mark, and how many rows travelled for it. */
export async function changedTables(
  before: Tables,
  since: string,
  connection: Connection,
): Promise<{ readonly tables: Tables; readonly travelled: Readonly<Record<string, number>> }> {
  const feed = connection.changes!;
  const tables: Tables = new Map();
  const travelled: Record<string, number> = {};
  for (const table of connection.tables!) {
    const present = new Set(await feed.presentIds!(table, never));
    const changed = byId(await everyPage((cursor) => feed.list(table, since, cursor, never)));
    travelled[table] = changed.size;
    const rows = [...(before.get(table) ?? []), ...changed].filter(([id]) => present.has(id));
    tables.set(table, new Map(rows));
  }
  return { tables, travelled };
}

/** Tables without the order of their rows. */
export const inOrder = (tables: Tables) =>
  Object.fromEntries(
    [...tables].map(([table, rows]) => [table, [...rows].sort(([one], [other]) => (one < other ? -1 : 1))]),
  );
