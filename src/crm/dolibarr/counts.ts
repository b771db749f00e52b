import { z } from "zod";
import { FailureError } from "../../sales/failure";
import { inParallel } from "../kit";
import type { Content } from "./contents";
import type { Part } from "./part";
import type { Session } from "./session";

const COUNTED = z.looseObject({ pagination: z.looseObject({ total: z.number().int().nonnegative() }) });

/** How many records a list has, where this Dolibarr counts them (newer versions, and not every list). */
export async function countOf(
  part: Part,
  session: Session,
  signal: AbortSignal,
  within?: string,
): Promise<number | undefined> {
  const conditions = [...part.filters(session.choices), ...(within === undefined ? [] : [within])];
  const wanted = {
    limit: 1,
    page: 0,
    sortfield: part.idColumn,
    pagination_data: "true",
    ...(conditions.length > 0 && { sqlfilters: conditions.join(" and ") }),
  };
  try {
    return COUNTED.safeParse(await session.client.ask(part.resource, wanted, signal)).data?.pagination.total;
  } catch (error) {
    if (error instanceof FailureError && error.failure.code === "source-invalid-answer") return undefined;
    throw error;
  }
}

/** Records of each content there are now, of those that this Dolibarr counts. */
export async function countsOf(session: Session, signal: AbortSignal): Promise<ReadonlyMap<Content, number>> {
  const found = await inParallel(session.granted.contents, async (content) => {
    const count = await countOf(content.part, session, signal);
    return count === undefined ? [] : [[content, count] as const];
  });
  return new Map(found.flat());
}
