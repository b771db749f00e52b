import type { SalesData } from "../../sales/tables";
import type { KpiDefinition } from "../definition";
import { Members } from "../engine/members";
import { type RegisterEntry, registryOf } from "../register/entry";

/** A register without what names others. */
export interface ScopedRegister {
  readonly entries: readonly RegisterEntry[];
  /** Ids of the own indicators left out. */
  readonly leftOut: readonly string[];
}

/**
 * The entries that a scope's copy may hold: an own indicator stays where all members that its calculation names are in
 * the scope's data, for its text would tell of others.
 */
export function scopeRegister(entries: readonly RegisterEntry[], scoped: SalesData): ScopedRegister {
  const registry = registryOf(entries);
  const members = new Members(scoped);
  const leftOut = entries
    .filter(({ kpi, own }) => {
      const definition = own && registry.get(kpi);
      return own && !(definition && isWithin(definition, members));
    })
    .map(({ kpi }) => kpi);
  return { entries: entries.filter(({ kpi }) => !leftOut.includes(kpi)), leftOut };
}

const isWithin = ({ value }: KpiDefinition, known: Members): boolean =>
  value.kind !== "calculation" ||
  value.terms
    .flatMap(({ filters }) => filters)
    .every(({ axis, members }) =>
      members.every((member) => known.directory(axis).find(member) !== undefined),
    );
