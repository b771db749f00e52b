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

/**
 * The targets of the scope's own members: its regions and points of sale (unless it is narrowed to salespeople), its
 * salespeople, its customers, and teams that lie wholly in it. None of the total, of a product or of a sector: those
 * are shared with others. `scoped` is the scope's data: a member is called as it is there (`Martin`, once his
 * namesake is gone).
 */
export function scopeTargets(
  data: SalesData,
  targets: readonly Target[],
  scope: ResolvedScope,
  scoped: SalesData,
): readonly Target[] {
  const owned = ownedMembers(data, scope);
  const scopedMembers = new Members(scoped);
  return targets.flatMap((target) => {
    const axis = parseAxis(target.dimension);
    const dimension = OWNED_DIMENSIONS.find((owned) => axis.ok && axis.value === owned);
    if (!dimension) return [];
    const directory = scope.members.directory(dimension);
    const code = directory.find(target.member.trim());
    if (code === undefined || !owned[dimension].has(code)) return [];
    const there = scopedMembers.directory(dimension);
    const same = there.codeOfKey(directory.keyOf(code));
    if (same === UNKNOWN_CODE && code !== UNKNOWN_CODE) return [];
    return [there.find(target.member.trim()) === same ? target : { ...target, member: there.labels[same]! }];
  });
}

/**
 * In a copy of one region or of one salesperson, the total is that member: his targets are those of the total too.
 * Any other scope has no target of its own total.
 */
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

/** The teams none of whose people is outside. */
function wholeTeams(teams: Int32Array, salespeople: readonly number[]): ReadonlySet<number> {
  const inside = new Set(salespeople);
  const shared = new Set(teams.filter((_, row) => !inside.has(row)));
  return new Set(
    salespeople.map((row) => teams[row]!).filter((team) => team !== UNKNOWN_CODE && !shared.has(team)),
  );
}
