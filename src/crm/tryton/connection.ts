import { z } from "zod";
import { type EpochDay, parseIsoDay } from "../../sales/calendar";
import type { CurrencyTable } from "../../sales/currency";
import { FailureError, failure } from "../../sales/failure";
import type { TableName } from "../../sales/schema";
import type { Connection } from "../connector";
import type { CrmClock } from "../crmClock";
import { TableReadings } from "../tableReading";
import { LABEL, type TrytonClient } from "./client";
import { countRows, estimateLoad } from "./counts";
import { changeFeed } from "./follow";
import { questions } from "./questions";
import { readingOf } from "./reading";
import { askRights } from "./rights";
import { readsInvoicing } from "./sale";
import { day, decimal, key } from "./values";

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
  if (today === undefined) throw new FailureError(failure("source-invalid-answer", { source: LABEL.fr }));
  const tables = new TableReadings(LABEL.fr);
  const ask = (table: TableName, tableSignal: AbortSignal) =>
    questions({ client, context, company, currencies, rights }, tableSignal, table);
  const follows = rights.canFollow && clock.isTold;
  return {
    dataDate: today,
    user,
    tables: rights.tables,
    lacks: rights.lacks,
    currencies,
    ...(!readsInvoicing(rights.reads) && { invoicingDates: false }),
    listPage(table, cursor, pageSignal) {
      const asked = ask(table, pageSignal);
      const parts = partsOf(table).map((part) => readingOf(part, asked, pageSize));
      return tables.page(table, cursor, parts);
    },
    ...(follows && { changes: changeFeed({ clock, marginSeconds, pageSize, partsOf, ask }) }),
    aggregates: (countSignal) => countRows(rights.contents, (table) => ask(table, countSignal)),
    estimate: (countSignal) => estimateLoad(rights.contents, (table) => ask(table, countSignal), pageSize),
    close: () => client.signOut(new AbortController().signal),
  };

  function partsOf(table: TableName) {
    return rights.contents.filter((content) => content.table === table).map(({ part }) => part);
  }
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
  if (!own || !reporting) throw new FailureError(failure("source-invalid-answer", { source: LABEL.fr }));
  const ownRate = own["currency."].rate || 1;
  const rated = await ask.all("currency.currency", [], RATE);
  const rates = rated.flatMap(({ code, rate }) => (code && rate ? [[code, ownRate / rate] as const] : []));
  return { reporting, rates: Object.fromEntries(rates) };
}
