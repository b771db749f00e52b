import { z } from "zod";
import type { CurrencyTable } from "../../sales/currency";
import type { Text } from "../../sales/text";
import { unlessMissing } from "../kit";
import type { HubSpotClient } from "./client";

const DETAILS = z.object({ timeZone: z.string().min(1), companyCurrency: z.string().min(1) });
const RATES = z.object({
  results: z.array(
    z.object({ fromCurrencyCode: z.string(), toCurrencyCode: z.string(), conversionRate: z.number() }),
  ),
});
const PIPELINES = z.object({
  results: z.array(z.object({ stages: z.array(z.object({ id: z.string(), label: z.string() })) })),
});
const RATES_PATH = "/settings/v3/currencies/exchange-rates/current";
/** Objects whose stages are told by their labels. */
const WITH_STAGES = ["deals", "orders", "leads"] as const;

export interface Account {
  readonly timeZone: string;
  readonly currencies: CurrencyTable;
  /** Stage id → label; ids of stages differ between objects. */
  readonly stages: ReadonlyMap<string, string>;
  readonly lacks: readonly Text[];
}

/** Where the company works, its currency with today's rates, and the names of its stages. */
export async function askAccount(client: HubSpotClient, signal: AbortSignal): Promise<Account> {
  const [{ timeZone, companyCurrency }, rates, ...pipelines] = await Promise.all([
    client.get("/account-info/v3/details", {}, DETAILS, signal),
    unlessMissing(client.get(RATES_PATH, {}, RATES, signal, { object: "currencies" })),
    ...WITH_STAGES.map((object) =>
      unlessMissing(client.get(`/crm/v3/pipelines/${object}`, {}, PIPELINES, signal, { object })),
    ),
  ]);
  const told = (rates?.results ?? []).filter(({ toCurrencyCode }) => toCurrencyCode === companyCurrency);
  const stages = pipelines.flatMap((found) => (found?.results ?? []).flatMap((pipeline) => pipeline.stages));
  return {
    timeZone,
    currencies: {
      reporting: companyCurrency,
      rates: Object.fromEntries(
        told.map(({ fromCurrencyCode, conversionRate }) => [fromCurrencyCode, conversionRate]),
      ),
    },
    stages: new Map(stages.map(({ id, label }) => [id, label])),
    lacks: [
      ...(rates ? [] : [NO_RATES]),
      ...(pipelines[WITH_STAGES.indexOf("orders")] ? [] : [NO_ORDER_STAGES]),
    ],
  };
}

const NO_RATES: Text = {
  fr: "L'accès à HubSpot n'a pas la portée « settings.currencies.read » : sans cours, les montants en devise sont écartés.",
  en: "Access to HubSpot lacks the scope “settings.currencies.read”: without rates, amounts in other currencies are set aside.",
};

const NO_ORDER_STAGES: Text = {
  fr: "L'accès à HubSpot n'a pas la portée « crm.pipelines.orders.read » : une commande annulée dans HubSpot seul n'est pas reconnue.",
  en: "Access to HubSpot lacks the scope “crm.pipelines.orders.read”: an order cancelled in HubSpot alone is not recognised.",
};
