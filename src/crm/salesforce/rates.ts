import { z } from "zod";
import type { CurrencyTable } from "../../sales/currency";
import type { Access } from "./access";
import type { SalesforceClient } from "./client";
import { ToldError } from "./errors";
import type { Context } from "./part";
import { day, flag, number, text } from "./values";

const TYPE = z.object({ IsoCode: text, ConversionRate: number, IsCorporate: flag });
const DATED = z.object({
  IsoCode: text,
  ConversionRate: number,
  StartDate: day,
  NextStartDate: day.nullable(),
});

/** How money is brought into one currency. */
export interface Rates {
  /** Absent where the organisation has one currency only: its amounts are taken as they are. */
  readonly currencies?: CurrencyTable;
  readonly datedMoney: Context["datedMoney"];
  /** All that the conversion rests on, to tell when it has changed. */
  readonly basis: unknown;
}

/**
 * Salesforce gives units of a currency for one of the corporate one. Where it keeps rates by date, it converts
 * opportunities at the rate of their closing date, and nothing else; so do we.
 */
export async function askRates(
  client: SalesforceClient,
  { sees }: Access,
  signal: AbortSignal,
): Promise<Rates> {
  if (!sees("Account", "CurrencyIsoCode"))
    return { datedMoney: (amount) => ({ amount }), basis: "one currency" };
  const types = await listOf(client, "CurrencyType", TYPE, signal);
  const dated = await listOf(client, "DatedConversionRate", DATED, signal);
  const datedOf = new Map<string, z.output<typeof DATED>[]>();
  for (const rate of dated) datedOf.set(rate.IsoCode, [...(datedOf.get(rate.IsoCode) ?? []), rate]);
  const reporting = types.find(({ IsCorporate }) => IsCorporate)?.IsoCode ?? "";
  const rates = types
    .filter(({ ConversionRate }) => ConversionRate > 0)
    .map(({ IsoCode, ConversionRate }) => [IsoCode, 1 / ConversionRate] as const);
  return {
    currencies: { reporting, rates: Object.fromEntries(rates) },
    datedMoney: (amount, currency, on) => {
      const rate = datedOf
        .get(currency ?? "")
        ?.find(({ StartDate, NextStartDate }) => StartDate <= on && (!NextStartDate || on < NextStartDate));
      return rate && rate.ConversionRate > 0
        ? { amount: amount / rate.ConversionRate }
        : { amount, currency };
    },
    basis: { types, dated },
  };
}

/** Empty where the organisation does not have the list, or hides it. */
async function listOf<Shape extends z.ZodRawShape>(
  client: SalesforceClient,
  object: string,
  shape: z.ZodObject<Shape>,
  signal: AbortSignal,
): Promise<z.output<z.ZodObject<Shape>>[]> {
  try {
    return await client.everything(object, Object.keys(shape.shape), shape, signal);
  } catch (error) {
    if (error instanceof ToldError && error.failure.code === "source-no-right") return [];
    throw error;
  }
}
