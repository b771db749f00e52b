import { z } from "zod";

/** Odoo's JSON says `false` for every empty value but a boolean's own. */
const orEmpty = <T extends z.ZodType>(kind: T) =>
  z.union([z.literal(false).transform(() => undefined), z.null().transform(() => undefined), kind]);

export const text = orEmpty(z.string());

/** The database id of a record. */
export const key = z.number().int().nonnegative();

/** A many2one: `[7, "Azure Interior"]`, the id and what the record is called. */
export const reference = orEmpty(
  z.tuple([key, text]).transform(([id, name]) => ({ id, name: name === "" ? undefined : name })),
);
export type Reference = z.output<typeof reference>;

/** One2many and many2many: ids. */
export const keys = z.array(key);

/** `2024-03-15`. */
export const date = orEmpty(z.string().regex(/^\d{4}-\d{2}-\d{2}$/));

/** `2024-03-15 22:30:00`, in UTC. */
export const moment = orEmpty(z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/));

export const flag = z.boolean();
export const number = z.number();

/** Ids without repetition, empty ones left out. */
export const idsOf = (references: readonly Reference[]): number[] => [
  ...new Set(references.flatMap((found) => found?.id ?? [])),
];
