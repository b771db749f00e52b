import { type Failure, failure } from "./failure";

/** Rates at load: one unit of a currency is worth `rates[code]` units of the reporting one. ISO 4217 codes. */
export interface CurrencyTable {
  readonly reporting: string;
  readonly rates: Readonly<Record<string, number>>;
}

export const EUROS_ONLY: CurrencyTable = { reporting: "EUR", rates: {} };

/** The factor for a row's money, or `row-currency-without-rate`. An empty currency is the reporting one. */
export function rateOf(currency: unknown, table: CurrencyTable): number | Failure {
  const code = typeof currency === "string" ? currency.trim().toUpperCase() : currency;
  if (code === undefined || code === null || code === "" || code === table.reporting.toUpperCase()) return 1;
  const rate = typeof code === "string" && Object.hasOwn(table.rates, code) ? table.rates[code] : undefined;
  if (rate !== undefined && Number.isFinite(rate) && rate > 0) return rate;
  return failure("row-currency-without-rate", { currency: String(code).slice(0, 12) });
}
