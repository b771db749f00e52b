import { z } from "zod";
import type { TableName } from "../../sales/schema";
import { invalidAnswer } from "../kit";
import { type Ask, type Domain, fieldsOf, type Part, type People } from "./part";
import { LABEL, type ReadMethod } from "./protocol";
import type { Session } from "./session";
import { key, keys, moment, reference } from "./values";

/** Requests of pages, changes and sums: everything with the person's own rights and language, for one table. */
export interface Questions extends Ask {
  records(part: Part, domain: Domain, limit?: number): Promise<readonly unknown[]>;
  ids(model: string, domain: Domain): Promise<readonly number[]>;
  count(model: string, domain: Domain): Promise<number>;
  /** When the last of a model's records was changed, `2024-03-15 22:30:00` in UTC; none has no records. */
  newest(model: string): Promise<string | undefined>;
  /** Any other method, with its named arguments. */
  ask<T>(
    model: string,
    method: ReadMethod,
    named: Readonly<Record<string, unknown>>,
    shape: z.ZodType<T>,
  ): Promise<T>;
}

const BY_ID = "id asc";
const USER = z.object({ id: key, partner_id: reference });
const RECORDS = z.array(z.unknown());

export function questions(session: Session, signal: AbortSignal, table?: TableName): Questions {
  const { client, context, rights } = session;
  const ask: Questions["ask"] = (model, method, named, shape) => {
    const question = { model, method, named: { ...named, context }, ...(table && { table }) };
    return client.ask(question, shape, signal);
  };
  const read = (model: string, domain: Domain, fields: readonly string[], limit?: number) =>
    ask(model, "search_read", { domain, fields, order: BY_ID, ...(limit && { limit }) }, RECORDS);
  const fieldsHere = (model: string, { needed, optional }: Part["fields"]) => [
    ...needed,
    ...optional.filter((field) => rights.has(model, field)),
  ];
  const all: Ask["all"] = async (model, domain, shape) => {
    const records = z.array(shape).safeParse(await read(model, domain, fieldsHere(model, fieldsOf(shape))));
    if (records.success) return records.data;
    throw invalidAnswer(LABEL.fr, table);
  };
  return {
    company: session.company,
    currencies: session.currencies,
    dayOf: session.dayOf,
    reads: rights.reads,
    ask,
    all,
    records: ({ model, fields }, domain, limit) => read(model, domain, fieldsHere(model, fields), limit),
    ids: (model, domain) => ask(model, "search", { domain, order: BY_ID }, keys),
    count: (model, domain) => ask(model, "search_count", { domain }, z.number().int().nonnegative()),
    async newest(model) {
      const named = { domain: [], fields: ["write_date"], order: "write_date desc", limit: 1 };
      const [found] = await ask(model, "search_read", named, z.array(z.object({ write_date: moment })));
      return found?.write_date;
    },
    people: () => {
      // Asked once for a connection; after a failure, again.
      session.people ??= all("res.users", [["share", "=", false]], USER).then(peopleOf, (error) => {
        session.people = undefined;
        throw error;
      });
      return session.people;
    },
  };
}

const peopleOf = (users: readonly z.output<typeof USER>[]): People => ({
  users: new Set(users.map(({ id }) => id)),
  partners: new Set(users.flatMap(({ partner_id }) => partner_id?.id ?? [])),
});
