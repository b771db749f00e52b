import { z } from "zod";
import { NO_PRODUCT, NOBODY, regionOf } from "../kit";
import { part, touchedSince } from "./part";
import { id, reference, seconds, text } from "./values";

/** Everybody who has an account, those who have left included. */
export const salespeople = part({
  resource: "users",
  shape: z.object({ id, login: text, firstname: text, lastname: text }),
  row: (user) => ({
    id: user.id,
    name: [user.firstname, user.lastname].filter(Boolean).join(" ") || user.login || user.id,
  }),
  standIns: [NOBODY.row],
});

/** Dolibarr's own kinds of third parties, by code; a code of the company's own is shown as it is. */
const SECTORS: Readonly<Record<string, string | undefined>> = {
  TE_UNKNOWN: undefined,
  TE_STARTUP: "Start-up",
  TE_GROUP: "Grand groupe",
  TE_MEDIUM: "PME/PMI",
  TE_SMALL: "TPE",
  TE_ADMIN: "Administration",
  TE_WHOLE: "Grossiste",
  TE_RETAIL: "Revendeur",
  TE_PRIVATE: "Particulier",
  TE_OTHER: "Autres",
};
const COUNTRIES = new Intl.DisplayNames("fr", { type: "region", fallback: "code" });

/** Every third party, closed ones included: one that is no customer any more has bought all the same. */
export const customers = part({
  resource: "thirdparties",
  shape: z.object({
    id,
    name: text,
    code_client: text,
    typent_code: text,
    country_code: text,
    country_id: reference,
    state_id: reference,
    date_creation: seconds,
  }),
  changedSince: touchedSince,
  look: async (found, ask) => {
    const countries = [
      ...new Set(found.flatMap(({ state_id, country_id }) => (state_id ? (country_id ?? []) : []))),
    ];
    const states = new Map<number, string>();
    for (const country of countries)
      for (const [state, name] of await ask.states(country)) states.set(state, name);
    return states;
  },
  row: (found, ask, states) => ({
    id: found.id,
    name: found.name ?? found.code_client ?? found.id,
    sector: sectorOf(found.typent_code),
    region: regionOf(found.state_id ? states.get(found.state_id) : undefined, countryOf(found.country_code)),
    created_on: ask.dayOf(found.date_creation),
  }),
});

const sectorOf = (code: string | undefined): string | undefined =>
  code !== undefined && Object.hasOwn(SECTORS, code) ? SECTORS[code] : code;

const countryOf = (code: string | undefined): string | undefined =>
  code !== undefined && /^[A-Z]{2}$/.test(code) ? COUNTRIES.of(code) : code;

/** Products and services; the family is the first of its categories. One more stands for free lines. */
export const products = part({
  resource: "products",
  shape: z.object({ id, ref: text, label: text }),
  look: (_, ask) => ask.families(),
  row: (product, _, families) => ({
    id: product.id,
    name: product.label ?? product.ref ?? product.id,
    family: families.get(product.id),
  }),
  standIns: [NO_PRODUCT.row],
});
