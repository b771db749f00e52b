import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { load } from "../../src/crm/load";
import { toChunks } from "../../src/sales/builder";
import { TABLE_NAMES, type TableName } from "../../src/sales/schema";
import type { RefreshFrame, RejectedRow } from "../../src/sales/stream";
import type { Table, Value } from "../../src/sales/tables";
import { runs, seed } from "../support/runs";
import { Follower } from "./following";
import { type Leaving, MOVING, MovingCrm } from "./movingCrm";
import { days, perform } from "./movingDays";

const following = (crm: MovingCrm, leaving: Leaving) => new Follower(() => crm.connection(leaving), MOVING);

const rowsOf = (table: Table): Value[][] =>
  [...toChunks(table)].flatMap(({ rows, columns }) =>
    Array.from({ length: rows }, (_, row) => Object.values(columns).map((values) => values[row]!)),
  );
const byId = (table: Table) => rowsOf(table).sort(([one], [other]) => Number(one) - Number(other));
const ids = (table: Table) => rowsOf(table).map(([id]) => id);

/** Whether every row that is new stands behind those that were there before. */
function newOnesLast(before: Table, after: Table): boolean {
  const old = new Set(ids(before));
  const found = ids(after);
  return isDeepStrictEqual(found, [
    ...found.filter((id) => old.has(id)),
    ...found.filter((id) => !old.has(id)),
  ]);
}

const reasons = (rows: readonly RejectedRow[] = []) =>
  rows.map(({ id }) => id).sort((one, other) => Number(one) - Number(other));

describe.each<Leaving>(["gone", "present"])("a CRM that tells what left as %s", (leaving) => {
  test("refreshes by changes end where a full load would, row by row, over any days of work", async () => {
    const modes = { full: 0, changes: 0 };
    await fc.assert(
      fc.asyncProperty(days, async (work) => {
        const crm = new MovingCrm();
        for (const deed of work[0]!) perform(crm, deed);
        const follower = following(crm, leaving);
        let held = await follower.full();
        let inOrder = new Set<TableName>(TABLE_NAMES);
        for (const day of work.slice(1)) {
          const before = held.data;
          for (const deed of day) perform(crm, deed);
          held = await follower.next(held);
          const whole = await follower.full();
          modes[held.mode]++;
          inOrder = new Set(
            TABLE_NAMES.filter(
              (table) =>
                held.mode === "full" ||
                (inOrder.has(table) && newOnesLast(before.tables[table], whole.data.tables[table])),
            ),
          );
          for (const table of TABLE_NAMES) {
            expect(byId(held.data.tables[table])).toEqual(byId(whole.data.tables[table]));
            expect(reasons(held.setAside[table])).toEqual(reasons(whole.setAside[table]));
            if (inOrder.has(table)) expect(held.data.tables[table]).toEqual(whole.data.tables[table]);
          }
        }
      }),
      { numRuns: runs(250, 50), seed },
    );
    // Falling back to full loads would pass every comparison.
    expect(modes.changes).toBeGreaterThan(modes.full);
  }, 120_000);

  test("only rows that moved travel", async () => {
    const crm = new MovingCrm(50);
    for (let at = 0; at < 200; at++) crm.insert("products", { name: `P${at}` });
    const follower = following(crm, leaving);
    const held = await follower.full();
    crm.edit("products", 7, { name: "Autre" });
    crm.insert("products", { name: "Nouveau" });
    crm.remove("products", 9);
    const after = await follower.next(held);
    expect(after).toMatchObject({ mode: "changes", travelled: 2 });
    expect(after.data.tables.products).toEqual((await follower.full()).data.tables.products);
    expect(after.data.tables.customers).toBe(held.data.tables.customers);
  });
});

describe("when only everything will do", () => {
  test("a source that has forgotten its changes says so", async () => {
    const crm = new MovingCrm();
    const follower = following(crm, "gone");
    const held = await follower.full();
    crm.horizon = 1_000;
    const last = (await follower.frames(held.mark)).at(-1);
    expect(last).toMatchObject({ type: "error", failure: { code: "source-changes-lost" } });
  });

  test.each([
    ["another account", { user: "Bertrand" }, "changes-of-another"],
    ["another rate", { currencies: { reporting: "EUR", rates: { USD: 0.9 } } }, "changes-rates"],
    ["a source that dates nothing", { changes: undefined }, "changes-not-dated"],
  ])("%s is read in full, with the reason", async (_, more, code) => {
    const crm = new MovingCrm();
    crm.insert("products", { name: "P" });
    const { mark } = await following(crm, "gone").full();
    const connection = { ...crm.connection("gone"), ...more } as ReturnType<MovingCrm["connection"]>;
    const frames: RefreshFrame[] = [];
    for await (const frame of load(connection, MOVING, { since: mark! })) frames.push(frame);
    expect(frames[0]).toMatchObject({ mode: "full", fullBecause: { code } });
    expect(frames.at(-1)).toMatchObject({ type: "end", totalRows: 1 });
  });
});
