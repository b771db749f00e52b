/** The country's code behind a state's name, as Odoo shows it: `California (US)`. */
const COUNTRY_BEHIND = /\s*\([A-Z]{2}\)$/;

/**
 * The region of an address, by one rule in every connector: the state, department or province by its own name, else
 * the country.
 */
export const regionOf = (state: string | undefined, country: string | undefined): string | undefined =>
  state?.replace(COUNTRY_BEHIND, "") || country || undefined;
