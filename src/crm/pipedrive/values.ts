import { z } from "zod";

export const text = z.string().nullish();
export const number = z.number().nullish();
/** The id of another record or of a field's option, as our tables name it; older answers give an option as text. */
export const reference = z
  .union([z.number().int(), z.string()])
  .nullish()
  .transform((id) => (id === null || id === undefined || id === "" || id === 0 ? undefined : String(id)));
