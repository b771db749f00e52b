import { z } from "zod";
import type { CurrencyTable } from "../../sales/currency";
import type { DataverseClient } from "./client";
import { invalid } from "./errors";
import type { Context } from "./part";
import { key, text } from "./values";

const CURRENCY = z.object({ transactioncurrencyid: key, isocurrencycode: text.nullable() });
const ORGANISATION = z.object({ _basecurrencyid_value: key.nullable() });

/** The organisation's own currency, into which Dynamics has converted every amount at the rate of its own record. */
export async function askCurrencies(
  client: DataverseClient,
  signal: AbortSignal,
): Promise<{ readonly currencies: CurrencyTable; readonly isoOf: Context["isoOf"] }> {
  const found = await client.everything(
    "transactioncurrencies?$select=transactioncurrencyid,isocurrencycode",
    signal,
  );
  const parsed = z.array(CURRENCY).safeParse(found);
  const organisations = z
    .array(ORGANISATION)
    .safeParse(await client.everything("organizations?$select=_basecurrencyid_value", signal));
  if (!parsed.success || !organisations.success) throw invalid();
  const isoById = new Map(
    parsed.data.map(({ transactioncurrencyid: id, isocurrencycode: iso }) => [id, iso ?? undefined]),
  );
  const isoOf: Context["isoOf"] = (currency) => isoById.get(currency?.toLowerCase() ?? "");
  const reporting = isoOf(organisations.data[0]?._basecurrencyid_value);
  if (reporting === undefined) throw invalid();
  return { currencies: { reporting, rates: {} }, isoOf };
}
