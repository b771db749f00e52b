import { z } from "zod";
import { recordId } from "../kit";

/** Dolibarr says `null`, `""` or nothing at all for what is empty. */
const orEmpty = <T extends z.ZodType>(kind: T) =>
  z.union([z.literal("").transform(() => undefined), z.null().transform(() => undefined), kind]).optional();

export const id = recordId;
export const text = orEmpty(z.string());

/** Numbers come as text (`"12.50000000"`), as numbers in newer versions. */
export const number = orEmpty(
  z.union([
    z.number(),
    z
      .string()
      .regex(/^-?\d+(\.\d+)?([eE][+-]?\d+)?$/)
      .transform(Number),
  ]),
);

/** A reference: an id; 0 and -1 refer to nothing. */
export const reference = orEmpty(
  z.union([
    z.number().int(),
    z
      .string()
      .regex(/^-?\d{1,15}$/)
      .transform(Number),
  ]),
).transform((found) => (found !== undefined && found > 0 ? found : undefined));

const LAST_SECOND = Date.parse("9999-12-31T23:59:59Z") / 1_000;
const moment = z.number().int().min(-LAST_SECOND).max(LAST_SECOND);

/** Seconds since 1970. */
export const seconds = orEmpty(
  z.union([
    moment,
    z
      .string()
      .regex(/^-?\d{1,12}$/)
      .transform(Number)
      .pipe(moment),
  ]),
);
