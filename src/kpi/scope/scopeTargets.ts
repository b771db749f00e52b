import type { SalesData } from "../../sales/tables";
import type { Target } from "../../sales/targets";
import type { DimensionId } from "../definition";
import { parseAxis } from "../dimensions";
import { textColumn } from "../engine/columns";
import { UNKNOWN_CODE } from "../engine/directory";
import { Members } from "../engine/members";
import { belonging, type PlacedTable } from "./belonging";
import { ownCodes } from "./owners";
import type { ResolvedScope } from "./resolve";

/** Name of a member in the data of its scope; undefined for a member that is not the scope's own. */
export type NameInScope = (axis: string, member: string) => string | undefined;

/**
 * Tells the scope's own members from others and gives their names in `scoped`, the scope's data (`Martin`, once
 * another Martin is out of it). Own are: regions and points of sale (unless the scope names salespeople),
 * salespeople, customers, and teams that lie wholly in the scope. The total, products and sectors are shared with
 * others and never own.
 */
export function namesInScope(data: SalesData, scope: ResolvedScope, scoped: SalesData): NameInScope {
  const owned = ownedMembers(data, scope);
  const scopedMembers = new Members(scoped);
  return (name, member) => {
    const axis = parseAxis(name);
    const dimension = OWNED_DIMENSIONS.find((owned) => axis.ok && axis.value === owned);
    if (!dimension) return undefined;
    const directory = scope.members.directory(dimension);
    const code = directory.find(member.trim());
    if (code === undefined || !owned[dimension].has(code)) return undefined;
    const there = scopedMembers.directory(dimension);
    const same = there.codeOfKey(directory.keyOf(code));
    if (same === UNKNOWN_CODE && code !== UNKNOWN_CODE) return undefined;
    return there.find(member.trim()) === same ? member : there.labels[same]!;
  };
}

/** The targets of the scope's own members, by their names in `scoped`; see `namesInScope`. */
export function scopeTargets(
  data: SalesData,
  targets: readonly Target[],
  scope: ResolvedScope,
  scoped: SalesData,
): readonly Target[] {
  const nameOf = namesInScope(data, scope, scoped);
  return targets.flatMap((target) => {
    const member = nameOf(target.dimension, target.member);
    return member === undefined ? [] : [{ ...target, member }];
  });
}

/** For a scope of one region or one salesperson, the member's targets also become the total's. Others have none. */
export function withTotals(
  targets: readonly Target[],
  { regions, salespeople }: ResolvedScope,
): readonly Target[] {
  const whole = (regions?.size ?? 0) + (salespeople?.size ?? 0) === 1;
  if (!whole) return targets;
  const sole: DimensionId = regions ? "region" : "commercial";
  const totals = targets.filter(({ dimension }) => {
    const axis = parseAxis(dimension);
    return axis.ok && axis.value === sole;
  });
  return [...totals.map((target) => ({ ...target, dimension: "", member: "" })), ...targets];
}

const OWNED_DIMENSIONS = ["region", "point de vente", "commercial", "client", "equipe"] as const;

/** By dimension: the codes of the members that lie wholly in the scope. */
type OwnedMembers = Readonly<Record<(typeof OWNED_DIMENSIONS)[number], ReadonlySet<number>>>;

function ownedMembers(data: SalesData, scope: ResolvedScope): OwnedMembers {
  const { members } = scope;
  const { placed } = belonging(data, scope);
  const codesOf = (table: PlacedTable, dimension: DimensionId): ReadonlySet<number> => {
    const { codes, dictionary } = textColumn(data.tables[table], "id");
    return new Set(
      placed[table].map((row) => members.directory(dimension).codeOfKey(dictionary[codes[row]!])),
    );
  };
  return {
    region: (scope.salespeople ? undefined : scope.regions) ?? new Set(),
    "point de vente": codesOf("points_of_sale", "point de vente"),
    commercial: codesOf("salespeople", "commercial"),
    client: codesOf("customers", "client"),
    equipe: wholeTeams(ownCodes(data, members, "salespeople", "team", "equipe"), placed.salespeople),
  };
}

/** Teams without a salesperson outside the scope. */
function wholeTeams(teams: Int32Array, salespeople: readonly number[]): ReadonlySet<number> {
  const inside = new Set(salespeople);
  const shared = new Set(teams.filter((_, row) => !inside.has(row)));
  return new Set(
    salespeople.map((row) => teams[row]!).filter((team) => team !== UNKNOWN_CODE && !shared.has(team)),
  );
}
