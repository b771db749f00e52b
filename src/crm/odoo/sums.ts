import { z } from "zod";
import type { Text } from "../../sales/text";
import type { Summed } from "../kit";
import type { Part, Sum } from "./part";
import type { Questions } from "./questions";
import type { Session } from "./session";
import { reference } from "./values";

/** `read_group` was replaced in this version. */
const FORMATTED_SINCE = 19;

const WITHOUT_RATE: Text = {
  fr: "Odoo a aussi des montants dans une devise sans taux : leurs lignes sont écartées, ils ne sont pas comptés ici.",
  en: "Odoo also holds amounts in a currency without rate: their rows are set aside, they are not counted here.",
};

/** A part's sum over the very domain that is read, in the company's currency. */
export async function sumOf(part: Part, sum: Sum, ask: Questions, session: Session): Promise<Summed> {
  const groups = await groupsOf(part, sum, ask, session.client.version);
  const rates = groups.map(({ currency }) =>
    currency === undefined ? 1 : session.currencies.rates[currency],
  );
  const value = groups.reduce((total, { amount }, at) => total + amount * (rates[at] ?? 0), 0);
  return {
    measure: sum.measure,
    value: value * (sum.sign ?? 1),
    difference: rates.includes(undefined) ? WITHOUT_RATE : undefined,
  };
}

interface Group {
  readonly currency: string | undefined;
  readonly amount: number;
}

async function groupsOf(
  { model, domain }: Part,
  { field, currency }: Sum,
  ask: Questions,
  version: number,
): Promise<readonly Group[]> {
  const formatted = version >= FORMATTED_SINCE;
  const groupby = currency === undefined ? [] : [currency];
  const answered = formatted ? `${field}:sum` : field;
  const shape = z.array(
    z.looseObject({
      // The sum over nothing is `false`.
      [answered]: z.union([z.number(), z.literal(false).transform(() => 0), z.null().transform(() => 0)]),
      ...(currency !== undefined && { [currency]: reference }),
    }),
  );
  const named = formatted
    ? { domain: domain(ask), groupby, aggregates: [answered] }
    : { domain: domain(ask), groupby, fields: [`${field}:sum`], lazy: false };
  const groups = await ask.ask(model, formatted ? "formatted_read_group" : "read_group", named, shape);
  return groups.map((group) => ({
    currency: currency === undefined ? undefined : nameOf(group[currency]),
    amount: Number(group[answered]),
  }));
}

const nameOf = (found: unknown): string | undefined =>
  z.object({ name: z.string() }).safeParse(found).data?.name;
