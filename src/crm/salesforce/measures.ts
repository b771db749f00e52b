import { z } from "zod";
import type { Text } from "../../sales/text";
import type { Measures } from "../kit";
import type { SalesforceClient } from "./client";
import type { Content } from "./contents";
import { ToldError } from "./errors";
import { conditionsOf, type Reader } from "./reading";
import { valueAt } from "./soql";

const LIMITS = z.object({ DailyApiRequests: z.object({ Remaining: z.number() }) });
const SUM = z.number().nullable();
/** Questions of a load that bring no rows: each table is counted before and after. */
const COUNTS_A_TABLE = 2;

const CONVERTED: Text = {
  fr: "Salesforce convertit les devises à ses propres taux.",
  en: "Salesforce converts currencies at its own rates.",
};

/** Salesforce's own counts of what is loaded, the sums it can compute, and what it still grants today. */
export const measuresOf = (reader: Reader): Measures<Content> => ({
  calls: (records) => Math.floor(records / reader.pageSize) + 1 + COUNTS_A_TABLE,
  async sums({ part, table }, signal) {
    const value = part.sum && (await sumOf(part, table, part.sum.field, reader, signal));
    if (value === undefined) return [];
    const severalCurrencies = reader.access.sees(part.object, "CurrencyIsoCode");
    return [{ measure: part.sum!.measure, value, difference: severalCurrencies ? CONVERTED : undefined }];
  },
  callsLeft: (signal) => callsLeftOf(reader.client, signal),
});

/** Undefined where Salesforce will not sum this field. */
async function sumOf(
  part: Content["part"],
  table: string,
  field: string,
  { client, access, today }: Reader,
  signal: AbortSignal,
): Promise<number | undefined> {
  const conditions = conditionsOf(part, access, today);
  const where = conditions.length > 0 ? ` WHERE ${conditions.join(" AND ")}` : "";
  try {
    const { records } = await client.query(`SELECT SUM(${field}) total FROM ${part.object}${where}`, signal, {
      table,
    });
    return SUM.safeParse(valueAt(records[0], "total")).data ?? 0;
  } catch (error) {
    if (error instanceof ToldError && error.failure.code === "source-invalid-answer") return undefined;
    throw error;
  }
}

/** Only administrators may ask for limits; everybody's answers tell of them in passing. */
async function callsLeftOf(client: SalesforceClient, signal: AbortSignal): Promise<number | undefined> {
  try {
    return (await client.resource("/limits", LIMITS, signal)).DailyApiRequests.Remaining;
  } catch (error) {
    if (error instanceof ToldError) return client.callsLeft;
    throw error;
  }
}
