/** People's words for a currency, beside its ISO 4217 code; upper case. */
const CURRENCY_WORDS: Readonly<Record<string, readonly string[]>> = {
  EUR: ["€", "EURO", "EUROS"],
  USD: ["$", "US$", "$US", "DOLLAR", "DOLLARS", "US DOLLAR", "US DOLLARS", "DOLLAR US"],
  GBP: ["£", "POUND", "POUNDS", "LIVRE", "LIVRES", "LIVRE STERLING", "POUND STERLING"],
  CHF: ["FR.", "SFR", "SFR.", "FRANC SUISSE", "FRANCS SUISSES", "SWISS FRANC"],
  JPY: ["¥", "YEN", "YENS"],
  CAD: ["CA$", "C$", "$CA", "DOLLAR CANADIEN"],
  AUD: ["A$", "AU$"],
  INR: ["₹"],
  PLN: ["ZŁ", "ZL", "ZLOTY"],
  BRL: ["R$"],
  CNY: ["RMB", "YUAN"],
  MAD: ["DH", "DHS", "DIRHAM"],
  TND: ["DT"],
  XOF: ["FCFA", "F CFA", "CFA"],
};

const CODES: ReadonlyMap<string, string> = new Map(
  Object.entries(CURRENCY_WORDS).flatMap(([code, words]) =>
    [code, ...words].map((word) => [word, code] as const),
  ),
);
const escaped = (word: string): string => word.replace(/[.$*+?^()|[\]{}\\]/g, "\\$&");
const WORDS_LONGEST_FIRST = [...CODES.keys()]
  .sort((a, b) => b.length - a.length)
  .map(escaped)
  .join("|");
const BEFORE_NUMBER = new RegExp(String.raw`^(${WORDS_LONGEST_FIRST})(?=[\s\u00a0\u202f]*[-+(\d.,])`, "i");
const AFTER_NUMBER = new RegExp(String.raw`(?<=[\d.,)-][\s\u00a0\u202f]*)(${WORDS_LONGEST_FIRST})$`, "i");
const IN_HEADING = new RegExp(
  String.raw`(?:^|[\s(\[/])(€|\$|£|${Object.keys(CURRENCY_WORDS).join("|")})(?:$|[\s)\]])`,
);

/** The ISO code of a cell of currencies: `€`, `Euro`, `eur` → `EUR`. Text that is none comes back upper case. */
export function currencyCode(cell: string): string {
  const word = cell.trim().replace(/\s+/g, " ").toUpperCase();
  const [, inParentheses] = /\(([A-Z]{3})\)$/.exec(word) ?? [];
  return CODES.get(word) ?? inParentheses ?? word;
}

/** Takes the currency off an amount: `EUR 1 234,50`, `12 $`. `code` is undefined when none stands there. */
export function withoutCurrency(amount: string): { readonly rest: string; readonly code?: string } {
  const found = BEFORE_NUMBER.exec(amount) ?? AFTER_NUMBER.exec(amount);
  if (!found) return { rest: amount };
  const rest = amount.slice(0, found.index) + amount.slice(found.index + found[0].length);
  const code = CODES.get(found[0].toUpperCase());
  return code === undefined ? { rest: amount } : { rest: rest.trim(), code };
}

/** The currency a heading names: `Montant HT (€)`, `Revenue USD`. */
export function currencyInHeading(heading: string): string | undefined {
  const found = IN_HEADING.exec(heading)?.[1];
  return found === undefined ? undefined : CODES.get(found);
}

/** The currency that stands beside an amount. */
export const currencyBeside = (cell: string): string | undefined =>
  withoutCurrency(
    cell
      .trim()
      .replace(/(HT|TTC)$/i, "")
      .trim(),
  ).code;
