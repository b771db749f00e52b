import type { SalesData } from "../../sales/tables";
import { OWNED_TABLES, type OwnedTable, ownCodes, salespersonCodes } from "./owners";
import type { ResolvedScope } from "./resolve";

/** Tables whose rows belong to a scope by what they say of themselves, whether or not a fact refers to them. */
export type PlacedTable = "salespeople" | "customers" | "points_of_sale";

/** Rows that belong to a scope, as ascending row numbers of the whole data. */
export interface Belonging {
  readonly facts: Readonly<Record<OwnedTable, readonly number[]>>;
  readonly placed: Readonly<Record<PlacedTable, readonly number[]>>;
  /** The regions that the scope may name: those asked for, else those of everything that belongs to it. */
  readonly regions: ReadonlySet<number>;
}

/**
 * A fact belongs by the engine's own fallbacks (`MEMBER_PATHS`): its region and its salesperson. A salesperson or
 * customer belongs by his region and by himself or his salesperson; a shop by its region, never to a salesperson.
 */
export function belonging(data: SalesData, scope: ResolvedScope): Belonging {
  const { members, regions, salespeople } = scope;
  const rowsOf = (regionCodes: Int32Array, people: Int32Array | undefined): number[] => {
    const rows: number[] = [];
    for (let row = 0; row < regionCodes.length; row++) {
      const there = regions?.has(regionCodes[row]!) ?? true;
      const theirs = salespeople === undefined || (people !== undefined && salespeople.has(people[row]!));
      if (there && theirs) rows.push(row);
    }
    return rows;
  };
  const seen = new Set<number>();
  const placed = (table: PlacedTable, people: Int32Array | undefined): number[] => {
    const codes = ownCodes(data, members, table, "region", "region");
    return note(rowsOf(codes, people), codes, seen);
  };
  const facts = Object.fromEntries(
    OWNED_TABLES.map((table) => {
      const codes = members.codes(table, "region");
      return [table, note(rowsOf(codes, salespersonCodes(data, members, table)), codes, seen)];
    }),
  ) as Record<OwnedTable, number[]>;
  return {
    facts,
    placed: {
      salespeople: placed("salespeople", ownCodes(data, members, "salespeople", "id", "commercial")),
      customers: placed("customers", members.codes("customers", "commercial")),
      points_of_sale: placed("points_of_sale", undefined),
    },
    regions: regions ?? seen,
  };
}

function note(rows: number[], codes: Int32Array, seen: Set<number>): number[] {
  for (const row of rows) seen.add(codes[row]!);
  return rows;
}
