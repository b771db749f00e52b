import { z } from "zod";

/**
 * Tryton's JSON marks what JSON lacks: `{"__class__": "Decimal", "decimal": "12.50"}`, `date`, `datetime`. A shape
 * here accepts one of them and gives what the connector works with; anything else makes the record unreadable.
 */
export const decimal = z.union([
  z
    .object({ __class__: z.literal("Decimal"), decimal: z.string().regex(/^-?\d+(\.\d+)?(E[+-]?\d+)?$/) })
    .transform((value) => Number(value.decimal)),
  // A computed amount of nothing is a plain 0.
  z.number(),
]);

/** SQLite has no booleans: Tryton over it says 1 and 0. */
export const flag = z.union([z.boolean(), z.literal(0), z.literal(1)]).transform(Boolean);

/** A date as `2024-03-15`; of a moment, its day in UTC as Tryton stores it. */
export const day = z
  .object({
    __class__: z.enum(["date", "datetime"]),
    year: z.number().int(),
    month: z.number().int(),
    day: z.number().int(),
  })
  .transform((value) => [pad(value.year, 4), pad(value.month, 2), pad(value.day, 2)].join("-"));

const pad = (value: number, digits: number): string => String(value).padStart(digits, "0");

/** The database id of a record. */
export const key = z.number().int().nonnegative();

/** `sale.opportunity,12`, the form of a reference to any model. */
export const reference = z.templateLiteral([z.string().regex(/^[a-z_.]+/), ",", z.number().int()]);

/** The id that a reference holds when it points to a record of this model. */
export const referredTo = (model: string, value: string | null): number | undefined =>
  value?.startsWith(`${model},`) ? Number(value.slice(model.length + 1)) : undefined;
