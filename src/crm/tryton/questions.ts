import { z } from "zod";
import type { CurrencyTable } from "../../sales/currency";
import type { TableName } from "../../sales/schema";
import type { TrytonClient } from "./client";
import { type Ask, type Domain, fieldsOf } from "./part";
import type { Rights } from "./rights";
import { key } from "./values";

/** In whose name Tryton is asked. */
export interface Asker {
  readonly client: TrytonClient;
  /** The person's preferences, as Tryton's own client sends them with every question. */
  readonly context: Readonly<Record<string, unknown>>;
  readonly company: number;
  readonly currencies: CurrencyTable;
  readonly rights: Pick<Rights, "reads">;
}

/** Requests of the pages: everything with the connection's own rights, for one table. */
export interface Questions extends Ask {
  /** Raw records of a domain by id, at most `limit`. */
  records(
    model: string,
    domain: Domain,
    fields: readonly string[],
    limit: number,
  ): Promise<readonly unknown[]>;
  ids(model: string, domain: Domain): Promise<readonly number[]>;
}

const BY_ID = [["id", "ASC"]];

/** The questions that a table's pages ask, put to Tryton: searches and reads, nothing else. */
export function questions(asker: Asker, signal: AbortSignal, table?: TableName): Questions {
  const { client, context, company, currencies, rights } = asker;
  const ask = <T>(model: string, method: string, params: readonly unknown[], shape: z.ZodType<T>) =>
    client.call(`model.${model}.${method}`, [...params, context], shape, signal, {
      model,
      ...(table !== undefined && { table }),
    });
  return {
    company,
    currencies,
    reads: rights.reads,
    count: (model, domain) => ask(model, "search_count", [domain], z.number().int().nonnegative()),
    ids: (model, domain) => ask(model, "search", [domain, 0, null, BY_ID], z.array(key)),
    records: (model, domain, fields, limit) =>
      ask(model, "search_read", [domain, 0, limit, BY_ID, fields], z.array(z.unknown())),
    all: (model, domain: Domain, shape) =>
      ask(model, "search_read", [domain, 0, null, BY_ID, fieldsOf(shape)], z.array(shape)),
  };
}
