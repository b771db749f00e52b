import { z } from "zod";
import type { EpochDay } from "../../sales/calendar";
import type { CurrencyTable } from "../../sales/currency";
import { FailureError, failure } from "../../sales/failure";
import type { Connection } from "../connector";
import { connectionTo, daysIn, invalidAnswer, type Summed, todayIn } from "../kit";
import { askMark, changedSince, countsOf, readMark } from "./changes";
import type { Content } from "./contents";
import { readsInvoicing } from "./orders";
import { LABEL, type OdooClient } from "./protocol";
import { questions } from "./questions";
import { pages, readingOf } from "./reading";
import { askRights } from "./rights";
import type { Session } from "./session";
import { sumOf } from "./sums";
import { key, keys, number, reference, text } from "./values";

/** A page of records takes about three questions: itself and what its rows refer to. */
const QUESTIONS_A_PAGE = 3;

export interface OpenOptions {
  /** The day the data is as of; default today where the person works. */
  readonly dataDate: EpochDay | undefined;
  readonly pageSize: number;
}

const PREFERENCES = z.looseObject({ lang: text.optional(), tz: text.optional() });
const WHO = z.array(z.object({ id: key, name: text, login: text, company_id: reference }));
const COMPANY = z.array(z.object({ id: key, currency_id: reference }));
const RATES = z.array(z.object({ id: key, name: z.string(), rate: number, rate_ids: keys }));

/**
 * The tables of the company that the signed-in person works for, with his own rights. Throws FailureError:
 * `source-no-company`, `source-module-missing`, `source-no-right`, and what asking throws.
 */
export async function openConnection(
  client: OdooClient,
  { dataDate, pageSize }: OpenOptions,
  signal: AbortSignal,
): Promise<Connection> {
  const preferences = await client.ask(
    { model: "res.users", method: "context_get", named: {} },
    PREFERENCES,
    signal,
  );
  const about = { lang: preferences.lang, tz: preferences.tz, active_test: false };
  const who = [["id", "=", client.uid]];
  const [user] = await read(client, "res.users", who, ["name", "login", "company_id"], about, WHO, signal);
  const company = user?.company_id?.id;
  if (company === undefined) throw new FailureError(failure("source-no-company", { source: LABEL.fr }));
  const context = { ...about, allowed_company_ids: [company] };
  const zone = preferences.tz ?? "UTC";
  const [rights, currencies] = await Promise.all([
    askRights(client, signal),
    currenciesOf(client, context, company, signal),
  ]);
  const dayOf = daysIn(zone);
  const session: Session = { client, rights, context, company, pageSize, currencies, dayOf };
  // Taken before the first row is read, and before anything is counted.
  const mark = await askMark(session, signal);
  const counts = await countsOf(session, signal);
  const asking = ({ table }: Content, asked: AbortSignal) => questions(session, asked, table);
  return connectionTo<Content, string>({
    label: LABEL.fr,
    granted: rights,
    about: {
      dataDate: dataDate ?? todayIn(zone, Date.now()),
      ...(user?.name !== undefined && { user: user.name }),
      currencies,
      ...(!readsInvoicing(rights.reads) && { invoicingDates: false }),
    },
    readingOf: (content, asked) => readingOf(content.part, asking(content, asked), pageSize),
    changes: {
      mark,
      since: readMark,
      counts,
      countSince({ part, table }, since, asked) {
        const ask = questions(session, asked, table);
        return ask.count(part.model, [...changedSince(part, since, rights), ...part.domain(ask)]);
      },
      readingOf(content, since, asked) {
        const ask = asking(content, asked);
        const { part } = content;
        const domain = [...changedSince(part, since, rights), ...part.domain(ask)];
        return pages(part, ask, pageSize, domain);
      },
    },
    measures: {
      calls: (records) => (Math.floor(records / pageSize) + 1) * QUESTIONS_A_PAGE,
      sums: async (content, asked) => {
        const sums: Summed[] = [];
        for (const sum of content.part.sums)
          sums.push(await sumOf(content.part, sum, asking(content, asked), session));
        return sums;
      },
    },
    begin: () => {
      session.people = undefined;
    },
  });
}

/** Today's rates: Odoo gives units of a currency for one of the company's. */
async function currenciesOf(
  client: OdooClient,
  context: Readonly<Record<string, unknown>>,
  company: number,
  signal: AbortSignal,
): Promise<CurrencyTable> {
  const mine = [["id", "=", company]];
  const active = [["active", "=", true]];
  const [[own], rated] = await Promise.all([
    read(client, "res.company", mine, ["currency_id"], context, COMPANY, signal),
    read(client, "res.currency", active, ["name", "rate", "rate_ids"], context, RATES, signal),
  ]);
  const reporting = own?.currency_id?.name;
  if (!reporting) throw invalidAnswer(LABEL.fr);
  const ownRate = rated.find(({ name }) => name === reporting)?.rate || 1;
  const rates = rated
    // Of a currency without rates Odoo says 1.
    .filter(({ name, rate, rate_ids }) => rate > 0 && (rate_ids.length > 0 || name === reporting))
    .map(({ name, rate }) => [name, ownRate / rate] as const);
  return { reporting, rates: Object.fromEntries(rates) };
}

const read = <T>(
  client: OdooClient,
  model: string,
  domain: readonly unknown[],
  fields: readonly string[],
  context: Readonly<Record<string, unknown>>,
  shape: z.ZodType<T>,
  signal: AbortSignal,
): Promise<T> =>
  client.ask({ model, method: "search_read", named: { domain, fields, context } }, shape, signal);
