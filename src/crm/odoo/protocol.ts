import type { z } from "zod";
import type { TableName } from "../../sales/schema";

/** Named in failures. */
export const LABEL = { fr: "Odoo", en: "Odoo" };

/** Address, database and account of a connection. The address ends without a slash. */
export interface SignIn {
  readonly address: string;
  readonly database: string;
  /** Needed before Odoo 19. */
  readonly user: string | undefined;
  /** An API key; before Odoo 19 a password is one too. */
  readonly key: string;
}

/** A method of Odoo that only reads, with its named arguments. */
export interface Question {
  readonly model: string;
  readonly method: ReadMethod;
  readonly named: Readonly<Record<string, unknown>>;
  /** For failures. */
  readonly table?: TableName;
}

/** All that is ever called: nothing in this list writes. */
export const READ_METHODS = [
  "search",
  "search_read",
  "search_count",
  "fields_get",
  "context_get",
  "read_group",
  "formatted_read_group",
] as const;
export type ReadMethod = (typeof READ_METHODS)[number];

/** An Odoo that one person has signed in to. */
export interface OdooClient {
  /** 17, 19… */
  readonly version: number;
  /** The person's id among `res.users`. */
  readonly uid: number;
  /**
   * The result of a method in its shape. Throws FailureError: `source-no-right`, `source-module-missing` (there is no
   * such model), `source-refused` (the key was revoked), and what asking throws.
   */
  ask<T>(question: Question, shape: z.ZodType<T>, signal: AbortSignal): Promise<T>;
}
