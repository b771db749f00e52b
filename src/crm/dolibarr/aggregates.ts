import { z } from "zod";
import { FailureError } from "../../sales/failure";
import type { TableName } from "../../sales/schema";
import type { Text } from "../../sales/text";
import type { CrmAggregate, LoadEstimate } from "../reconciliation";
import type { Part } from "./part";
import type { Session } from "./session";

const COUNTED = z.looseObject({ pagination: z.looseObject({ total: z.number().int().nonnegative() }) });

/** Tables whose records are not one row each. */
const DIFFERENCES: Partial<Readonly<Record<TableName, Text>>> = {
  salespeople: {
    fr: "Vigie ajoute un membre pour ce qui n'est attribué à personne.",
    en: "Vigie adds a member for what is assigned to nobody.",
  },
  products: {
    fr: "Vigie ajoute un membre pour les lignes libres.",
    en: "Vigie adds a member for free lines.",
  },
  opportunities: {
    fr: "Vigie laisse de côté les projets clos qui ne sont ni gagnés ni perdus.",
    en: "Vigie leaves out closed projects that are neither won nor lost.",
  },
};

/** How many records a list has, where this Dolibarr counts them (newer versions, and not every list). */
export async function countOf(
  part: Part,
  session: Session,
  signal: AbortSignal,
): Promise<number | undefined> {
  const wanted = {
    limit: 1,
    page: 0,
    sortfield: part.idColumn,
    pagination_data: "true",
    ...(part.filters.length > 0 && { sqlfilters: part.filters.join(" and ") }),
  };
  try {
    return COUNTED.safeParse(await session.client.ask(part.resource, wanted, signal)).data?.pagination.total;
  } catch (error) {
    if (error instanceof FailureError && error.failure.code === "source-invalid-answer") return undefined;
    throw error;
  }
}

/** Dolibarr counts records, of some lists; it sums nothing. Orders are not their lines. */
export async function aggregatesOf(session: Session, signal: AbortSignal): Promise<readonly CrmAggregate[]> {
  const aggregates: CrmAggregate[] = [];
  for (const { table, part } of session.contents) {
    if (table === "order_lines") continue;
    const value = await countOf(part, session, signal);
    const difference = DIFFERENCES[table];
    if (value !== undefined)
      aggregates.push({ table, measure: "rows", value, ...(difference && { difference }) });
  }
  return aggregates;
}

/** Asked only where Dolibarr counts; `rows` are records, an order being one whatever its lines. */
export async function estimateOf(session: Session, signal: AbortSignal): Promise<LoadEstimate> {
  let [rows, calls] = [0, 0];
  for (const { part } of session.contents) {
    const count = (await countOf(part, session, signal)) ?? 0;
    rows += count;
    // The last page is an empty one, and what changed meanwhile is asked for.
    calls += Math.ceil(count / session.pageSize) + 2;
  }
  return { rows, calls };
}
