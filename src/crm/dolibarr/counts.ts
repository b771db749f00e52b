import { z } from "zod";
import { FailureError } from "../../sales/failure";
import type { Part } from "./part";
import type { Session } from "./session";

const COUNTED = z.looseObject({ pagination: z.looseObject({ total: z.number().int().nonnegative() }) });

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
