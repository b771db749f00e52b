import type { Content } from "./contents";
import type { Reader } from "./reading";

/** A transaction of Dataverse may last two minutes, and dates its records before it ends. */
export const MARGIN_MS = 5 * 60_000;

/**
 * By `modifiedon`: the record itself, a parent whose columns its rows show, what points to it, or a day that has come.
 * Dataverse's own change tracking would need the right to read every record of the organisation, and knows neither
 * filters nor parents.
 */
export function movedSince({ part }: Content, since: Date, { access, today }: Reader): string {
  const moment = since.toISOString();
  const pointers = Object.entries(part.pointedToBy ?? {}).filter(([set]) => access.reads(set));
  const came = part.conditions(today).flatMap(({ comesTrueAt }) => comesTrueAt ?? []);
  return `(${[
    `modifiedon ge ${moment}`,
    ...part.touchedBy.map(({ path }) => `${path}/modifiedon ge ${moment}`),
    ...pointers.map(([, relation]) => `${relation}/any(one:one/modifiedon ge ${moment})`),
    ...came.map((column) => `${column} ge ${moment}`),
  ].join(" or ")})`;
}
