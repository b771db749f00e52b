import { z } from "zod";

export const text = z.string().nullish();
export const number = z.number().nullish();
/** The id of another record, as our tables name it. */
export const reference = z
  .union([z.number().int(), z.string()])
  .nullish()
  .transform((id) => (id === null || id === undefined || id === "" || id === 0 ? undefined : String(id)));
/** An option of a field: its number, or in older answers the number as text. */
export const option = reference;
