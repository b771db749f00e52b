/**
 * Each (group, value, day) once: all that a distinct count can depend on. One buffer is filled again and again:
 * fresh memory costs more than what is written into it.
 */
export class VisitBuffer {
  length = 0;
  /** Some value came back to a group on another day; else (an order has one day) counts add up over days. */
  recurring = false;
  private readonly groupOf: Int32Array;
  private readonly rankOf: Int32Array;
  private readonly previousOf: Int32Array;

  constructor(capacity: number) {
    this.groupOf = new Int32Array(capacity);
    this.rankOf = new Int32Array(capacity);
    this.previousOf = new Int32Array(capacity);
  }

  clear(): void {
    this.length = 0;
    this.recurring = false;
  }

  /** `previous` is the rank of the day of the same value's last visit to the group; -1 for its first. */
  add(group: number, dayRank: number, previous: number): void {
    const visit = this.length++;
    this.groupOf[visit] = group;
    this.rankOf[visit] = dayRank;
    this.previousOf[visit] = previous;
    if (previous >= 0) this.recurring = true;
  }

  /** By visit; valid until the buffer is cleared. */
  get groups(): Int32Array {
    return this.groupOf.subarray(0, this.length);
  }

  get dayRanks(): Int32Array {
    return this.rankOf.subarray(0, this.length);
  }

  get previous(): Int32Array {
    return this.previousOf.subarray(0, this.length);
  }
}
