import { z } from "zod";
import { NO_PRODUCT, NOBODY, standIn } from "../kit";
import { listPart, objectPart, text } from "./part";

/** The customer of what names no company. */
export const NO_COMPANY = standIn("Sans entreprise");

/** Owners, those of the past included: their deals are still theirs. */
export const salespeople = listPart({
  object: "owners",
  path: "/crm/v3/owners/",
  query: {},
  record: z.object({
    id: z.string(),
    firstName: text,
    lastName: text,
    email: text,
    teams: z.array(z.object({ name: z.string(), primary: z.boolean() })).nullish(),
  }),
  row: ({ id, firstName, lastName, email, teams }) => ({
    id,
    name: [firstName, lastName].filter(Boolean).join(" ") || email || id,
    team: (teams?.find(({ primary }) => primary) ?? teams?.[0])?.name,
  }),
  standIns: [NOBODY.row],
});

/** Companies. The region is the state or region of the address, else its country. */
export const customers = objectPart({
  object: "companies",
  properties: z.object({
    name: text,
    domain: text,
    industry: text,
    state: text,
    country: text,
    hubspot_owner_id: text,
    createdate: text,
  }),
  referredTo: true,
  row: (company, { day }) => ({
    id: company.id,
    name: company.name || company.domain || company.id,
    sector: asWords(company.industry),
    region: company.state || company.country,
    salesperson_id: company.hubspot_owner_id,
    created_on: day(company.createdate),
  }),
  standIns: [NO_COMPANY.row],
});

/** The product library, recycling bin included: lines sold go on referring to it. */
export const products = objectPart({
  object: "products",
  properties: z.object({ name: text, hs_sku: text }),
  staysInBin: true,
  row: ({ id, name, hs_sku }) => ({ id, name: name || hs_sku || id }),
  standIns: [NO_PRODUCT.row],
});

/** HubSpot's own industries are codes: `COMPUTER_SOFTWARE` is read as `Computer software`. */
const asWords = (code: string | null | undefined): string | undefined =>
  code && /^[A-Z_]+$/.test(code)
    ? code.charAt(0) + code.slice(1).toLowerCase().replaceAll("_", " ")
    : (code ?? undefined);
