import fc from "fast-check";
import { columnValue } from "../../src/sales/columns";
import { TABLE_NAMES } from "../../src/sales/schema";
import type { SalesData, Value } from "../../src/sales/tables";
import { loadWorkbook, refreshWorkbook } from "../../src/workbook";
import { openOffice } from "../../workbench/host/jsdom";
import { type Leaving, MovingCrm } from "../crm/movingCrm";
import { days, perform } from "../crm/movingDays";
import { runs, seed } from "../support/runs";
import { dataOf, framesNow, smallMarket, sourceOf } from "./movingSource";
import { granted, sheetNames } from "./office";

/** Every table's rows in the order of their ids: changes put rows that come back behind the others. */
const rowsOf = ({ tables }: SalesData): Record<string, Value[][]> =>
  Object.fromEntries(
    TABLE_NAMES.map((name) => {
      const { length, columns } = tables[name];
      const rows = Array.from({ length }, (_, row) =>
        Object.values(columns).map((column) => columnValue(column, row)),
      );
      return [name, rows.sort(([one], [other]) => Number(one) - Number(other))];
    }),
  );

test("over any days of work the workbook ends where a full load would, with faults on the way", async () => {
  const modes = { full: 0, changes: 0 };
  await fc.assert(
    fc.asyncProperty(
      days,
      fc.constantFrom<Leaving>("gone", "present"),
      fc.array(fc.nat(7), { minLength: 6, maxLength: 6 }),
      async (work, leaving, faults) => {
        const office = await openOffice();
        const crm = new MovingCrm(1_000);
        smallMarket(crm);
        const refresh = () => refreshWorkbook(sourceOf(crm, leaving), { user: "Anne" });
        granted(await refresh());
        for (const [day, deeds] of work.entries()) {
          for (const deed of deeds) perform(crm, deed);
          // Every other day a request is refused; whatever came of it, the next refresh makes it good.
          if (day % 2 === 1) {
            office.host.faults.failSync(1 + faults[day]!);
            await refresh();
            office.host.faults.clear();
          }
          modes[granted(await refresh()).mode]++;
          const whole = await dataOf(await framesNow(crm, leaving));
          expect(rowsOf(granted(await loadWorkbook())!)).toEqual(rowsOf(whole));
          expect(sheetNames(office.host)).toHaveLength(14);
        }
        office.dispose();
      },
    ),
    { numRuns: runs(30, 5), seed },
  );
  expect(modes.changes).toBeGreaterThan(modes.full);
}, 240_000);
