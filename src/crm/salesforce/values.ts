import { z } from "zod";

/** The id of a record: 15 characters, or 18 with those that tell upper and lower case apart. */
export const key = z.string().regex(/^[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?$/);
export const text = z.string();
export const number = z.number();
export const flag = z.boolean();
/** `2024-03-15`. */
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** `2024-03-15T22:30:00.000+0000`, in UTC. */
export const moment = z.string().regex(/^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})$/);
/** Only organisations with several currencies have it. */
export const currency = z.string().nullish();

/** What Salesforce leaves empty where our schema wants a word. */
export const UNKNOWN = "(non renseigné)";
