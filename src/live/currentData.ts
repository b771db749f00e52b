import type { KpiSource } from "../kpi";
import { withDeadline } from "../sales/deadline";
import { FailureError, failed, failure, type Result, success } from "../sales/failure";
import type { Language } from "../sales/text";

/**
 * Holds the data that the cells answer from, in the one runtime that pane and functions share. Calls made before any
 * data is known wait for it, with a deadline; during a refresh the old source answers until the new one is there.
 */
export class CurrentData {
  language: Language = "fr";
  private known: Result<KpiSource> | undefined;
  private waiting: (() => void)[] = [];
  private look: (() => Promise<void>) | undefined;
  private generation = 0;
  /** Calls of our functions so far: by them a diagnosis sees what Excel asks. */
  callsMade = 0;

  /**
   * Announces that data is being read from the workbook. Undefined means that the workbook holds none. A refresh that
   * finishes meanwhile wins over it.
   */
  async load(reading: Promise<KpiSource | undefined>): Promise<void> {
    const generation = ++this.generation;
    const outcome = await reading.then(
      (source) => (source ? success(source) : failed("no-data")),
      (error: unknown): Result<KpiSource> => ({
        ok: false,
        failure: error instanceof FailureError ? error.failure : failure("workbook-damaged"),
      }),
    );
    if (generation === this.generation) this.settle(outcome);
  }

  /** Announces newer data in the workbook: calls wait for it, the old source answers none of them any more. */
  renew(reading: Promise<KpiSource | undefined>): Promise<void> {
    this.known = undefined;
    return this.load(reading);
  }

  /** Has `look` run before each call is answered; it may `renew`, and has to end soon. */
  lookFirst(look: () => Promise<void>): void {
    this.look = look;
  }

  /** Puts a new source in force; cells asked from now on answer from it. */
  replace(source: KpiSource): void {
    this.generation++;
    this.settle(success(source));
  }

  /** The source in force, or why there is none: `no-data`, `timed-out` after `timeoutMs`, or the reading's own. */
  async source(timeoutMs: number): Promise<Result<KpiSource>> {
    this.callsMade++;
    if (this.known && this.look) await this.look();
    if (this.known) return this.known;
    const late = failure("timed-out", { seconds: Math.round(timeoutMs / 1000) });
    const settled = () => new Promise<void>((resolve) => this.waiting.push(resolve));
    return withDeadline(settled, timeoutMs, new FailureError(late)).then(
      () => this.known ?? failed("no-data"),
      () => ({ ok: false, failure: late }),
    );
  }

  private settle(outcome: Result<KpiSource>): void {
    this.known = outcome;
    for (const wake of this.waiting.splice(0)) wake();
  }
}

/** The one holder of this runtime. */
export const currentData = new CurrentData();
