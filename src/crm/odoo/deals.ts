import { z } from "zod";
import { companiesOf, sellerOf } from "./look";
import { type Domain, part } from "./part";
import { date, flag, idsOf, key, moment, number, reference, text } from "./values";

/** Counts an archived deal when it was lost; the rest was put away. */
const KEPT: Domain = ["|", ["active", "=", true], ["probability", "=", 0]];

const STATED = { id: key, stage_id: reference, active: flag, probability: number };
type Stated = z.output<z.ZodObject<typeof STATED>>;

/** Opportunities: open, won (their stage is one of winning) and lost (archived, without chances left). */
export const opportunities = part({
  model: "crm.lead",
  domain: ({ company }) => [["type", "=", "opportunity"], ["company_id", "in", [company, false]], ...KEPT],
  shape: z.object({
    ...STATED,
    name: text,
    partner_id: reference,
    user_id: reference,
    create_date: moment,
    date_deadline: date,
    date_closed: moment,
    expected_revenue: number,
  }),
  touchedBy: [{ path: "stage_id" }, { path: "partner_id" }, { path: "user_id" }],
  sums: [{ field: "expected_revenue", measure: "amount" }],
  look: async (leads, ask) => {
    const ids = idsOf(leads.map(({ stage_id }) => stage_id));
    const shape = z.object({ id: key, is_won: flag });
    const stages = ids.length ? await ask.all("crm.stage", [["id", "in", ids]], shape) : [];
    return {
      people: await ask.people(),
      customer: await companiesOf(
        leads.map(({ partner_id }) => partner_id),
        ask,
      ),
      won: new Set(stages.filter(({ is_won }) => is_won).map(({ id }) => id)),
    };
  },
  row: (lead, ask, { people, customer, won }) => {
    const status = statusOf(lead, won);
    const created = ask.dayOf(lead.create_date);
    return {
      id: lead.id,
      name: lead.name ?? lead.id,
      customer_id: customer(lead.partner_id),
      salesperson_id: sellerOf(lead.user_id, people),
      created_on: created,
      // Few people enter a deadline.
      expected_on: lead.date_deadline ?? ask.dayOf(lead.date_closed) ?? created,
      closed_on: status === "open" ? undefined : ask.dayOf(lead.date_closed),
      stage: status === "lost" ? "Perdue" : (lead.stage_id?.name ?? "–"),
      status,
      amount: lead.expected_revenue,
      probability: lead.probability / 100,
    };
  },
});

const statusOf = (lead: Stated, won: ReadonlySet<number>): "open" | "won" | "lost" => {
  if (!lead.active) return "lost";
  return lead.stage_id && won.has(lead.stage_id.id) ? "won" : "open";
};

/** Odoo's stars of a lead, 0 to 3. */
const RATINGS: Readonly<Record<string, string>> = { 0: "cold", 1: "warm", 2: "hot", 3: "hot" };
const NOT_TOLD = "(non renseigné)";

/** Leads not yet made opportunities (an Odoo may do without them: all are opportunities then). */
export const leads = part({
  model: "crm.lead",
  domain: ({ company }) => [["type", "=", "lead"], ["company_id", "in", [company, false]], ...KEPT],
  shape: z.object({
    ...STATED,
    user_id: reference,
    create_date: moment,
    priority: text,
    source_id: reference,
    medium_id: reference,
  }),
  touchedBy: [{ path: "stage_id" }, { path: "source_id" }, { path: "medium_id" }, { path: "user_id" }],
  look: (_, ask) => ask.people(),
  row: (lead, ask, { users }) => ({
    id: lead.id,
    created_on: ask.dayOf(lead.create_date),
    salesperson_id: lead.user_id && users.has(lead.user_id.id) ? lead.user_id.id : undefined,
    source: lead.source_id?.name ?? lead.medium_id?.name ?? NOT_TOLD,
    rating: RATINGS[lead.priority ?? "0"] ?? lead.priority,
    status: lead.active ? (lead.stage_id?.name ?? NOT_TOLD) : "Perdue",
  }),
});
