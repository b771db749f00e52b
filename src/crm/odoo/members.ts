import { z } from "zod";
import { NO_PRODUCT, NOBODY, regionOf } from "../kit";
import { part } from "./part";
import { key, moment, reference, text } from "./values";

/** Internal users, those who have left included; and one member for orders and deals that name nobody. */
export const salespeople = part({
  model: "res.users",
  domain: () => [["share", "=", false]],
  shape: z.object({ id: key, name: text, login: text.optional(), sale_team_id: reference.optional() }),
  touchedBy: [{ path: "partner_id" }, { path: "sale_team_id" }],
  row: (user) => ({
    id: user.id,
    name: user.name ?? user.login ?? user.id,
    team: user.sale_team_id?.name,
  }),
  standIns: [NOBODY.row],
});

/**
 * Companies and persons of no company: Odoo's « commercial entities ». A contact counts as its company. Odoo marks
 * customers only once they are invoiced or made from a sales menu, so that all are read, archived ones included.
 */
export const customers = part({
  model: "res.partner",
  domain: () => ["|", ["is_company", "=", true], ["parent_id", "=", false]],
  shape: z.object({
    id: key,
    name: text,
    ref: text,
    industry_id: reference,
    state_id: reference,
    country_id: reference,
    user_id: reference,
    create_date: moment,
  }),
  touchedBy: [{ path: "industry_id" }, { path: "state_id" }, { path: "country_id" }, { path: "user_id" }],
  look: (_, ask) => ask.people(),
  row: (partner, ask, { users }) => ({
    id: partner.id,
    name: partner.name ?? partner.ref ?? partner.id,
    sector: partner.industry_id?.name,
    region: regionOf(partner.state_id?.name, partner.country_id?.name),
    salesperson_id: partner.user_id && users.has(partner.user_id.id) ? partner.user_id.id : undefined,
    created_on: ask.dayOf(partner.create_date),
  }),
});

/** Product variants, archived ones included. One more stands for lines without product. */
export const products = part({
  model: "product.product",
  domain: () => [],
  shape: z.object({ id: key, name: text, default_code: text, categ_id: reference }),
  touchedBy: [{ path: "product_tmpl_id" }, { path: "categ_id" }],
  row: (product) => ({
    id: product.id,
    name: product.name ?? product.default_code ?? product.id,
    family: product.categ_id?.name,
  }),
  standIns: [NO_PRODUCT.row],
});
