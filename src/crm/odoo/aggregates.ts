import { z } from "zod";
import type { Text } from "../../sales/text";
import type { CrmAggregate, LoadEstimate } from "../reconciliation";
import type { Part, Sum } from "./part";
import { type Questions, questions } from "./questions";
import type { Session } from "./session";
import { reference } from "./values";

/** A page of records takes about three questions: itself and what its rows refer to. */
const QUESTIONS_A_PAGE = 3;
/** `read_group` was replaced in this version. */
const FORMATTED_SINCE = 19;

const WITH_EXTRA: Text = {
  fr: "Vigie ajoute un membre pour ce qui n'est attribué à personne, ou n'a pas d'article.",
  en: "Vigie adds a member for what is assigned to nobody, or has no product.",
};

const WITHOUT_RATE: Text = {
  fr: "Odoo a aussi des montants dans une devise sans taux : leurs lignes sont écartées, ils ne sont pas comptés ici.",
  en: "Odoo also holds amounts in a currency without rate: their rows are set aside, they are not counted here.",
};

/** Odoo's own counts and sums over the very domains that are read. */
export async function aggregatesOf(session: Session, signal: AbortSignal): Promise<readonly CrmAggregate[]> {
  const aggregates: CrmAggregate[] = [];
  for (const table of session.rights.tables) {
    const ask = questions(session, signal, table);
    const parts = session.partsOf(table);
    let rows = 0;
    const sums = new Map<string, Summed>();
    for (const part of parts) {
      rows += await ask.count(part.model, part.domain(ask));
      for (const sum of part.sums)
        sums.set(sum.measure, added(sums.get(sum.measure), await sumOf(part, sum, ask, session)));
    }
    const more = parts.some(({ extra }) => extra.length > 0) && { difference: WITH_EXTRA };
    aggregates.push({ table, measure: "rows", value: rows, ...more });
    for (const [measure, { value, rated }] of sums)
      aggregates.push({ table, measure, value, ...(!rated && { difference: WITHOUT_RATE }) });
  }
  return aggregates;
}

/** What a full load will ask: pages of every part, and the questions around them. */
export async function estimateOf(session: Session, signal: AbortSignal): Promise<LoadEstimate> {
  const ask = questions(session, signal);
  let [rows, calls] = [0, 0];
  for (const { part } of session.rights.contents) {
    const count = await ask.count(part.model, part.domain(ask));
    rows += count;
    calls += (Math.floor(count / session.pageSize) + 1) * QUESTIONS_A_PAGE;
  }
  return { rows, calls };
}

/** A sum in the company's currency, and whether every currency in it had a rate. */
interface Summed {
  readonly value: number;
  readonly rated: boolean;
}

const added = (one: Summed | undefined, other: Summed): Summed => ({
  value: (one?.value ?? 0) + other.value,
  rated: (one?.rated ?? true) && other.rated,
});

async function sumOf(part: Part, sum: Sum, ask: Questions, session: Session): Promise<Summed> {
  const groups = await groupsOf(part, sum, ask, session.client.version);
  const rates = groups.map(({ currency }) =>
    currency === undefined ? 1 : session.currencies.rates[currency],
  );
  const value = groups.reduce((total, { amount }, at) => total + amount * (rates[at] ?? 0), 0);
  return { value: value * (sum.sign ?? 1), rated: !rates.includes(undefined) };
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
