/**
 * Each (group, value, day) once: all that a distinct count can depend on. One buffer is filled again and again:
 * fresh memory costs more than what is written into it.
 */
export class VisitBuffer {
  /** By visit, up to `length`. */
  readonly groups: Int32Array;
  readonly dayRanks: Int32Array;
  /** The rank of the day of the same value's last visit to the group; -1 for its first. */
  readonly previous: Int32Array;
  length = 0;
  /** Some value came back to a group on another day; else (an order has one day) counts add up over days. */
  recurring = false;

  constructor(capacity: number) {
    this.groups = new Int32Array(capacity);
    this.dayRanks = new Int32Array(capacity);
    this.previous = new Int32Array(capacity);
  }
}
