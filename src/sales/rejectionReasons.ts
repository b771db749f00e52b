import type { Failure } from "./failure";
import { REASONS_SAMPLE, type RejectionReason } from "./rejected";

/** Reasons told apart; a source of which each row fails otherwise stops being counted in detail. */
const MOST_REASONS = 1_000;

/** Counts the rows set aside by reason: the same failure in the same column with the same value. */
export class RejectionReasons {
  private readonly counts = new Map<string, { count: number; column?: string; failure: Failure }>();

  add(failure: Failure, column: string | undefined): void {
    const { line: _, ...params } = failure.params;
    const key = `${failure.code} ${column ?? ""} ${JSON.stringify(params)}`;
    const known = this.counts.get(key);
    if (known) known.count++;
    else if (this.counts.size < MOST_REASONS)
      this.counts.set(key, { count: 1, ...(column !== undefined && { column }), failure });
  }

  /** The first REASONS_SAMPLE, most frequent first. */
  get mostFrequent(): readonly RejectionReason[] {
    return [...this.counts.values()].sort((a, b) => b.count - a.count).slice(0, REASONS_SAMPLE);
  }
}
