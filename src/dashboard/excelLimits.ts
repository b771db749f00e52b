/** The longest texts that Excel takes, in UTF-16 units: over one of them it refuses the whole request, or repairs the file. */
export const EXCEL_LIMITS = {
  /** [MS-XLSB] 2.5.37 DValStrings. */
  alertMessage: 225,
  alertTitle: 32,
  /** A validation's list written out. */
  list: 255,
  sheetName: 31,
  /** "Excel specifications and limits": the contents of a cell, of a formula, and a text in a formula. */
  cellText: 32_767,
  /** The same for a text typed after an apostrophe: a host may count that. */
  typedText: 32_766,
  formula: 8_192,
  formulaText: 255,
  /** ECMA-376 18.5.1.3: a column of a table is named by a text of so many. */
  heading: 255,
  /** Office.js: ChartSeries.name; a chart's title and name alike. */
  chartText: 255,
  /** "Names in formulas": workbook names and tables' names. */
  name: 255,
} as const;

const MORE = "…";
/** Characters that Excel refuses in a sheet's name. */
const FORBIDDEN_IN_SHEETS = /[\\/?*[\]:]|\p{Cc}/gu;
/** What stands between double quotes in a formula; a quoted sheet's name may hold such quotes and is passed over. */
const LITERALS = /'(?:[^']|'')*'|"((?:[^"]|"")*)"/g;

/** A text of at most so many UTF-16 units, `…` at its end where it was longer; no character is cut in half. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - MORE.length).replace(/[\uD800-\uDBFF]$/, "")}${MORE}`;
}

/** Items joined by `, `, as many whole ones as fit in `most` characters; `…` stands for the others. */
export function joinWhole(items: readonly string[], most: number): string {
  const all = items.join(", ");
  if (all.length <= most) return all;
  const fitting: string[] = [];
  let length = MORE.length;
  for (const item of items) {
    length += item.length + 2;
    if (length > most) break;
    fitting.push(item);
  }
  return [...fitting, MORE].join(", ");
}

/** A sheet's name that Excel takes and that none of `taken` has: the wished one, cut, with a number where it is taken. */
export function freeSheetName(wished: string, taken: readonly string[]): string {
  // Excel keeps the name "History" for itself.
  const used = new Set(["History", ...taken].map((other) => other.toUpperCase()));
  const legal = wished.replace(FORBIDDEN_IN_SHEETS, " ").replace(/^[\s']+|[\s']+$/g, "") || "Vigie";
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? "" : ` (${number})`;
    const stem = legal.slice(0, EXCEL_LIMITS.sheetName - suffix.length).replace(/[\s'\uD800-\uDBFF]+$/, "");
    if (!used.has((stem + suffix).toUpperCase())) return stem + suffix;
  }
}

/** A formula whose texts are no longer than Excel takes: a longer one is joined from pieces, its value the same. */
export const splitTexts = (formula: string): string =>
  formula.replace(LITERALS, (literal, inner: string | undefined) => {
    if (inner === undefined || inner.length <= EXCEL_LIMITS.formulaText) return literal;
    const pieces = inner.match(PIECE) ?? [];
    return `(${pieces.map((piece) => `"${piece}"`).join("&")})`;
  });

/** A piece ends neither within a doubled quote nor within a character of two units. */
const PIECE = new RegExp(
  `(?:""|[\\uD800-\\uDBFF][\\uDC00-\\uDFFF]|[^"]){1,${Math.floor(EXCEL_LIMITS.formulaText / 2)}}`,
  "g",
);
