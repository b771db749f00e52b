/**
 * The rule that keeps text from becoming a formula, in every host. A spreadsheet reads what is typed into a cell: `=`,
 * `+`, `-` and `@` (also the full-width ones of East Asian keyboards) begin a formula, `#` an error value, an
 * apostrophe is the host's own mark of a text; a tab or a line end before any of them can be dropped on the way.
 */
const READ_OTHERWISE = /^[=+\-@#'\uFF1D\uFF0B\uFF0D\uFF20\t\r\n]/;

/**
 * Tells whether a spreadsheet may read a text otherwise than as that text. A file needs the style `quotePrefix` then;
 * a cell without the text format can still make a date of `2024-03`.
 */
export const isReadOtherwise = (text: string): boolean => READ_OTHERWISE.test(text);

/** The apostrophe by which a typed text stays text; the host takes it away. */
const MARK = "'";

/** Marks a text for a cell of any format: neither formula, number nor date. Empty stays empty. */
export const markedText = (text: string): string => (text === "" ? "" : MARK + text);

/** The number format under which a cell takes a text as it is. */
export const TEXT_FORMAT = "@";

/**
 * A text as a cell of this number format takes it, for cells that people see. A text cell needs no mark, and a host may
 * keep one that it is given; only an apostrophe of the text's own is doubled, as when it is typed.
 */
export const textForCell = (text: string, numberFormat?: string): string => {
  if (numberFormat !== TEXT_FORMAT) return markedText(text);
  return text.startsWith(MARK) ? MARK + text : text;
};

/** Marks a text for a cell whose format is text already: only where the host would read otherwise. */
export const markedWhereNeeded = (text: string): string => (isReadOtherwise(text) ? MARK + text : text);

/** Takes the mark of `markedWhereNeeded` away where a host has kept it. */
export const unmarkedText = (text: string): string =>
  text.startsWith(MARK) && isReadOtherwise(text.slice(MARK.length)) ? text.slice(MARK.length) : text;
