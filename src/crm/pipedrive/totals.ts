import { isMissing } from "../kit";
import type { CrmAggregate, LoadEstimate } from "../reconciliation";
import { SUMMARIES, SUMMARY } from "./account";
import { DEALS_AT_ONCE, PAGE, type Questions } from "./questions";

/** How many deals Pipedrive counts and what they sum up to in the company's currency, the archive included. */
export async function aggregatesOf(questions: Questions): Promise<readonly CrmAggregate[]> {
  const { count, amount } = await dealTotals(questions);
  return [
    { table: "opportunities", measure: "rows", value: count },
    { table: "opportunities", measure: "amount", value: amount },
  ];
}

async function dealTotals(questions: Questions, status?: string) {
  const totals = { count: 0, amount: 0 };
  for (const path of SUMMARIES) {
    try {
      const { data } = await questions.one("v1", path, { status }, SUMMARY);
      totals.count += data.total_count;
      totals.amount += data.total_currency_converted_value;
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }
  return totals;
}

/** What a call takes from the day's budget, at most: lists of API v2 take less than those of v1. */
const TOKENS_A_CALL = 20;
/** Lists that are counted by their highest id, which is at least their length. */
const BY_HIGHEST_ID = ["organizations", "products", "activities"] as const;

/**
 * Records and requests of a full refresh, at most: Pipedrive counts deals alone; of other lists the highest id is
 * known. Leads, which have no number, are left out.
 */
export async function estimateOf(questions: Questions): Promise<LoadEstimate> {
  const deals = (await dealTotals(questions)).count;
  const won = (await dealTotals(questions, "won")).count;
  const highest = await Promise.all(BY_HIGHEST_ID.map((path) => highestId(path, questions)));
  // The end of each list is asked for once more, that of lines with every page of deals.
  const pages = (records: number, size: number) => Math.max(1, Math.ceil(records / size)) + 1;
  const calls =
    pages(deals, PAGE) +
    3 * pages(won, DEALS_AT_ONCE) +
    highest.reduce((sum, id) => sum + pages(id, PAGE), 0);
  const rows = highest.reduce((sum, id) => sum + id, deals + won);
  const { tokensLeft } = questions.client;
  return {
    rows,
    calls,
    ...(tokensLeft !== undefined && { callsLeft: Math.floor(tokensLeft / TOKENS_A_CALL) }),
  };
}

async function highestId(path: string, questions: Questions): Promise<number> {
  try {
    return Number((await questions.highest(path))?.id ?? 0) || 0;
  } catch (error) {
    if (isMissing(error)) return 0;
    throw error;
  }
}
