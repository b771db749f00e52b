import { failed, type Result, success } from "../../sales/failure";
import type { SalesData } from "../../sales/tables";
import { Members } from "../engine/members";

/**
 * The part of the sales data that one reader is given: rows of one of these regions and of one of these
 * salespeople, by name or id. A list left out (or empty) restricts nothing; both left out is no scope.
 */
export interface DataScope {
  readonly regions?: readonly string[];
  readonly salespeople?: readonly string[];
}

/** A scope whose names are understood, over the whole data. */
export interface ResolvedScope {
  readonly members: Members;
  /** Codes of the directories of `members`; undefined restricts nothing. */
  readonly regions: ReadonlySet<number> | undefined;
  readonly salespeople: ReadonlySet<number> | undefined;
  /** Names that people read, each once: `["Nord", "Martin (17)"]`, regions first. */
  readonly names: readonly string[];
  /** The first names as one: `Nord, Sud, Est…`. */
  readonly label: string;
}

const NAMES_IN_LABEL = 3;

/**
 * Understands a scope's names as the engine does; "Toutes" and the like are no member here. Fails with
 * `member-unknown` {dimension, member, nearest?}, or `argument-invalid` {argument: "scope"} when nothing is named.
 */
export function resolveScope(
  data: SalesData,
  { regions = [], salespeople = [] }: DataScope,
): Result<ResolvedScope> {
  if (regions.length + salespeople.length === 0) return failed("argument-invalid", { argument: "scope" });
  const members = new Members(data);
  const ofRegion = codesOf(members, "region", regions);
  if (!ofRegion.ok) return ofRegion;
  const ofSalesperson = codesOf(members, "commercial", salespeople);
  if (!ofSalesperson.ok) return ofSalesperson;
  const names = [
    ...labelsOf(members, "region", ofRegion.value),
    ...labelsOf(members, "commercial", ofSalesperson.value),
  ];
  return success({
    members,
    regions: regions.length > 0 ? ofRegion.value : undefined,
    salespeople: salespeople.length > 0 ? ofSalesperson.value : undefined,
    names,
    label: names.slice(0, NAMES_IN_LABEL).join(", ") + (names.length > NAMES_IN_LABEL ? "…" : ""),
  });
}

type Owner = "region" | "commercial";

function codesOf(members: Members, dimension: Owner, names: readonly string[]): Result<ReadonlySet<number>> {
  const directory = members.directory(dimension);
  const codes = new Set<number>();
  for (const name of names) {
    const code = directory.find(name.trim());
    if (code === undefined) {
      const near = directory.nearest(name.trim());
      return failed("member-unknown", {
        dimension,
        member: name,
        ...(near !== undefined && { nearest: near }),
      });
    }
    codes.add(code);
  }
  return success(codes);
}

const labelsOf = (members: Members, dimension: Owner, codes: ReadonlySet<number>): string[] =>
  Array.from(codes, (code) => members.directory(dimension).labels[code]!);
