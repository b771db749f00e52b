/** Digits grouped by spaces or apostrophes, and a decimal mark of either language. */
const NUMBER = /^[+-]?(\d+|\d{1,3}(?:[ '’]\d{3})+)(?:[.,](\d+))?$/;

/** A number as people type it in French or in English, `80 %` being 0.8; undefined when it is none. */
export function readNumber(typed: unknown): number | undefined {
  if (typeof typed === "number") return Number.isFinite(typed) ? rounded(typed) : undefined;
  const text = String(typed ?? "")
    .replace(/\s/g, " ")
    .trim();
  const isShare = text.endsWith("%");
  const bare = (isShare ? text.slice(0, -1) : text).trim();
  const number = plain(bare) ?? englishGroups(bare);
  return number === undefined || !isShare ? number : rounded(number / 100);
}

/** A share typed in percent is off by the last bit of a double: 70 × 0.01. */
const rounded = (number: number): number => Number(number.toPrecision(12));

const plain = (text: string): number | undefined =>
  NUMBER.test(text) ? Number(text.replace(/[ '’]/g, "").replace(",", ".")) : undefined;

/** `1,234.5`: commas are groups where a point follows or several stand. */
const englishGroups = (text: string): number | undefined =>
  /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? Number(text.replaceAll(",", "")) : undefined;
