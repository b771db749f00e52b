import type { CurrencyTable } from "../../sales/currency";
import { EUROS_ONLY } from "../../sales/currency";
import { type Note, note } from "../../sales/note";
import type { FileSource } from "./source";
import { currencyCode, currencyInHeading } from "./values/currencies";

/**
 * The reporting currency of a set of files: the one a person set, else the only one they name, else euros, which is said.
 * Several without rates: rows in another than the first named in the most rows are refused, which is said as well.
 */
export function currenciesOf(
  { tables }: Pick<FileSource, "tables">,
  chosen: CurrencyTable | undefined,
): { readonly currencies: CurrencyTable; readonly notes: readonly Note[] } {
  const found = currenciesIn(tables);
  if (chosen) return { currencies: chosen, notes: [] };
  const [most] = [...found].sort((a, b) => b[1] - a[1]);
  if (!most)
    return { currencies: EUROS_ONLY, notes: [note("currency-assumed", { currency: EUROS_ONLY.reporting })] };
  const reporting = found.has("EUR") ? "EUR" : most[0];
  const others = [...found.keys()].filter((code) => code !== reporting);
  return {
    currencies: { reporting, rates: {} },
    notes: others.length > 0 ? [note("currency-several", { currency: reporting, others })] : [],
  };
}

/** The number of cells that name each currency; one in a heading counts for all its cells. */
function currenciesIn(tables: FileSource["tables"]): Map<string, number> {
  const found = new Map<string, number>();
  const add = (code: string, times: number) => found.set(code, (found.get(code) ?? 0) + times);
  for (const { parts } of tables.values())
    for (const { sheet } of parts)
      for (const { field, heading, profile } of sheet.columns) {
        if (field.name === "currency")
          for (const [cell, times] of profile.values) add(currencyCode(cell), times);
        if (field.kind !== "money") continue;
        for (const code of profile.numbers?.currencies ?? []) add(code, 1);
        const named = currencyInHeading(heading);
        if (named !== undefined) add(named, profile.filled);
      }
  return found;
}
