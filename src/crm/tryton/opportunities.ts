import { z } from "zod";
import { NOBODY } from "../kit";
import { part } from "./part";
import { day, decimal, key } from "./values";

/** Tryton's states as stages, in the order of its workflow. What is cancelled is not loaded. */
const STAGES = {
  lead: { stage: "Piste", status: "open" },
  opportunity: { stage: "Opportunité", status: "open" },
  converted: { stage: "Convertie en vente", status: "open" },
  won: { stage: "Gagnée", status: "won" },
  lost: { stage: "Perdue", status: "lost" },
} as const;
const STATES = ["lead", "opportunity", "converted", "won", "lost"] as const;

/** Opportunities, leads included: Tryton's lead is the first stage of an opportunity. */
export const opportunities = part({
  model: "sale.opportunity",
  domain: (company) => [
    ["state", "in", STATES],
    ["company", "=", company],
  ],
  shape: z.object({
    id: key,
    number: z.string().nullable(),
    description: z.string().nullable(),
    party: key.nullable(),
    employee: key.nullable(),
    start_date: day,
    end_date: day.nullable(),
    amount: decimal.nullable(),
    conversion_probability: z.number().nullable(),
    state: z.enum(STATES),
    lines: z.array(key),
  }),
  touchedBy: [{ path: "lines.", model: "sale.opportunity.line" }],
  // One product may be told, several may not.
  look: async (records, ask) => {
    const ids = records.flatMap(({ lines }) => lines);
    const shape = z.object({ id: key, product: key.nullable() });
    const lines = ids.length ? await ask.all("sale.opportunity.line", [["id", "in", ids]], shape) : [];
    return new Map(lines.map(({ id, product }) => [id, product]));
  },
  row: (record, _, products) => {
    const { stage, status } = STAGES[record.state];
    const offered = [...new Set(record.lines.map((id) => products.get(id)))];
    return {
      id: record.id,
      name: record.description || record.number || record.id,
      customer_id: record.party,
      salesperson_id: record.employee ?? NOBODY.id,
      product_id: offered.length === 1 ? offered[0] : undefined,
      created_on: record.start_date,
      // While open, the end date is the day it should close; few people enter it.
      expected_on: record.end_date ?? record.start_date,
      closed_on: status === "open" ? undefined : record.end_date,
      stage,
      status,
      amount: record.amount ?? 0,
      probability: record.conversion_probability ?? 0,
    };
  },
});
