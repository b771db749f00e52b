import { z } from "zod";
import { NOBODY } from "../kit";
import { type Part, read } from "./part";
import { number, reference, text } from "./values";

const DEAL = z.looseObject({
  id: z.string(),
  title: text,
  owner_id: reference,
  org_id: reference,
  stage_id: reference,
  status: z.enum(["open", "won", "lost"]),
  value: number,
  currency: text,
  probability: number,
  add_time: text,
  update_time: text,
  expected_close_date: text,
  won_time: text,
  lost_time: text,
  close_time: text,
});
type Deal = z.output<typeof DEAL>;

/** Won is sure, lost is nothing; while open, the deal's own probability, else its stage's. */
const CERTAIN: Readonly<Record<string, number>> = { won: 100, lost: 0 };

const closedOn = (deal: Deal) =>
  deal.status === "open"
    ? undefined
    : ((deal.status === "won" ? deal.won_time : deal.lost_time) ?? deal.close_time);

const deals = (path: string): Part => ({
  object: "deals",
  list: (questions, place) => questions.byCursor(path, {}, place),
  rows: (records, { day, stages }) =>
    read("deals", records, DEAL, (deal) => {
      const stage = stages.get(deal.stage_id ?? "");
      const percent = CERTAIN[deal.status] ?? deal.probability ?? stage?.probability ?? 0;
      return {
        id: deal.id,
        name: deal.title || deal.id,
        customer_id: deal.org_id,
        salesperson_id: deal.owner_id ?? NOBODY.id,
        created_on: day(deal.add_time),
        expected_on: day(deal.expected_close_date) ?? day(closedOn(deal)) ?? day(deal.add_time),
        closed_on: day(closedOn(deal)),
        stage: stage?.name ?? deal.stage_id,
        status: deal.status,
        amount: deal.value ?? 0,
        probability: percent / 100,
        currency: deal.currency,
      };
    }),
});

/** Deals, and those put into the archive: Pipedrive lists them apart. */
export const opportunities: readonly Part[] = [deals("deals"), deals("deals/archived")];

const ACTIVITY = z.looseObject({
  id: z.string(),
  type: text,
  done: z.boolean(),
  due_date: text,
  owner_id: reference,
  org_id: reference,
  update_time: text,
});

/** Meetings that were held: activities of the type `meeting` that are marked as done. */
export const visits: readonly Part[] = [
  {
    object: "activities",
    list: (questions, place) => questions.byCursor("activities", { done: "true" }, place),
    rows: (records) =>
      read("activities", records, ACTIVITY, ({ id, type, done, due_date, owner_id, org_id }) =>
        type === "meeting" && done
          ? { id, visited_on: due_date, salesperson_id: owner_id ?? NOBODY.id, customer_id: org_id }
          : undefined,
      ),
  },
];

const LEAD = z.looseObject({
  id: z.string(),
  owner_id: reference,
  label_ids: z.array(z.string()).nullish(),
  source_name: text,
  is_archived: z.boolean().nullish(),
  add_time: text,
  update_time: text,
});

/** Labels of leads by their beginnings, in the languages Pipedrive and its users write them in. */
const RATINGS: readonly (readonly [RegExp, string])[] = [
  [/^(hot|chaud)/i, "hot"],
  [/^(warm|ti[eè]de)/i, "warm"],
  [/^(cold|froid)/i, "cold"],
];

const leadsAt = (path: string): Part => ({
  object: "leads",
  list: (questions, place) => questions.byOffset(path, { sort: "add_time ASC" }, place),
  rows: (records, { day, leadLabels }) =>
    read("leads", records, LEAD, (lead) => ({
      id: lead.id,
      created_on: day(lead.add_time),
      salesperson_id: lead.owner_id,
      source: lead.source_name || "Pipedrive",
      rating: ratingOf((lead.label_ids ?? []).map((id) => leadLabels.get(id) ?? "")),
      status: lead.is_archived ? "Archivé" : "Ouvert",
    })),
});

/** The warmest of a lead's labels; one without is cold. */
const ratingOf = (labels: readonly string[]): string =>
  RATINGS.find(([pattern]) => labels.some((label) => pattern.test(label)))?.[1] ?? "cold";

export const leads: readonly Part[] = [leadsAt("leads"), leadsAt("leads/archived")];
