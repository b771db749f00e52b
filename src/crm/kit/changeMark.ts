import { createHash } from "node:crypto";
import { MILLISECONDS_A_DAY } from "../../sales/calendar";
import { FailureError, failure } from "../../sales/failure";

export interface MarkRules {
  /** Named in failures. */
  readonly source: string;
  /** Values that every row was computed with and no record's date of change tells: rates, the zone of its days. */
  readonly basis: unknown;
  /** The time that the CRM remembers; without it, for ever. */
  readonly memoryDays?: number;
}

/** The beginning of a refresh on the CRM's clock, less a margin for its transactions that end later than they are dated. */
export const writeMark = (now: Date, marginMs: number, { basis }: MarkRules): string =>
  `${new Date(now.getTime() - marginMs).toISOString()}|${fingerprint(basis)}`;

/**
 * The moment of an earlier mark. Throws `source-changes-lost` when changes since then would not tell all: the CRM has
 * forgotten, or what the rows were computed with is another now.
 */
export function readMark(mark: string, now: Date, rules: MarkRules): Date {
  const [moment = "", basis] = mark.split("|");
  const since = new Date(moment);
  const age = now.getTime() - since.getTime();
  const remembered = age <= (rules.memoryDays ?? Number.POSITIVE_INFINITY) * MILLISECONDS_A_DAY;
  if (remembered && basis === fingerprint(rules.basis)) return since;
  throw new FailureError(failure("source-changes-lost", { source: rules.source }));
}

const fingerprint = (basis: unknown): string =>
  createHash("sha256").update(JSON.stringify(basis)).digest("hex").slice(0, 16);
