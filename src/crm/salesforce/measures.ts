import { z } from "zod";
import type { Text } from "../../sales/text";
import type { CrmAggregate, LoadEstimate } from "../reconciliation";
import type { SalesforceClient } from "./client";
import type { Content } from "./contents";
import { ToldError } from "./errors";
import { conditionsOf, type Reader, readingOf } from "./reading";
import { valueAt } from "./soql";

const LIMITS = z.object({ DailyApiRequests: z.object({ Remaining: z.number() }) });
const SUM = z.number().nullable();
/** Questions of a load that bring no rows: each table is counted before and after. */
const COUNTS_A_TABLE = 2;

const CONVERTED: Text = {
  fr: "Salesforce convertit les devises à ses propres taux.",
  en: "Salesforce converts currencies at its own rates.",
};

/** Salesforce's own counts of what is loaded, and the sums it can compute. */
export async function aggregatesOf(
  contents: readonly Content[],
  reader: Reader,
  signal: AbortSignal,
): Promise<CrmAggregate[]> {
  const found: CrmAggregate[] = [];
  for (const content of contents) {
    const { table, sum } = content;
    const { recount, extra } = readingOf(content, reader, signal);
    const added = (await extra?.()) ?? [];
    found.push({ table, measure: "rows", value: ((await recount.count()) ?? 0) + added.length });
    const value = sum && (await sumOf(content, sum.field, reader, signal));
    if (value === undefined) continue;
    const severalCurrencies = reader.access.sees(content.part.object, "CurrencyIsoCode");
    found.push({ table, measure: sum!.column, value, ...(severalCurrencies && { difference: CONVERTED }) });
  }
  return found;
}

/** Undefined where Salesforce will not sum this field. */
async function sumOf(
  { part, table }: Content,
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

/** What a full load costs, and what Salesforce still grants today. */
export async function estimateOf(
  contents: readonly Content[],
  reader: Reader,
  signal: AbortSignal,
): Promise<LoadEstimate> {
  let [rows, calls] = [0, 0];
  for (const content of contents) {
    const count = (await readingOf(content, reader, signal).recount.count()) ?? 0;
    rows += count;
    calls += Math.floor(count / reader.pageSize) + 1 + COUNTS_A_TABLE;
  }
  const callsLeft = await callsLeftOf(reader.client, signal);
  return { rows, calls, ...(callsLeft !== undefined && { callsLeft }) };
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
