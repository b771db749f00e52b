import { z } from "zod";
import type { CurrencyTable } from "../../sales/currency";
import type { Text } from "../../sales/text";
import { daysIn, unlessMissing } from "../kit";
import type { Look } from "./part";
import type { Identified, Questions } from "./questions";
import { number } from "./values";

const ME = z.object({
  data: z.looseObject({
    name: z.string(),
    default_currency: z.string().min(1),
    timezone_name: z.string().min(1),
  }),
});
const SUMMED = z.object({ value: z.number(), value_converted: z.number() });
export const SUMMARY = z.object({
  data: z.object({
    values_total: z.union([z.record(z.string(), SUMMED), z.array(z.never())]),
    total_count: z.number().int().nonnegative(),
    total_currency_converted_value: z.number(),
  }),
});
const STAGE = z.looseObject({ id: z.string(), name: z.string(), deal_probability: number });
const LABEL_OF_LEADS = z.looseObject({ id: z.string(), name: z.string() });
const FIELDS = z.object({
  data: z.array(
    z.looseObject({
      field_code: z.string(),
      options: z
        .array(z.looseObject({ id: z.union([z.number(), z.string()]).transform(String), label: z.string() }))
        .nullish(),
    }),
  ),
});

export interface Account {
  readonly user: string;
  readonly timeZone: string;
  readonly currencies: CurrencyTable;
  readonly look: Look;
  readonly lacks: readonly Text[];
}

/** Who asks, where and in which currency the company reckons, and the names that stand behind numbers. */
export async function askAccount(questions: Questions): Promise<Account> {
  const [{ data: me }, summaries, stages = [], labels = [], industries, families] = await Promise.all([
    questions.one("v1", "users/me", {}, ME),
    Promise.all(SUMMARIES.map((path) => unlessMissing(questions.one("v1", path, {}, SUMMARY)))),
    unlessMissing(questions.all("v2", "stages")),
    unlessMissing(questions.all("v1", "leadLabels")),
    optionsOf("organizationFields", "industry", questions),
    optionsOf("productFields", "category", questions),
  ]);
  return {
    user: me.name,
    timeZone: me.timezone_name,
    currencies: ratesFrom(summaries, me.default_currency),
    look: {
      day: daysIn(me.timezone_name),
      stages: new Map(
        parsed(stages, STAGE).map(({ id, name, deal_probability }) => [
          id,
          { name, probability: deal_probability ?? 0 },
        ]),
      ),
      leadLabels: new Map(parsed(labels, LABEL_OF_LEADS).map(({ id, name }) => [id, name])),
      industries,
      families,
    },
    lacks: summaries[0] ? [] : [NO_RATES],
  };
}

/** Pipedrive's own sums of deals, and of those in the archive. */
export const SUMMARIES = ["deals/summary", "deals/summary/archived"] as const;

type Summary = z.output<typeof SUMMARY> | undefined;

/**
 * Pipedrive tells no rates, but sums deals both in their currency and in the company's: a rate is the one sum by the
 * other, to six digits, since the sums are rounded. The company's currency is the one that both sums agree in.
 */
function ratesFrom(summaries: readonly Summary[], preferred: string): CurrencyTable {
  const sums = new Map<string, { value: number; converted: number }>();
  for (const summary of summaries)
    for (const [code, { value, value_converted }] of Object.entries(summary?.data.values_total ?? {})) {
      const sum = sums.get(code) ?? { value: 0, converted: 0 };
      sums.set(code, { value: sum.value + value, converted: sum.converted + value_converted });
    }
  const agree = (code: string) => {
    const sum = sums.get(code);
    return sum !== undefined && sum.value > 0 && sum.value === sum.converted;
  };
  const other = [...sums.keys()].find(agree);
  const reporting = !sums.has(preferred) || agree(preferred) ? preferred : (other ?? preferred);
  const rates = [...sums]
    .filter(([code, { value, converted }]) => code !== reporting && value > 0 && converted > 0)
    .map(([code, { value, converted }]) => [code, Number((converted / value).toPrecision(6))] as const);
  return { reporting, rates: Object.fromEntries(rates) };
}

async function optionsOf(
  path: string,
  field: string,
  questions: Questions,
): Promise<ReadonlyMap<string, string>> {
  const answer = await unlessMissing(questions.one("v2", path, { limit: "500" }, FIELDS));
  const options = answer?.data.find(({ field_code }) => field_code === field)?.options ?? [];
  return new Map(options.map(({ id, label }) => [id, label]));
}

const parsed = <T>(records: readonly Identified[], shape: z.ZodType<T>): T[] =>
  records.flatMap((record) => shape.safeParse(record).data ?? []);

const NO_RATES: Text = {
  fr: "Pipedrive ne donne pas ses totaux d'affaires : sans cours, les montants dans une autre devise sont écartés.",
  en: "Pipedrive does not give its totals of deals: without rates, amounts in another currency are set aside.",
};
