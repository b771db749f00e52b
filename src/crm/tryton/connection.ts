import { z } from "zod";
import { type EpochDay, parseIsoDay } from "../../sales/calendar";
import type { CurrencyTable } from "../../sales/currency";
import { FailureError, failure } from "../../sales/failure";
import type { Connection } from "../connector";
import { type CrmClock, changesLost, connectionTo, invalidAnswer } from "../kit";
import { LABEL, type TrytonClient } from "./client";
import type { Content } from "./contents";
import { questions } from "./questions";
import { readingOf } from "./reading";
import { askRights } from "./rights";
import { readsInvoicing } from "./sale";
import { day, decimal, key } from "./values";

/** Requests for the records that a page's rows refer to, beside the page itself. */
const LOOK_UPS = 3;
const PREFERENCES = z.looseObject({ company: key.nullish() });
const RATED = { code: z.string().nullable(), rate: decimal.nullable() };
const COMPANY = z.object({ id: key, "currency.": z.object(RATED) });
const RATE = z.object({ id: key, ...RATED });

export interface OpenOptions {
  readonly user: string;
  /** The day the data is as of; default today on the server. */
  readonly dataDate: EpochDay | undefined;
  /** Records a page. */
  readonly pageSize: number;
  readonly clock: CrmClock;
  readonly marginSeconds: number;
}

/**
 * The tables of the company that the signed-in person works for, with his own rights. Throws FailureError:
 * `source-no-company`, `source-module-missing`, `source-no-right`, and what asking throws.
 */
export async function openConnection(
  client: TrytonClient,
  { user, dataDate, pageSize, clock, marginSeconds }: OpenOptions,
  signal: AbortSignal,
): Promise<Connection> {
  const preferences = await client.call("model.res.user.get_preferences", [true, {}], PREFERENCES, signal);
  const { company } = preferences;
  if (!company) throw new FailureError(failure("source-no-company", { source: LABEL.fr }));
  // Archived parties and products have bought and been sold all the same.
  const context = { ...preferences, active_test: false };
  const rights = await askRights(client, context, signal);
  const currencies = await currenciesOf(client, context, company, signal);
  const today = dataDate ?? parseIsoDay(await client.call("model.ir.date.today", [context], day, signal));
  if (today === undefined) throw invalidAnswer(LABEL.fr);
  const asking = ({ table }: Content, asked: AbortSignal) =>
    questions({ client, context, company, currencies, rights }, asked, table);
  return connectionTo<Content, Date>({
    label: LABEL.fr,
    granted: rights,
    about: {
      dataDate: today,
      user,
      currencies,
      ...(!readsInvoicing(rights.reads) && { invoicingDates: false }),
    },
    readingOf: (content, asked) => readingOf(content.part, asking(content, asked), pageSize),
    changes:
      rights.canFollow && clock.isTold
        ? {
            // A moment of the server's own clock, less a margin for transactions that were not to be seen yet.
            get mark() {
              return new Date(clock.now().getTime() - marginSeconds * 1_000).toISOString();
            },
            since: momentIn,
            readingOf: (content, since, asked) =>
              readingOf(content.part, asking(content, asked), pageSize, since),
          }
        : undefined,
    measures: {
      // A full last page is followed by an empty one; each part is counted once more at its end.
      calls: (records) => (Math.floor(records / pageSize) + 1) * (1 + LOOK_UPS) + 2,
    },
    close: () => client.signOut(new AbortController().signal),
  });
}

function momentIn(mark: string): Date {
  const moment = new Date(mark);
  if (Number.isNaN(moment.getTime())) throw changesLost(LABEL.fr);
  return moment;
}

/** Today's rates of Tryton: it gives units of a currency for one of its base, whichever that is. */
async function currenciesOf(
  client: TrytonClient,
  context: Readonly<Record<string, unknown>>,
  company: number,
  signal: AbortSignal,
): Promise<CurrencyTable> {
  const none = { reporting: "", rates: {} };
  const ask = questions(
    { client, context, company, currencies: none, rights: { reads: () => true } },
    signal,
  );
  const [own] = await ask.all("company.company", [["id", "=", company]], COMPANY);
  const reporting = own?.["currency."].code;
  if (!own || !reporting) throw invalidAnswer(LABEL.fr);
  const ownRate = own["currency."].rate || 1;
  const rated = await ask.all("currency.currency", [], RATE);
  const rates = rated.flatMap(({ code, rate }) => (code && rate ? [[code, ownRate / rate] as const] : []));
  return { reporting, rates: Object.fromEntries(rates) };
}
