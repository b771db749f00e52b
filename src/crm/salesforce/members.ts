import { z } from "zod";
import { NOBODY } from "../kit";
import { part } from "./part";
import { key, moment, text } from "./values";

/** Only users are salespeople: a queue's id begins otherwise, and what it holds is nobody's. */
export const salespersonOf = (owner: string | null | undefined): string =>
  isUser(owner) ? owner : NOBODY.id;

export const isUser = (owner: string | null | undefined): owner is string =>
  owner?.startsWith("005") === true;

/** Everybody with a user record, also who has left: their orders stay. The team is the role. */
export const salespeople = part({
  object: "User",
  standIns: [NOBODY.row],
  shape: z.object({
    Id: key,
    Name: text,
    State: text.nullish(),
    Country: text.nullish(),
    UserRole: z.object({ Name: text }).nullish(),
  }),
  row: (user) => ({
    id: user.Id,
    name: user.Name,
    team: user.UserRole?.Name,
    region: user.State || user.Country,
  }),
});

export const customers = part({
  object: "Account",
  shape: z.object({
    Id: key,
    Name: text,
    Industry: text.nullish(),
    BillingState: text.nullish(),
    BillingCountry: text.nullish(),
    OwnerId: key.nullish(),
    CreatedDate: moment.nullish(),
  }),
  row: (account, { day }) => ({
    id: account.Id,
    name: account.Name,
    sector: account.Industry,
    region: account.BillingState || account.BillingCountry,
    salesperson_id: isUser(account.OwnerId) ? account.OwnerId : undefined,
    created_on: day(account.CreatedDate),
  }),
});

export const products = part({
  object: "Product2",
  shape: z.object({ Id: key, Name: text, Family: text.nullish() }),
  row: (product) => ({ id: product.Id, name: product.Name, family: product.Family }),
});
