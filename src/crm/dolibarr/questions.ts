import { z } from "zod";
import { identified, invalidAnswer, recordId, unlessMissing } from "../kit";
import { LABEL } from "./answers";
import { customers, salespeople } from "./members";
import { type Ask, type Part, touchedSince } from "./part";
import { everyRecord } from "./reading";
import type { Session } from "./session";
import { id, text } from "./values";

const CATEGORIES = z.array(z.looseObject({ id, label: text }));
const PRODUCT_IDS = z.array(z.union([recordId, z.looseObject({ id }).transform((product) => product.id)]));
const STATES = z.array(z.looseObject({ id, name: text, nom: text, label: text }));
const REPRESENTATIVES = z.array(z.looseObject({ id }));

export interface Questions extends Ask {
  /** Whether a third party was changed since a moment of the database, customer or not. */
  customersMoved(since: string): Promise<boolean>;
}

/** The questions that rows ask, with the person's own rights; each answer is kept as long as the connection. */
export function questions(session: Session, signal: AbortSignal): Questions {
  const { client, memory } = session;
  const once = <T>(name: string, ask: () => Promise<T>): Promise<T> => {
    const known = memory.get(name) as Promise<T> | undefined;
    const asked = known ?? ask();
    memory.set(name, asked);
    // After a failure it is asked again.
    asked.catch(() => memory.delete(name));
    return asked;
  };
  const idsOf = async (part: Part) => {
    const records = await everyRecord(part, ["id"], { session, signal });
    return new Set((identified(records) ?? []).map((record) => record.id));
  };
  /** A list in its shape, or nothing where this person or this Dolibarr has none. */
  const optional = async <T>(
    resource: string,
    parameters: Record<string, string | number>,
    shape: z.ZodType<T>,
  ) => {
    const found = await unlessMissing(client.list(resource, parameters, signal));
    const parsed = shape.safeParse(found ?? []);
    if (parsed.success) return parsed.data;
    throw invalidAnswer(LABEL.fr);
  };
  return {
    dayOf: session.dayOf,
    choices: session.choices,
    users: () => once("users", () => idsOf(salespeople)),
    customers: () => once("customers", () => idsOf(customers)),
    customersMoved: (since) =>
      once(`moved ${since}`, async () => {
        const changed = { sqlfilters: touchedSince(since), sortfield: "t.rowid", limit: 1, page: 0 };
        return (await client.list(customers.resource, changed, signal)).length > 0;
      }),
    families: () =>
      once("families", async () => {
        const families = new Map<number, string>();
        const categories = await optional("categories", { type: "product", limit: 0 }, CATEGORIES);
        for (const { id: category, label } of categories ?? []) {
          const wanted = { category, ids_only: "true", limit: 0 };
          const members = await optional("products", wanted, PRODUCT_IDS);
          for (const product of members ?? [])
            if (label !== undefined && !families.has(product)) families.set(product, label);
        }
        return families;
      }),
    states: (country) =>
      once(`states ${country}`, async () => {
        const states = await optional("setup/dictionary/states", { country, limit: 0 }, STATES);
        return new Map(
          (states ?? []).flatMap(({ id: state, name, nom, label }) => {
            const called = name ?? nom ?? label;
            return called === undefined ? [] : [[state, called] as const];
          }),
        );
      }),
    representative: (thirdParty) =>
      once(`representative ${thirdParty}`, async () => {
        const found = await optional(`thirdparties/${thirdParty}/representatives`, {}, REPRESENTATIVES);
        return found?.[0]?.id;
      }),
  };
}
