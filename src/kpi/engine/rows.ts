import type { Members } from "./members";
import { rankSpan, type Selection } from "./selection";
import { restrictionsOf, type Slice } from "./slice";

/** The first rows asked for, and how many there are in all. */
export interface NewestRows {
  readonly rows: Int32Array;
  readonly total: number;
}

/** A selection's rows within a span of its days, and the place of each of its days among all selections' days. */
interface Part {
  readonly dayRanks: Int32Array;
  readonly start: number;
  readonly end: number;
  readonly ranks: Int32Array;
}

/**
 * Rows that lie in a slice by any of several selections of one table and date. Each question is one or two passes
 * over the table; memory grows with the number of days and of rows asked for, not with the table.
 */
export class RowsInSlice {
  private readonly days: Int32Array;
  private readonly parts: readonly Part[];
  /** Restricted dimensions: by row the member's code, and the code wanted. */
  private readonly codes: readonly Int32Array[];
  private readonly wanted: readonly number[];
  private readonly empty: boolean;

  constructor(selections: readonly Selection[], members: Members, slice: Slice) {
    const different = [...new Set(selections)];
    this.days = mergedDays(different.map(({ days }) => days));
    this.parts = different.map((selection) => ({
      dayRanks: selection.dayRanks,
      ...rankSpan(selection, slice.range),
      ranks: ranksAmong(selection.days, this.days),
    }));
    const restrictions = restrictionsOf(slice);
    this.codes = restrictions.map(({ dimension }) => members.codes(different[0]!.table.name, dimension));
    this.wanted = restrictions.map(({ code }) => code);
    this.empty = slice.empty;
  }

  get total(): number {
    let total = 0;
    this.each(() => total++);
    return total;
  }

  /** At most `limit` rows, newest day first; rows of one day are in the table's order. */
  newest(limit: number): NewestRows {
    const counts = new Int32Array(this.days.length);
    this.each((_, rank) => {
      counts[rank] = counts[rank]! + 1;
    });
    const next = new Int32Array(this.days.length);
    let total = 0;
    for (let rank = next.length - 1; rank >= 0; rank--) {
      next[rank] = total;
      total += counts[rank]!;
    }
    const rows = new Int32Array(Math.max(0, Math.min(limit, total)));
    this.each((row, rank) => {
      const place = next[rank]!;
      next[rank] = place + 1;
      if (place < rows.length) rows[place] = row;
    });
    return { rows, total };
  }

  /** Visits each row once, in the table's order, with the rank of its day. */
  private each(visit: (row: number, rank: number) => void): void {
    if (this.empty) return;
    const { parts, codes, wanted } = this;
    const length = parts[0]!.dayRanks.length;
    for (let row = 0; row < length; row++) {
      const rank = rankIn(parts, row);
      if (rank >= 0 && isWanted(codes, wanted, row)) visit(row, rank);
    }
  }
}

/** Rank of a row's day by the first selection that has the row; -1 when none has. */
function rankIn(parts: readonly Part[], row: number): number {
  for (let index = 0; index < parts.length; index++) {
    const { dayRanks, start, end, ranks } = parts[index]!;
    const own = dayRanks[row]!;
    if (own >= start && own < end) return ranks[own]!;
  }
  return -1;
}

function isWanted(codes: readonly Int32Array[], wanted: readonly number[], row: number): boolean {
  for (let index = 0; index < codes.length; index++) if (codes[index]![row] !== wanted[index]) return false;
  return true;
}

/** All days of ascending lists, ascending, each once. */
const mergedDays = (lists: readonly Int32Array[]): Int32Array =>
  lists.length === 1 ? lists[0]! : Int32Array.from(new Set(lists.flatMap((days) => Array.from(days)))).sort();

/** By place in `days`: the place of the same day in `among`, which has them all. */
function ranksAmong(days: Int32Array, among: Int32Array): Int32Array {
  const ranks = new Int32Array(days.length);
  for (let place = 0, rank = 0; place < days.length; place++) {
    while (among[rank] !== days[place]) rank++;
    ranks[place] = rank;
  }
  return ranks;
}
