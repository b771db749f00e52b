import { z } from "zod";
import { NOBODY } from "../kit";
import { part, touchedSince } from "./part";
import { sellersOf } from "./sellers";
import { plainDay } from "./serverZone";
import { id, number, reference, seconds, text } from "./values";

type Status = "open" | "won" | "lost";

/** Dolibarr's stages of an opportunity by id, with the chances that they begin with. */
const STAGES: Readonly<Record<number, { stage: string; status: Status; percent: number }>> = {
  1: { stage: "Prospection", status: "open", percent: 0 },
  2: { stage: "Qualification", status: "open", percent: 20 },
  3: { stage: "Proposition", status: "open", percent: 40 },
  4: { stage: "Négociation", status: "open", percent: 60 },
  5: { stage: "En attente", status: "open", percent: 50 },
  6: { stage: "Gagnée", status: "won", percent: 100 },
  7: { stage: "Perdue", status: "lost", percent: 0 },
};

/** Projects that are opportunities. One closed (2) without being won or lost is over, and left out. */
export const opportunities = part({
  resource: "projects",
  filters: () => [
    "(t.usage_opportunity:=:1)",
    "((t.fk_statut:<:2) or (t.fk_opp_status:=:6) or (t.fk_opp_status:=:7))",
  ],
  shape: z.object({
    id,
    ref: text,
    title: text,
    socid: reference,
    opp_status: reference,
    opp_percent: number,
    opp_amount: number,
    date_c: seconds,
    datec: seconds,
    date_start: seconds,
    date_end: seconds,
    date_close: seconds,
    user_author_id: reference,
    user_creation_id: reference,
  }),
  changedSince: touchedSince,
  namesCustomers: true,
  look: async (projects, ask) => ({
    sellers: await sellersOf(
      projects,
      (project) => ({
        author: project.user_author_id ?? project.user_creation_id,
        customer: project.socid,
      }),
      ask,
    ),
    customers: await ask.customers(),
  }),
  row: (project, ask, { sellers, customers }) => {
    const number = project.opp_status;
    const { stage, status, percent } = STAGES[number ?? 0] ?? ownStage(number);
    const created = ask.dayOf(project.date_c ?? project.datec) ?? dateOf(project.date_start);
    const closed = ask.dayOf(project.date_close) ?? dateOf(project.date_end) ?? created;
    return {
      id: project.id,
      name: project.title ?? project.ref ?? project.id,
      customer_id: known(project.socid, customers),
      salesperson_id: sellers.get(project.id) ?? NOBODY.id,
      created_on: created,
      expected_on: dateOf(project.date_end) ?? created,
      closed_on: status === "open" ? undefined : closed,
      stage,
      status,
      amount: project.opp_amount ?? 0,
      probability: (project.opp_percent ?? percent) / 100,
    };
  },
});

/** A stage that the company made itself. */
const ownStage = (number: number | undefined) => ({
  stage: number === undefined ? "–" : `Étape ${number}`,
  status: "open" as const,
  percent: 0,
});

const dateOf = (second: number | undefined): string | undefined =>
  second === undefined ? undefined : plainDay(second);

const known = (found: number | undefined, ids: ReadonlySet<number>): number | undefined =>
  found !== undefined && ids.has(found) ? found : undefined;

/** The kinds of the agenda's events by their ids in Dolibarr's dictionary: an appointment, and AC_OTH, which its screen enters where events have no types. */
export const APPOINTMENT = 5;
export const UNTYPED = 50;

const anyOf = (conditions: readonly string[]): string =>
  conditions.length === 1 ? conditions[0]! : `(${conditions.join(" or ")})`;

/** Visits among the agenda's events, of the kinds that count; nine events of ten are notes that Dolibarr takes by itself. */
export const visits = part({
  resource: "agendaevents",
  idColumn: "t.id",
  filters: ({ visits: kinds }) => [
    anyOf(kinds.map((kind) => `(t.fk_action:=:${kind})`)),
    // Without a kind of its own, an appointment is a visit where it has a third party.
    ...(kinds.includes(UNTYPED) ? ["(t.fk_soc:>:0)"] : []),
  ],
  shape: z.object({ id, datep: seconds, userownerid: reference, socid: reference }),
  changedSince: touchedSince,
  namesCustomers: true,
  look: async (_, ask) => ({ users: await ask.users(), customers: await ask.customers() }),
  row: (event, ask, { users, customers }) => ({
    id: event.id,
    visited_on: ask.dayOf(event.datep),
    salesperson_id: known(event.userownerid, users) ?? NOBODY.id,
    customer_id: known(event.socid, customers),
  }),
});

/** Dolibarr's kinds of tickets that are complaints. */
const COMPLAINTS: ReadonlySet<string> = new Set(["ISSUE", "PROBLEM"]);

/** Tickets, each a contact that came in. */
export const contactsIn = part({
  resource: "tickets",
  shape: z.object({
    id,
    datec: seconds,
    fk_soc: reference,
    type_code: text,
    type_label: text,
    origin_email: text,
  }),
  changedSince: touchedSince,
  namesCustomers: true,
  look: (_, ask) => ask.customers(),
  row: (ticket, ask, customers) => ({
    id: ticket.id,
    received_on: ask.dayOf(ticket.datec),
    channel: ticket.origin_email === undefined ? "ticket" : "e-mail",
    reason: COMPLAINTS.has(ticket.type_code ?? "")
      ? "complaint"
      : (ticket.type_label ?? ticket.type_code ?? "information"),
    customer_id: known(ticket.fk_soc, customers),
  }),
});
