import { withDeadline } from "../../sales/deadline";
import { FailureError, failed, failure, type Result, success } from "../../sales/failure";
import { officeFailure } from "./failures";

/** The client library waits for ever; four megabytes on a slow line to Excel on the web take some seconds. */
export const SYNC_TIMEOUT_MS = 60_000;

export interface SessionOptions {
  /** Stops before the next request; a request on its way is always waited for. */
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
}

/** One conversation with the workbook: everything asked between two `sync`s travels as one request. */
export class Session {
  /** Requests sent so far. */
  syncs = 0;

  constructor(
    readonly context: Excel.RequestContext,
    private readonly options: SessionOptions,
  ) {}

  get workbook(): Excel.Workbook {
    return this.context.workbook;
  }

  /** Sends the queued requests. Throws FailureError (`stopped`, `workbook-busy`) or an error of Office.js. */
  async sync(): Promise<void> {
    if (this.options.signal?.aborted) throw new FailureError(failure("stopped"));
    this.syncs++;
    await withDeadline(
      () => this.context.sync(),
      this.options.timeoutMs ?? SYNC_TIMEOUT_MS,
      new FailureError(failure("workbook-busy", { timedOut: "sync" })),
    );
  }
}

/**
 * Runs `work` against the open workbook. A cell being edited delays the requests instead of failing them, where Excel
 * can do that. Every error becomes a Failure; requests not yet sent are dropped.
 */
export async function inWorkbook<T>(
  work: (session: Session) => Promise<T>,
  options: SessionOptions = {},
): Promise<Result<T>> {
  if (typeof Excel === "undefined") return failed("workbook-api-missing", { api: "Excel" });
  try {
    return success(
      await Excel.run({ delayForCellEdit: true }, (context) => work(new Session(context, options))),
    );
  } catch (error) {
    return { ok: false, failure: officeFailure(error) };
  }
}
