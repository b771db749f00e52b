import { z } from "zod";
import { failure } from "../sales/failure";
import type { Page } from "./page";

export type Rows = Pick<Page, "rows" | "rejected">;

/** A database id, as a number or (Dolibarr) as text. */
export const recordId = z.union([
  z.number().int().nonnegative(),
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
]);

const IDENTIFIED = z.looseObject({ id: recordId });
export type Identified = z.output<typeof IDENTIFIED>;

/** The records with their ids as numbers; undefined when one has none: it cannot be told from another. */
export function identified(records: readonly unknown[]): readonly Identified[] | undefined {
  const parsed = z.array(IDENTIFIED).safeParse(records);
  return parsed.success ? parsed.data : undefined;
}

/** Records in their shape, and those of another shape, set aside with what a person can look for: `sale.order 12`. */
export function readRecords<Shape extends z.ZodType>(
  records: readonly unknown[],
  shape: Shape,
  model: string,
): { readonly readable: z.output<Shape>[]; readonly rejected: NonNullable<Page["rejected"]> } {
  const parsed = records.map((record) => ({ record, result: shape.safeParse(record) }));
  return {
    readable: parsed.flatMap(({ result }) => (result.success ? [result.data] : [])),
    rejected: parsed.flatMap(({ record, result }) =>
      result.success
        ? []
        : [
            {
              origin: originOf(model, record),
              failure: failure("row-unreadable", { field: pathOf(result.error) }),
            },
          ],
    ),
  };
}

/** What a person can look for in the CRM. */
export const originOf = (model: string, record: unknown): string => {
  const id = IDENTIFIED.safeParse(record);
  return id.success ? `${model} ${id.data.id}` : model;
};

const pathOf = (error: z.ZodError): string => error.issues[0]?.path.join(".").slice(0, 60) ?? "";
