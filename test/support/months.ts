/** The months as a French spreadsheet shortens them, January first. */
export const FRENCH_MONTHS: readonly string[] =
  "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.".split(" ");
