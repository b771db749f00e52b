import { z } from "zod";
import { failure } from "../../sales/failure";
import type { ChangesPage } from "../changes";
import type { Page } from "../page";

/** Rows of some records, those that were set aside, and, of changes, the ids of rows that are no more. */
export type Rows = Pick<ChangesPage, "rows" | "rejected" | "gone">;

/** A record in the shape that was promised, with what a person can look for in the CRM: `sale.order 12`. */
export interface Readable<T> {
  readonly record: T;
  readonly origin: string;
}

/** Records in their shape, and those of another shape, set aside; the others of their page are kept. */
export function readRecords<Shape extends z.ZodType>(
  records: readonly unknown[],
  shape: Shape,
  originOf: (record: unknown) => string,
): { readonly readable: Readable<z.output<Shape>>[]; readonly rejected: NonNullable<Page["rejected"]> } {
  const readable: Readable<z.output<Shape>>[] = [];
  const rejected: NonNullable<Page["rejected"]>[number][] = [];
  for (const record of records) {
    const parsed = shape.safeParse(record);
    const origin = originOf(record);
    if (parsed.success) readable.push({ record: parsed.data, origin });
    else rejected.push({ origin, failure: failure("row-unreadable", { field: pathOf(parsed.error) }) });
  }
  return { readable, rejected };
}

/** The place where a record is not as promised. Tryton's names of related records end with a dot of their own. */
const pathOf = (error: z.ZodError): string =>
  (error.issues[0]?.path ?? []).join(".").replaceAll("..", ".").slice(0, 60);

/** A database id, as a number or (Dolibarr) as text. */
export const recordId = z.union([
  z.number().int().nonnegative(),
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
]);

// Shapes are built once: building one a record cost four fifths of a refresh.
const IDENTIFIED = z.looseObject({ id: recordId });
const ALL_IDENTIFIED = z.array(IDENTIFIED);
export type Identified = z.output<typeof IDENTIFIED>;

/** The records with their ids as numbers; undefined when one has none: it cannot be told from another. */
export const identified = (records: readonly unknown[]): readonly Identified[] | undefined =>
  ALL_IDENTIFIED.safeParse(records).data;

/** `sale.order 12`, for models whose records have a number. */
export const originIn =
  (model: string) =>
  (record: unknown): string => {
    const id = idOf(record);
    return id === undefined ? model : `${model} ${id}`;
  };

/** A record's number as text; undefined when it has none. */
export function idOf(record: unknown): string | undefined {
  const found = IDENTIFIED.safeParse(record);
  return found.success ? String(found.data.id) : undefined;
}

/** The beginning of the next page: after the highest number of this one. */
export const placeAfter = (records: readonly unknown[]): string =>
  String(Math.max(...(identified(records) ?? []).map(({ id }) => id)));
