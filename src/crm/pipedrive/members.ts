import { z } from "zod";
import { NO_PRODUCT, NOBODY, standIn } from "../kit";
import { type Part, read } from "./part";
import { reference, text } from "./values";

/** The customer of deals without organisation. */
export const NO_ORGANISATION = standIn("Sans organisation");

const USER = z.looseObject({ id: z.string(), name: text, email: text });

/** Users, those who left included: their deals are still theirs. Pipedrive lists them all at once. */
export const salespeople: Part = {
  object: "users",
  list: async (questions, place) => questions.byOffset("users", {}, place),
  rows: (records) =>
    read(
      "users",
      records,
      USER,
      ({ id, name, email }) => ({ id, name: name || email || id }),
      () => undefined,
    ),
  standIn: NOBODY.row,
};

const ORGANISATION = z.looseObject({
  id: z.string(),
  name: text,
  owner_id: reference,
  add_time: text,
  update_time: text,
  industry: reference,
  address: z.object({ admin_area_level_1: text, country: text }).nullish(),
});

/** Organisations. The region is the first administrative area of the address, else its country. */
export const customers: Part = {
  object: "organizations",
  list: (questions, place) => questions.byCursor("organizations", {}, place),
  rows: (records, { day, industries }) =>
    read("organizations", records, ORGANISATION, (organisation) => ({
      id: organisation.id,
      name: organisation.name || organisation.id,
      sector: industries.get(organisation.industry ?? ""),
      region: organisation.address?.admin_area_level_1 || organisation.address?.country,
      salesperson_id: organisation.owner_id,
      created_on: day(organisation.add_time),
    })),
  standIn: NO_ORGANISATION.row,
};

const PRODUCT = z.looseObject({
  id: z.string(),
  name: text,
  code: text,
  category: reference,
  update_time: text,
});

export const products: Part = {
  object: "products",
  list: (questions, place) => questions.byCursor("products", {}, place),
  rows: (records, { families }) =>
    read("products", records, PRODUCT, ({ id, name, code, category }) => ({
      id,
      name: name || code || id,
      family: families.get(category ?? ""),
    })),
  standIn: NO_PRODUCT.row,
};
