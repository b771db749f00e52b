import { z } from "zod";

/** Fields that every record of HubSpot carries, its number as text. The rest is judged by the part that reads it. */
export const RECORD = z.looseObject({ id: z.string().regex(/^\d{1,20}$/) });
export type Identified = z.output<typeof RECORD>;
