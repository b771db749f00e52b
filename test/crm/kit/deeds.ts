/** A record of a fake CRM, by where it stands. */
export interface Place {
  readonly model: string;
  readonly id: string | number;
}

/** One field of one record, and what somebody makes of it. */
export interface Deed extends Place {
  readonly field: string;
  readonly value: unknown;
}

export interface Recorded extends Place {
  readonly values: Readonly<Record<string, unknown>>;
}

const DAY = /^(\d{4}-\d{2})-\d{2}(?=$|[T ])/;
const NUMBER = /^-?\d+(\.\d+)?$/;

/**
 * Whatever a person may do to one field of one record: rename, count one more, flip, move to another day, refer to
 * another record. `refersTo` tells the ids that a reference may take; fields named in `fixed` are the CRM's own.
 */
export function deedsOn(
  records: readonly Recorded[],
  refersTo: (model: string, field: string, value: unknown) => readonly (string | number)[] | undefined,
  fixed: RegExp,
): readonly Deed[] {
  return records.flatMap(({ model, id, values }) =>
    Object.entries(values).flatMap(([field, value]) => {
      if (fixed.test(field)) return [];
      const others = refersTo(model, field, value);
      const made = others ? others.find((other) => other !== value) : changed(value);
      return made === undefined || made === value ? [] : [{ model, id, field, value: made }];
    }),
  );
}

function changed(value: unknown): unknown {
  if (typeof value === "boolean") return !value;
  if (typeof value === "number") return value + 1;
  if (typeof value !== "string") return undefined;
  if (value === "true" || value === "false") return String(value !== "true");
  if (DAY.test(value)) return value.replace(DAY, "$1-09");
  return NUMBER.test(value) ? String(Number(value) + 1) : `${value} bis`;
}

/** The ids of the model in which a value is one: what a reference by id leads to. */
export const idsBeside =
  (models: Readonly<Record<string, readonly (string | number)[]>>) =>
  (_model: string, _field: string, value: unknown): readonly (string | number)[] | undefined =>
    typeof value === "string" ? Object.values(models).find((ids) => ids.includes(value)) : undefined;
