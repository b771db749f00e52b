import { z } from "zod";

/** The id of a record; Dataverse writes it in lower case. */
export const key = z.guid().toLowerCase();
export const text = z.string();
export const number = z.number();
export const whole = z.number().int();
/** `2024-03-15`, or a moment in UTC: `2024-03-15T22:30:00Z`. */
export const moment = z.string().regex(/^\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?$/);

/** The words of a choice, or the name of what a lookup points to. */
export const wordsOf = <Column extends string>(
  column: Column,
): `${Column}@OData.Community.Display.V1.FormattedValue` =>
  `${column}@OData.Community.Display.V1.FormattedValue`;
/** What kind of record a lookup points to: `account`, `contact`. */
export const kindOf = <Column extends string>(
  column: Column,
): `${Column}@Microsoft.Dynamics.CRM.lookuplogicalname` =>
  `${column}@Microsoft.Dynamics.CRM.lookuplogicalname`;

/** What Dynamics leaves empty where our schema wants a word. */
export const UNKNOWN = "(non renseigné)";
