/** Text as the file holds it: `_x0041_` would be read as an escaped `A`; U+FFFE and U+FFFF are no XML. */
export const fileText = (text: string): string =>
  text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_").replace(/[\uFFFE\uFFFF]/g, "\uFFFD");

/** The errors a cell of a file may hold; a younger one is stored as the old one that says nearly the same. */
const FILE_ERRORS = new Set(["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"]);
const STILL_COMPUTING = new Set(["#BUSY!", "#GETTING_DATA", "#CONNECT!"]);

/** `#SPILL!` → `#VALUE!`, `#BUSY!` → `#N/A`. */
export function fileError(error: string): string {
  if (FILE_ERRORS.has(error)) return error;
  return STILL_COMPUTING.has(error) ? "#N/A" : "#VALUE!";
}
