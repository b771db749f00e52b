import { withDeadline } from "../sales/deadline";
import { type Result, success } from "../sales/failure";
import type { LoadEstimate, Session } from "./gatewayClient";
import type { PaneServices } from "./services";
import type { PaneState } from "./state";

/** Rows of all tables that a workbook holds without trouble (docs/limits.md, "Size"). */
const ROWS_A_WORKBOOK_HOLDS = 1_000_000;

/** An estimate is a courtesy: nobody waits longer for it. */
const PATIENCE_MILLISECONDS = 10_000;

/** True when a refresh will be a full one: the workbook holds no data of this source to merge changes into. */
export const readsEverything = ({ session, provenance }: PaneState): boolean =>
  !provenance || provenance.source !== session?.source || provenance.circulated !== undefined;

export const exceedsCalls = ({ calls, callsLeft }: LoadEstimate): boolean =>
  callsLeft !== undefined && calls > callsLeft;

const exceedsWorkbook = ({ rows }: LoadEstimate): boolean => rows > ROWS_A_WORKBOOK_HOLDS;

/** True when a load is too large to start without a question. */
export const isHugeLoad = (estimate: LoadEstimate): boolean =>
  exceedsCalls(estimate) || exceedsWorkbook(estimate);

export interface LoadEstimates {
  /** Undefined where the source cannot tell, or not in time; never throws. Asks once while that may still be true. */
  of(session: Session): Promise<LoadEstimate | undefined>;
  /** Forgets a session's estimate: calls were spent since. */
  forget(session: Session): void;
}

export function createLoadEstimates({
  gateway,
  onFault,
}: Pick<PaneServices, "gateway" | "onFault">): LoadEstimates {
  const asked = new WeakMap<Session, Promise<LoadEstimate | undefined>>();

  const ask = async (session: Session): Promise<LoadEstimate | undefined> => {
    const answer = await inTime((signal) => gateway.estimate(session, signal)).catch(onFault);
    if (answer?.ok) return answer.value;
    asked.delete(session);
    return undefined;
  };

  return {
    of: (session) => {
      const answer = asked.get(session) ?? ask(session);
      asked.set(session, answer);
      return answer;
    },
    forget: (session) => void asked.delete(session),
  };
}

/** Asks with a deadline: an estimate that comes too late counts as none. */
function inTime(
  question: (signal: AbortSignal) => Promise<Result<LoadEstimate | undefined>>,
): Promise<Result<LoadEstimate | undefined>> {
  const late = new Error("no estimate in time");
  return withDeadline(question, PATIENCE_MILLISECONDS, late).catch((thrown: unknown) => {
    if (thrown === late) return success(undefined);
    throw thrown;
  });
}
