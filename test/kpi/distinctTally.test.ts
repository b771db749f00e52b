import fc from "fast-check";
import { DistinctRows } from "../../src/kpi/engine/distinct";
import type { Grouping } from "../../src/kpi/engine/grouping";
import { OccurrenceBuffer } from "../../src/kpi/engine/occurrences";
import { DistinctTally } from "../../src/kpi/engine/tally";

interface Row {
  readonly group: number;
  /** -1: the row has none. */
  readonly value: number;
  /** Rank of the day; -1: the row is not selected. */
  readonly rank: number;
}

const DAYS = 40;

/** Groups × days and groups × values, small and beyond what is kept in cells. */
const SHAPES = [
  { shape: "few groups, few values", groups: 3, values: 6 },
  { shape: "many groups, few values", groups: 4_000, values: 6 },
  { shape: "few groups, very many values", groups: 3, values: 2_000_000 },
  { shape: "many groups, many values", groups: 4_000, values: 4_000 },
] as const;

const byValueAndDay = (a: Row, b: Row) => a.value - b.value || a.rank - b.rank;
const ORDERS = {
  "rows in any order": (rows: readonly Row[]) => rows,
  "rows by day": (rows: readonly Row[]) =>
    rows.filter(({ rank }) => rank >= 0).sort((a, b) => a.rank - b.rank),
  "rows by value": (rows: readonly Row[]) => rows.filter(({ value }) => value >= 0).sort(byValueAndDay),
  "rows in any order, one day each": (rows: readonly Row[]) =>
    rows.map((row) => ({ ...row, rank: row.rank < 0 || row.value < 0 ? row.rank : row.value % DAYS })),
  "rows by value, one day each": (rows: readonly Row[]) =>
    rows
      .filter(({ value }) => value >= 0)
      .map((row) => ({ ...row, rank: row.value % DAYS }))
      .sort(byValueAndDay),
} as const;

/** Few of many, so that groups, values and days meet again. */
const someOf = (count: number) =>
  fc.integer({ min: 0, max: 4 }).map((nth) => Math.floor((nth * (count - 1)) / 4));

const rowsOf = (groups: number, values: number) =>
  fc.array(
    fc.record({
      group: someOf(groups),
      value: fc.oneof({ arbitrary: someOf(values), weight: 6 }, { arbitrary: fc.constant(-1), weight: 1 }),
      rank: fc.integer({ min: -1, max: DAYS - 1 }),
    }),
    { maxLength: 60 },
  );

const column = (rows: readonly Row[], name: keyof Row) => Int32Array.from(rows, (row) => row[name]);

function tallyOf(rows: readonly Row[], groups: number, dictionary: readonly string[]): DistinctTally {
  const dated = { days: Int32Array.from({ length: DAYS }, (_, day) => day), dayRanks: column(rows, "rank") };
  const codes = column(rows, "group");
  const grouping: Grouping = { size: groups, depth: 1, codes, find: ([group]) => group ?? -1 };
  const distinct = new DistinctRows(dated, { kind: "text", codes: column(rows, "value"), dictionary });
  return new DistinctTally(
    { ...dated, timeless: false },
    grouping,
    distinct,
    new OccurrenceBuffer(rows.length),
  );
}

describe.each(SHAPES)("distinct values of $shape", ({ groups, values }) => {
  const dictionary = { length: values } as readonly string[];

  test.each(Object.entries(ORDERS))("%s, are those of a set", (_, ordered) =>
    fc.assert(
      fc.property(
        rowsOf(groups, values).map(ordered),
        fc.array(fc.tuple(fc.integer({ min: 0, max: DAYS }), fc.integer({ min: -1, max: DAYS })), {
          minLength: 1,
          maxLength: 5,
        }),
        (rows, ranges) => {
          const tally = tallyOf(rows, groups, dictionary);
          for (const group of new Set(rows.map((row) => row.group)))
            for (const [from, to] of ranges) {
              const met = rows.filter(
                (row) => row.group === group && row.value >= 0 && row.rank >= from && row.rank <= to,
              );
              expect(tally.value(group, { from, to })).toBe(new Set(met.map(({ value }) => value)).size);
            }
        },
      ),
      { numRuns: 60 },
    ),
  );
});
