import { z } from "zod";
import { companiesOf, sellerOf } from "./look";
import { part } from "./part";
import { date, key, keys, moment, number, reference, text } from "./values";

/**
 * Meetings of the calendar with somebody from outside, each once, by who organises them; the customer is the first
 * attendee from outside. Odoo shows the calendars of all to each: private meetings are nobody's visits.
 */
export const visits = part({
  model: "calendar.event",
  domain: () => [
    ["active", "=", true],
    ["privacy", "!=", "private"],
    ["partner_ids.partner_share", "=", true],
  ],
  shape: z.object({
    id: key,
    start: moment,
    /** Of a meeting that lasts all day; `start` is then no moment. */
    start_date: date,
    user_id: reference,
    partner_ids: keys,
  }),
  touchedBy: [{ path: "partner_ids" }, { path: "partner_ids.user_ids" }, { path: "user_id" }],
  look: async (events, ask) => {
    const people = await ask.people();
    const outside = (ids: readonly number[]) => {
      const id = ids.find((partner) => !people.partners.has(partner));
      return id === undefined ? undefined : { id, name: undefined };
    };
    const guests = events.map(({ partner_ids }) => outside(partner_ids));
    return { people, outside, customer: await companiesOf(guests, ask) };
  },
  row: (event, ask, { people, outside, customer }) => ({
    id: event.id,
    visited_on: event.start_date ?? ask.dayOf(event.start),
    salesperson_id: sellerOf(event.user_id, people),
    customer_id: customer(outside(event.partner_ids)),
  }),
});

/** E-mailings that went out. Their numbers move without the mailing being touched. */
export const campaigns = part({
  model: "mailing.mailing",
  domain: () => [
    ["state", "=", "done"],
    ["mailing_type", "=", "mail"],
  ],
  shape: z.object({
    id: key,
    subject: text,
    sent_date: moment,
    sent: number,
    delivered: number,
    opened: number,
    clicked: number,
  }),
  touchedBy: "always",
  row: (mailing, ask) => ({
    id: mailing.id,
    name: mailing.subject ?? mailing.id,
    sent_on: ask.dayOf(mailing.sent_date),
    sent: mailing.sent,
    delivered: mailing.delivered,
    opened: mailing.opened,
    clicked: mailing.clicked,
  }),
});
