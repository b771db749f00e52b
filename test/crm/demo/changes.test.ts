import { demoConnector } from "../../../src/crm/demo/connector";
import { demoCrm } from "../../../src/crm/demo/crm";
import { demoServer } from "../../../src/crm/demo/server";
import { Follower } from "../following";

const never = new AbortController().signal;
const OPTIONS = { dataDate: "2026-11-23", lines: 2_000, pageSize: 300 };

/** A follower of the demo, whose order lines somebody may mend or delete meanwhile. */
async function following(moved: { mended?: number; deleted?: string } = {}, options = {}) {
  const connector = demoConnector((size) => {
    const crm = demoCrm(size);
    const { order_lines: lines } = crm.tables;
    const isMended = (at: number) => at === moved.mended;
    const order_lines: typeof lines = {
      count: lines.count,
      changedOn: (at) => (isMended(at) ? size.dataDate : lines.changedOn(at)),
      values: (at) => (isMended(at) ? { ...lines.values(at), revenue: 12.34 } : lines.values(at)),
    };
    const deletion = { table: "order_lines" as const, id: moved.deleted ?? "", deletedOn: size.dataDate };
    return demoServer({
      ...crm,
      tables: { ...crm.tables, order_lines },
      deletions: moved.deleted ? [...crm.deletions, deletion] : crm.deletions,
    });
  });
  const connection = await connector.connect({ ...OPTIONS, ...options }, never);
  return new Follower(() => connection, connector.declaration);
}

test("the demo's second refresh brings what moved on its day, and ends where a full load would", async () => {
  const first = await (await following()).full();
  const next = await (await following()).next(first);
  expect(next.mode).toBe("changes");
  expect(next.travelled).toBeLessThan(first.travelled / 20);
  expect(next.data.tables).toEqual(first.data.tables);
});

test("a line that was mended and one that was deleted come with the changes", async () => {
  const first = await (await following()).full();
  const moved = { mended: 40, deleted: "L1000008" };
  const next = await (await following(moved)).next(first);
  expect(next.mode).toBe("changes");
  const { length, columns } = next.data.tables.order_lines;
  expect(length).toBe(1_999);
  const { revenue } = columns;
  // One line before it is gone.
  expect(revenue?.kind === "money" && revenue.units[39]).toBe(123_400);
});

test.each([{ dataDate: "2026-11-24" }, { lines: 2_001 }, { seed: 7 }])(
  "the company of %p is another one: it is read in full, with the reason",
  async (options) => {
    const first = await (await following()).full();
    const follower = await following({}, options);
    const next = await follower.next(first);
    expect(next).toMatchObject({ mode: "full", fullBecause: { code: "source-changes-lost" } });
    expect(next.data.tables).toEqual((await follower.full()).data.tables);
  },
);
