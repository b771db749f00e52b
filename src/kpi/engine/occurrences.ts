import type { Table } from "../../sales/tables";

/**
 * Each (group, value, day) once: all that a distinct count depends on. One buffer serves every grouping of a table,
 * because fresh memory costs more than filling it.
 */
export class OccurrenceBuffer {
  /** By occurrence, up to `length`. */
  readonly groups: Int32Array;
  readonly dayRanks: Int32Array;
  /** Rank of the day on which the same value occurred last in the group; -1 for its first occurrence. */
  readonly previous: Int32Array;
  length = 0;
  /** Some value occurs in a group on several days. If none does, counts add up over days. */
  recurring = false;
  /** Scratch memory of a scan: by place, the row's group. */
  readonly groupsInOrder: Int32Array;
  /** Scratch memory of a scan: by row, a group under 256. A quarter of the memory stays in the processor's cache. */
  readonly smallGroups: Uint8Array;

  constructor(capacity: number) {
    this.groups = new Int32Array(capacity);
    this.dayRanks = new Int32Array(capacity);
    this.previous = new Int32Array(capacity);
    this.groupsInOrder = new Int32Array(capacity);
    this.smallGroups = new Uint8Array(capacity);
  }
}

const BUFFERS = new WeakMap<Table, OccurrenceBuffer>();

/** The buffer of a table. Its content lasts until the next scan of the table. */
export function occurrenceBufferOf(table: Table): OccurrenceBuffer {
  const known = BUFFERS.get(table);
  if (known) return known;
  const buffer = new OccurrenceBuffer(table.length);
  BUFFERS.set(table, buffer);
  return buffer;
}
