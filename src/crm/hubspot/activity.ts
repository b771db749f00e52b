import { z } from "zod";
import { NOBODY } from "../kit";
import { NO_COMPANY } from "./members";
import { flag, listPart, number, objectPart, text } from "./part";

/** Deals: open, won and lost. HubSpot itself says which stage means what. */
export const opportunities = objectPart({
  object: "deals",
  properties: z.object({
    dealname: text,
    amount: number,
    deal_currency_code: text,
    dealstage: text,
    createdate: text,
    closedate: text,
    hubspot_owner_id: text,
    hs_is_closed: flag,
    hs_is_closed_won: flag,
    hs_deal_stage_probability: number,
  }),
  withCompany: true,
  row: (deal, { day, stage }) => ({
    id: deal.id,
    name: deal.dealname || deal.id,
    customer_id: deal.companies[0],
    salesperson_id: deal.hubspot_owner_id || NOBODY.id,
    created_on: day(deal.createdate),
    expected_on: day(deal.closedate) ?? day(deal.createdate),
    closed_on: deal.hs_is_closed ? day(deal.closedate) : undefined,
    stage: stage(deal.dealstage) ?? deal.dealstage,
    status: deal.hs_is_closed_won ? "won" : deal.hs_is_closed ? "lost" : "open",
    amount: deal.amount ?? 0,
    probability: deal.hs_deal_stage_probability ?? 0,
    currency: deal.deal_currency_code,
  }),
});

/** Meetings, planned or held. One that did not take place is no visit. */
export const visits = objectPart({
  object: "meetings",
  properties: z.object({
    hs_meeting_start_time: text,
    hs_timestamp: text,
    hs_meeting_outcome: text,
    hubspot_owner_id: text,
  }),
  withCompany: true,
  counted: [
    [{ propertyName: "hs_meeting_outcome", operator: "NOT_HAS_PROPERTY" }],
    [{ propertyName: "hs_meeting_outcome", operator: "IN", values: ["SCHEDULED", "COMPLETED"] }],
  ],
  row: (meeting, { day }) =>
    meeting.hs_meeting_outcome && !["SCHEDULED", "COMPLETED"].includes(meeting.hs_meeting_outcome)
      ? undefined
      : {
          id: meeting.id,
          visited_on: day(meeting.hs_meeting_start_time) ?? day(meeting.hs_timestamp),
          salesperson_id: meeting.hubspot_owner_id || NOBODY.id,
          customer_id: meeting.companies[0],
        },
});

/** Leads. One that nobody has labelled is cold. */
export const leads = objectPart({
  object: "leads",
  properties: z.object({
    hs_lead_label: text,
    hs_lead_source: text,
    hs_object_source_label: text,
    hs_pipeline_stage: text,
    hs_createdate: text,
    hubspot_owner_id: text,
  }),
  row: (lead, { day, stage }) => ({
    id: lead.id,
    created_on: day(lead.hs_createdate),
    salesperson_id: lead.hubspot_owner_id,
    source: lead.hs_lead_source || lead.hs_object_source_label || "HubSpot",
    rating: lead.hs_lead_label?.toLowerCase() || "cold",
    status: stage(lead.hs_pipeline_stage) ?? lead.hs_pipeline_stage,
  }),
});

/** Invoices that were issued; drafts and voided ones are not loaded. */
export const invoices = objectPart({
  object: "invoices",
  properties: z.object({
    hs_invoice_status: text,
    hs_invoice_date: text,
    hs_due_date: text,
    hs_amount_billed: number,
    hs_balance_due: number,
    hs_currency: text,
    hubspot_owner_id: text,
  }),
  withCompany: true,
  counted: [[{ propertyName: "hs_invoice_status", operator: "IN", values: ["open", "paid"] }]],
  row: (invoice, { day }) =>
    invoice.hs_invoice_status === "open" || invoice.hs_invoice_status === "paid"
      ? {
          id: invoice.id,
          customer_id: invoice.companies[0] ?? NO_COMPANY.id,
          salesperson_id: invoice.hubspot_owner_id,
          issued_on: day(invoice.hs_invoice_date),
          due_on: day(invoice.hs_due_date) ?? day(invoice.hs_invoice_date),
          amount: invoice.hs_amount_billed,
          outstanding: invoice.hs_balance_due,
          currency: invoice.hs_currency,
        }
      : undefined,
});

/** HubSpot's ticket categories as reasons; others, an account's own, stay as they are. */
const REASONS: Readonly<Record<string, string>> = {
  PRODUCT_ISSUE: "complaint",
  BILLING_ISSUE: "complaint",
  GENERAL_INQUIRY: "information",
  FEATURE_REQUEST: "suggestion",
};

/** Tickets as inbound contacts. */
export const contactsIn = objectPart({
  object: "tickets",
  properties: z.object({ createdate: text, source_type: text, hs_ticket_category: text }),
  withCompany: true,
  row: (ticket, { day }) => ({
    id: ticket.id,
    received_on: day(ticket.createdate),
    channel: ticket.source_type?.toLowerCase() || "other",
    reason: reasonOf(ticket.hs_ticket_category),
    customer_id: ticket.companies[0],
  }),
});

/** Several categories may be ticked: a complaint among them makes it one. */
function reasonOf(categories: string | null | undefined): string {
  const reasons = (categories ?? "")
    .split(";")
    .filter(Boolean)
    .map((category) => REASONS[category] ?? category);
  return reasons.includes("complaint") ? "complaint" : (reasons[0] ?? "other");
}

/** Counters that HubSpot leaves out are of nothing. */
const counter = z.number().default(0);

/** Marketing e-mails that were published, with all that has happened to them since. */
export const campaigns = listPart({
  object: "marketing-emails",
  path: "/marketing/v3/emails/",
  query: { includeStats: "true", isPublished: "true" },
  record: z.object({
    id: z.string(),
    name: z.string(),
    publishDate: text,
    publishedAt: text,
    stats: z
      .object({ counters: z.object({ sent: counter, delivered: counter, open: counter, click: counter }) })
      .nullish(),
  }),
  row: ({ id, name, publishDate, publishedAt, stats }, { day }) => {
    const { sent = 0, delivered = 0, open: opened = 0, click: clicked = 0 } = stats?.counters ?? {};
    return { id, name, sent_on: day(publishDate) ?? day(publishedAt), sent, delivered, opened, clicked };
  },
});
