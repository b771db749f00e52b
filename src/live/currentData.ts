import type { KpiSource } from "../kpi/source";
import { FailureError, failed, failure, type Result, success } from "../sales/failure";
import type { Language } from "../sales/text";

/**
 * Which data the cells answer from, in the one runtime that pane and functions share. Calls made before any data
 * is known wait for it, but never without end; during a refresh the old source answers until the new one is there.
 */
export class CurrentData {
  language: Language = "fr";
  private known: Result<KpiSource> | undefined;
  private waiting: (() => void)[] = [];
  private generation = 0;

  /**
   * Says that data is being read from the workbook. Undefined means that the workbook holds none. A refresh that
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

  /** Puts a new source in force; cells asked from now on answer from it. */
  replace(source: KpiSource): void {
    this.generation++;
    this.settle(success(source));
  }

  /** The source in force, or why there is none: `no-data`, `timed-out` after `timeoutMs`, or the reading's own. */
  async source(timeoutMs: number): Promise<Result<KpiSource>> {
    if (!this.known && !(await this.anything(timeoutMs))) {
      return failed("timed-out", { seconds: Math.round(timeoutMs / 1000) });
    }
    return this.known ?? failed("no-data");
  }

  private settle(outcome: Result<KpiSource>): void {
    this.known = outcome;
    for (const wake of this.waiting.splice(0)) wake();
  }

  private anything(timeoutMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), timeoutMs);
      this.waiting.push(() => {
        clearTimeout(timer);
        resolve(true);
      });
    });
  }
}

/** The one holder of this runtime. */
export const currentData = new CurrentData();
