import { salesData } from "../../sales/builder";
import { failed, type Result, success } from "../../sales/failure";
import { TABLE_NAMES, TABLES, type TableName } from "../../sales/schema";
import { type Rewrites, someRows } from "../../sales/someRows";
import type { SalesData, Value } from "../../sales/tables";
import { textColumn } from "../engine/columns";
import { type Belonging, belonging } from "./belonging";
import { OWNED_TABLES } from "./owners";
import { type DataScope, type ResolvedScope, resolveScope } from "./resolve";

/**
 * The data of one scope alone: what a colleague may be handed. Of every table only the scope's rows, dictionaries
 * made anew, so that no text and no amount of anyone else is left.
 *
 * - Facts: those whose region and salesperson, by the engine's fallbacks, are the scope's. An inbound contact counts
 *   for its customer's salesperson. What belongs to nobody is left out: campaigns, contacts without customer, leads
 *   without salesperson (unless `(non renseigné)` is the scope).
 * - Customers, salespeople, points of sale: those of the scope, and those its facts refer to; products: the latter.
 * - Of those only referred to, a region outside the scope is emptied; so is a customer's salesperson who is not kept.
 *   Neither decides a row's member: the fallback that decided stands before it.
 *
 * Every KPI then equals the whole engine's, filtered by the scope, except: NOUVEAUXCLIENTS and CLIENTSPERDUS look at
 * a customer's first and last order *within the scope* (the same for a region, unless the customer has none);
 * ENTRANTS and RECLAMATIONS, which cannot be filtered by salesperson, count his customers' contacts; TAUXOUVERTURE
 * and TAUXCLIC have nothing to count.
 *
 * Fails with `member-unknown`, `argument-invalid` (no scope) or `scope-empty` {scope} (no fact belongs to it).
 */
export function scopeData(data: SalesData, scope: DataScope): Result<SalesData> {
  const resolved = resolveScope(data, scope);
  if (!resolved.ok) return resolved;
  const own = belonging(data, resolved.value);
  if (OWNED_TABLES.every((table) => own.facts[table].length === 0))
    return failed("scope-empty", { scope: resolved.value.names });
  const rows = { ...keptRows(data, resolved.value, own), ...own.facts };
  const tables = TABLE_NAMES.map((name) =>
    someRows(data.tables[name], rows[name] ?? [], rewritesOf(name, rows, data, resolved.value, own)),
  );
  return success(salesData(data.provenance, tables));
}

/** Kept rows by table, ascending; a table not named keeps none. */
type KeptRows = Partial<Record<TableName, readonly number[]>>;

/** Of the tables that others refer to: what belongs to the scope, and what its facts refer to. */
function keptRows(data: SalesData, { members }: ResolvedScope, { facts, placed }: Belonging): KeptRows {
  const kept = new Map<TableName, Set<number>>(
    Object.entries({ ...placed, products: [] }).map(([table, rows]) => [table as TableName, new Set(rows)]),
  );
  for (const table of OWNED_TABLES) {
    for (const { name, table: referred } of TABLES[table].columns) {
      if (!referred) continue;
      const { codes, dictionary } = textColumn(data.tables[table], name);
      for (const code of new Set(facts[table].map((row) => codes[row]!))) {
        const row = members.rowById(referred).get(dictionary[code] ?? "");
        if (row !== undefined) kept.get(referred)?.add(row);
      }
    }
  }
  return Object.fromEntries(Array.from(kept, ([table, rows]) => [table, [...rows].sort((a, b) => a - b)]));
}

function rewritesOf(
  name: TableName,
  rows: KeptRows,
  data: SalesData,
  { members }: ResolvedScope,
  { regions }: Belonging,
): Rewrites {
  const region = (value: Value) =>
    value !== null && regions.has(members.codeOfText("region", String(value))) ? value : null;
  if (name === "salespeople" || name === "points_of_sale") return { region };
  if (name !== "customers") return {};
  const people = textColumn(data.tables.salespeople, "id");
  const kept = new Set((rows.salespeople ?? []).map((row) => people.dictionary[people.codes[row]!]));
  return { region, salesperson_id: (value) => (value !== null && kept.has(String(value)) ? value : null) };
}
