import { z } from "zod";
import { NOBODY } from "../kit";
import { hasCome, stateIsNot } from "./conditions";
import { part } from "./part";
import { key, kindOf, moment, UNKNOWN, whole, wordsOf } from "./values";

const CANCELLED = 2;

/** Appointments whose day has come and that were not cancelled: few people mark them as completed. */
export const visits = part({
  entity: "appointment",
  id: "activityid",
  conditions: (today) => [stateIsNot(CANCELLED), hasCome("scheduledstart", today)],
  shape: z.object({
    activityid: key,
    scheduledstart: moment,
    _owninguser_value: key.nullish(),
    _regardingobjectid_value: key.nullish(),
    [kindOf("_regardingobjectid_value")]: z.string().optional(),
  }),
  row: (visit, { day }) => ({
    id: visit.activityid,
    visited_on: day(visit.scheduledstart),
    salesperson_id: visit._owninguser_value ?? NOBODY.id,
    customer_id:
      visit[kindOf("_regardingobjectid_value")] === "account" ? visit._regardingobjectid_value : undefined,
  }),
});

/** `leadqualitycode`. Who has not rated a lead has not called it warm. */
const RATINGS: Readonly<Record<number, string>> = { 1: "hot", 2: "warm", 3: "cold" };

export const leads = part({
  entity: "lead",
  shape: z.object({
    leadid: key,
    createdon: moment,
    _owninguser_value: key.nullish(),
    leadqualitycode: whole.nullish(),
    leadsourcecode: whole.nullish(),
    [wordsOf("leadsourcecode")]: z.string().optional(),
    statuscode: whole.nullish(),
    [wordsOf("statuscode")]: z.string().optional(),
  }),
  row: (lead, { day }) => ({
    id: lead.leadid,
    created_on: day(lead.createdon),
    salesperson_id: lead._owninguser_value,
    source: lead[wordsOf("leadsourcecode")] || UNKNOWN,
    rating: RATINGS[lead.leadqualitycode ?? 3] ?? "cold",
    status: lead[wordsOf("statuscode")] || UNKNOWN,
  }),
});

/** `casetypecode`: question, problem, request; an organisation's own types keep their words. */
const REASONS: Readonly<Record<number, string>> = { 1: "information", 2: "complaint", 3: "information" };

export const contactsIn = part({
  entity: "incident",
  conditions: () => [stateIsNot(CANCELLED)],
  shape: z.object({
    incidentid: key,
    createdon: moment,
    casetypecode: whole.nullish(),
    [wordsOf("casetypecode")]: z.string().optional(),
    caseorigincode: whole.nullish(),
    [wordsOf("caseorigincode")]: z.string().optional(),
    _customerid_value: key.nullish(),
    _productid_value: key.nullish(),
  }),
  row: (incident, { day }) => ({
    id: incident.incidentid,
    received_on: day(incident.createdon),
    channel: incident[wordsOf("caseorigincode")] || UNKNOWN,
    reason: REASONS[incident.casetypecode ?? 0] ?? (incident[wordsOf("casetypecode")] || UNKNOWN),
    customer_id: incident._customerid_value,
    product_id: incident._productid_value,
  }),
});
