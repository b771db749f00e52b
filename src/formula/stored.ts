/**
 * Excel's form of a formula in a file, where it differs from what one types:
 *
 * - A custom function of an Office add-in is stored as `_xldudf_` + its name with dots turned to underscores:
 *   `KPI.CA(` → `_xldudf_KPI_CA(`. Microsoft documents the prefix nowhere; it is what files saved by Excel hold
 *   (OfficeDev/office-js issues 2568, 5611 and 6655, Excel-Custom-Functions 108: "we by default save out with a
 *   different prefix"). On opening, Excel turns it back once the add-in's functions are registered.
 * - A function younger than the format has a prefix, `_xlfn.` or `_xlfn._xlws.` ([MS-XLSX] 2.2.2, future
 *   functions); without it Excel shows `#NAME?`.
 * - `A1#` is `_xlfn.ANCHORARRAY(A1)`.
 */
const CUSTOM_NAMESPACE = "KPI.";
const CUSTOM_PREFIX = "_xldudf_";

const FUTURE_PREFIXES: Readonly<Record<string, readonly string[]>> = {
  "_xlfn._xlws.": ["FILTER", "SORT"],
  "_xlfn.": [
    "ANCHORARRAY",
    "CHOOSECOLS",
    "CHOOSEROWS",
    "CONCAT",
    "DROP",
    "EXPAND",
    "HSTACK",
    "IFNA",
    "IFS",
    "MAXIFS",
    "MINIFS",
    "SEQUENCE",
    "SORTBY",
    "SWITCH",
    "TAKE",
    "TEXTAFTER",
    "TEXTBEFORE",
    "TEXTJOIN",
    "TEXTSPLIT",
    "TOCOL",
    "TOROW",
    "UNIQUE",
    "VSTACK",
    "WRAPCOLS",
    "WRAPROWS",
    "XLOOKUP",
    "XMATCH",
  ],
};

const PREFIX_OF = new Map(
  Object.entries(FUTURE_PREFIXES).flatMap(([prefix, names]) => names.map((name) => [name, prefix] as const)),
);

/** Text literals and quoted sheet names are passed over; then function names, then spill references. */
const TOKENS = /"(?:[^"]|"")*"|'(?:[^']|'')*'|[A-Za-z_][\w.]*(?=\()|\$?[A-Za-z]{1,3}\$?\d+#/g;

/** A formula as typed (English names, commas, no `=`) → as the file holds it. */
export function storedFormula(formula: string): string {
  return formula.replace(TOKENS, (token) => {
    if (token.startsWith('"') || token.startsWith("'")) return token;
    if (token.endsWith("#")) return `_xlfn.ANCHORARRAY(${token.slice(0, -1)})`;
    const name = token.toUpperCase();
    if (name.startsWith(CUSTOM_NAMESPACE)) return CUSTOM_PREFIX + name.replaceAll(".", "_");
    return (PREFIX_OF.get(name) ?? "") + token;
  });
}

/** True when a stored formula asks the add-in. */
export const asksTheAddIn = (stored: string): boolean => stored.includes(CUSTOM_PREFIX);

/** True when a formula refers to several cells at once, and so may compute cell by cell. */
export const takesRanges = (formula: string): boolean =>
  /\d:\$?[A-Z]/.test(formula.replace(/"(?:[^"]|"")*"/g, '""'));
