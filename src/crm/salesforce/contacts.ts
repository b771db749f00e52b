import { z } from "zod";
import { isUser, salespersonOf } from "./members";
import { part } from "./part";
import { is, isAbove, isNoneOf, isPast } from "./soql";
import { day, flag, key, moment, number, text, UNKNOWN } from "./values";

/** Meetings that have taken place, once each: not their copies for other participants, nor calls and e-mails. */
export const visits = part({
  object: "Event",
  archived: true,
  conditions: [is("IsChild", false), isNoneOf("Type", ["Call", "Email"]), isPast("ActivityDate")],
  shape: z.object({
    Id: key,
    ActivityDate: day,
    OwnerId: key,
    AccountId: key.nullish(),
    IsChild: flag,
    Type: text.nullish(),
  }),
  row: (event) => ({
    id: event.Id,
    visited_on: event.ActivityDate,
    salesperson_id: salespersonOf(event.OwnerId),
    customer_id: event.AccountId,
  }),
});

/** Salesforce's own words, and those of organisations that have translated the values themselves. */
const RATINGS: Readonly<Record<string, string>> = {
  hot: "hot",
  chaud: "hot",
  warm: "warm",
  tiède: "warm",
};

/** Every lead, converted ones too. Who has not rated one has not called it warm. */
export const leads = part({
  object: "Lead",
  shape: z.object({
    Id: key,
    CreatedDate: moment,
    OwnerId: key.nullish(),
    LeadSource: text.nullish(),
    Rating: text.nullish(),
    Status: text,
  }),
  row: (lead, context) => ({
    id: lead.Id,
    created_on: context.day(lead.CreatedDate),
    salesperson_id: isUser(lead.OwnerId) ? lead.OwnerId : undefined,
    source: lead.LeadSource || UNKNOWN,
    rating: wordOf(RATINGS, lead.Rating) ?? "cold",
    status: lead.Status,
  }),
});

/** Campaigns that were sent to somebody. Salesforce itself does not count deliveries, openings and clicks. */
export const campaigns = part({
  object: "Campaign",
  conditions: [isAbove("NumberSent", 0)],
  shape: z.object({
    Id: key,
    Name: text,
    StartDate: day.nullish(),
    CreatedDate: moment,
    NumberSent: number,
  }),
  row: (campaign, context) => ({
    id: campaign.Id,
    name: campaign.Name,
    sent_on: campaign.StartDate ?? context.day(campaign.CreatedDate),
    sent: campaign.NumberSent,
    delivered: 0,
    opened: 0,
    clicked: 0,
  }),
});

/** Types of cases as Salesforce proposes them, and their usual translations; any other keeps its own word. */
const REASONS: Readonly<Record<string, string>> = {
  problem: "complaint",
  problème: "complaint",
  complaint: "complaint",
  réclamation: "complaint",
  question: "information",
  "feature request": "information",
};
const CHANNELS: Readonly<Record<string, string>> = {
  phone: "Téléphone",
  email: "E-mail",
  web: "Formulaire web",
  chat: "Chat",
};

export const contactsIn = part({
  object: "Case",
  shape: z.object({
    Id: key,
    CreatedDate: moment,
    AccountId: key.nullish(),
    ProductId: key.nullish(),
    Type: text.nullish(),
    Origin: text.nullish(),
  }),
  row: (contact, context) => ({
    id: contact.Id,
    received_on: context.day(contact.CreatedDate),
    channel: wordOf(CHANNELS, contact.Origin) ?? (contact.Origin || UNKNOWN),
    reason: wordOf(REASONS, contact.Type) ?? (contact.Type || UNKNOWN),
    customer_id: contact.AccountId,
    product_id: contact.ProductId,
  }),
});

function wordOf(words: Readonly<Record<string, string>>, value: string | null | undefined) {
  const word = value?.trim().toLowerCase().normalize("NFC") ?? "";
  return Object.hasOwn(words, word) ? words[word] : undefined;
}
