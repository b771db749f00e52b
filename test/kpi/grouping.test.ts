import fc from "fast-check";
import { EVERYTHING, type Grouping, splitBy } from "../../src/kpi/engine/grouping";

const MEMBERS = 3;

describe("rows sorted by several dimensions", () => {
  it("are found again by any combination of members, however many dimensions there are", () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }).chain((depth) =>
          fc.record({
            depth: fc.constant(depth),
            rows: fc.array(fc.array(fc.nat(MEMBERS - 1), { minLength: depth, maxLength: depth }), {
              maxLength: 20,
            }),
            absent: fc.array(fc.nat(MEMBERS - 1), { minLength: depth, maxLength: depth }),
          }),
        ),
        ({ depth, rows, absent }) => {
          const grouping = Array.from({ length: depth }).reduce<Grouping>(
            (outer, _, dimension) =>
              splitBy(
                outer,
                Int32Array.from(rows, (row) => row[dimension]!),
                MEMBERS,
              ),
            EVERYTHING,
          );
          rows.forEach((row, at) => {
            expect(grouping.find(row)).toBe(grouping.codes?.[at]);
          });
          const group = grouping.find(absent);
          const inGroup = rows.filter((_, at) => grouping.codes?.[at] === group);
          expect(inGroup).toEqual(rows.filter((row) => row.join() === absent.join()));
        },
      ),
    ));
});
