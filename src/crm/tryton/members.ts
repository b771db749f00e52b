import { z } from "zod";
import { NO_PRODUCT, NOBODY } from "../kit";
import { part } from "./part";
import { LOADED_SALES, OF_NOBODY } from "./sale";
import { day, flag, key } from "./values";

const named = z.object({ name: z.string().nullable() });

/** The employees of the company, and one member for orders and opportunities that name nobody. */
export const salespeople = part({
  model: "company.employee",
  domain: (company) => [["company", "=", company]],
  shape: z.object({ id: key, "party.": named }),
  touchedBy: [{ path: "party.", model: "party.party" }],
  row: (employee) => ({ id: employee.id, name: employee["party."].name ?? employee.id }),
  extra: async (ask) => {
    const orphans =
      (await ask.count("sale.sale", [...LOADED_SALES(ask.company), ...OF_NOBODY])) +
      (ask.reads("sale.opportunity")
        ? await ask.count("sale.opportunity", [
            ["employee", "=", null],
            ["company", "=", ask.company],
          ])
        : 0);
    return orphans === 0 ? [] : [NOBODY.row];
  },
});

const PLACE = z.object({
  id: key,
  active: flag,
  "subdivision.": z
    .object({ name: z.string(), "parent.": z.object({ name: z.string() }).nullable() })
    .nullable(),
  "country.": z.object({ name: z.string() }).nullable(),
});

/**
 * Every party: Tryton does not mark customers. The region is the subdivision of the first address in use that has
 * one (the region above it where there is one), else its country; the sector is the first category.
 */
export const customers = part({
  model: "party.party",
  domain: () => [],
  shape: z.object({
    id: key,
    name: z.string().nullable(),
    code: z.string().nullable(),
    create_date: day.nullable(),
    addresses: z.array(key),
    categories: z.array(key),
  }),
  touchedBy: [
    { path: "addresses.", model: "party.address" },
    { path: "addresses.country.", model: "country.country", hidden: true },
    { path: "addresses.subdivision.", model: "country.subdivision", hidden: true },
    { path: "addresses.subdivision.parent.", model: "country.subdivision", hidden: true },
    { path: "categories.", model: "party.category" },
  ],
  look: async (parties, ask) => {
    const ids = (field: "addresses" | "categories") => [...new Set(parties.flatMap((party) => party[field]))];
    const places = await ask.all("party.address", [["id", "in", ids("addresses")]], PLACE);
    const sectors = await ask.all(
      "party.category",
      [["id", "in", ids("categories")]],
      z.object({ id: key, name: z.string() }),
    );
    return {
      regions: new Map(places.filter(({ active }) => active).map((place) => [place.id, regionOf(place)])),
      sectors: new Map(sectors.map(({ id, name }) => [id, name])),
    };
  },
  row: (party, _, { regions, sectors }) => ({
    id: party.id,
    name: party.name ?? party.code ?? party.id,
    sector: first(party.categories, sectors),
    region: first(party.addresses, regions),
    created_on: party.create_date,
  }),
});

const regionOf = (place: z.output<typeof PLACE>): string | undefined =>
  place["subdivision."]?.["parent."]?.name ?? place["subdivision."]?.name ?? place["country."]?.name;

const first = (ids: readonly number[], names: ReadonlyMap<number, string | undefined>): string | undefined =>
  ids.map((id) => names.get(id)).find((name) => name !== undefined);

/** Product variants; the family is the first category of the product. One more stands for lines without product. */
export const products = part({
  model: "product.product",
  domain: () => [],
  shape: z.object({
    id: key,
    name: z.string().nullable(),
    code: z.string().nullable(),
    categories: z.array(key),
  }),
  touchedBy: [
    { path: "template.", model: "product.template", hidden: true },
    { path: "template.categories.", model: "product.category" },
  ],
  look: async (found, ask) => {
    const ids = [...new Set(found.flatMap(({ categories }) => categories))];
    const families = await ask.all(
      "product.category",
      [["id", "in", ids]],
      z.object({ id: key, name: z.string() }),
    );
    return new Map(families.map(({ id, name }) => [id, name]));
  },
  row: (product, _, families) => ({
    id: product.id,
    name: product.name ?? product.code ?? product.id,
    family: first(product.categories, families),
  }),
  extra: async (ask) => {
    const without = await ask.count("sale.line", [
      ["type", "=", "line"],
      ["product", "=", null],
      ...LOADED_SALES(ask.company, "sale."),
    ]);
    return without === 0 ? [] : [NO_PRODUCT.row];
  },
});
