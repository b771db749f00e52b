import { z } from "zod";
import type { Identified } from "./record";

/** Record → the ids of others, the primary one first. */
export type Associations = ReadonlyMap<string, readonly string[]>;

/** Ids come as text in HubSpot's description, as numbers in its answers. */
export const ANY_ID = z.union([
  z.string().regex(/^\d{1,20}$/),
  z.number().int().positive().transform(String),
]);

const LISTED = z.record(
  z.string(),
  z.object({ results: z.array(z.object({ id: ANY_ID, type: z.string() })) }),
);

/** `deal_to_company` is the primary company, `deal_to_company_unlabeled` any. */
const PRIMARY = /^[a-z]+_to_company$/;

/**
 * The ids of one kind (`companies`) that a record of a list is associated with; none when HubSpot names none, and
 * undefined when what it names cannot be read.
 */
export function idsWith(record: Identified, kind: string): readonly string[] | undefined {
  if (record.associations === undefined) return [];
  const told = LISTED.safeParse(record.associations).data;
  if (!told) return undefined;
  const others = new Map<string, boolean>();
  // HubSpot answers `line items` when asked for `line_items`.
  for (const [name, { results }] of Object.entries(told))
    if (name.replace(" ", "_") === kind)
      for (const { id, type } of results) others.set(id, (others.get(id) ?? false) || PRIMARY.test(type));
  return primaryFirst(others);
}

/** Records with associations asked for apart, in the form of a list's. */
export const withAssociations = (
  records: readonly Identified[],
  kind: string,
  found: Associations,
): readonly Identified[] =>
  records.map((record) => {
    const results = (found.get(record.id) ?? []).map((id, at) => ({ id, type: at === 0 ? FIRST : "other" }));
    return { ...record, associations: { ...(record.associations ?? {}), [kind]: { results } } };
  });

const FIRST = "first_to_company";

/** By id, but for those marked as primary. */
export const primaryFirst = (others: ReadonlyMap<string, boolean>): string[] =>
  [...others.entries()]
    .sort(([one, first], [other, second]) => Number(second) - Number(first) || Number(one) - Number(other))
    .map(([id]) => id);
