import { FailureError } from "../../sales/failure";
import type { Session } from "../office/session";

/** `expected`: as Vigie assumes; `other`: not so; `told`: a fact, neither right nor wrong. */
export type Verdict = "expected" | "other" | "told";

/** The outcome of one probe. `found` names no cell, person or figure of the workbook: it may be sent to anybody. */
export interface Finding<Id extends string = string> {
  readonly id: Id;
  readonly verdict: Verdict;
  readonly found: string;
}

/** Ground of a probe: an empty sheet of its own, deleted afterwards. */
export interface Scratch {
  readonly session: Session;
  readonly sheet: Excel.Worksheet;
  /** Calls of our functions that Excel has made so far. */
  readonly callsMade: () => number;
  /** Milliseconds that an answer of Excel's calculation is waited for. */
  readonly patienceMs: number;
}

export type Probe = (scratch: Scratch) => Promise<Omit<Finding, "id">>;

export const judged = (isAsExpected: boolean, found: string) =>
  ({ verdict: isAsExpected ? "expected" : "other", found }) as const;
export const told = (found: string) => ({ verdict: "told", found }) as const;

/** Sends what `queue` asks; undefined when Excel did it, else Excel's own code, or ours. */
export async function refusalOf(session: Session, queue: () => void): Promise<string | undefined> {
  try {
    queue();
    await session.sync();
    return undefined;
  } catch (error) {
    return codeOf(error);
  }
}

/** Excel's code for an error, or ours; never its message, which may quote a cell. */
export function codeOf(error: unknown): string {
  if (error instanceof FailureError) return error.failure.code;
  const { code, name } = error as Partial<OfficeExtension.Error>;
  return code ?? name ?? "Error";
}

const POLL_MS = 150;

/** Reads until `isThere` holds; false when it does not within `milliseconds`. */
export async function within(milliseconds: number, isThere: () => Promise<boolean>): Promise<boolean> {
  for (const until = Date.now() + milliseconds; ; ) {
    if (await isThere()) return true;
    if (Date.now() > until) return false;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
