import { toChunks } from "../../../src/sales/builder";
import { fullRefresh, refresh, rowsById } from "../refreshRuns";
import { smallCompany } from "./company";
import type { FakePipedrive } from "./fakePipedrive";
import { connectorTo, connectTo, never } from "./reading";

const HOUR = 3_600_000;

/** A full refresh, then some work in Pipedrive, then a refresh of changes beside another full one. */
async function afterWork(work: (fake: FakePipedrive, now: string) => void) {
  const fake = smallCompany();
  const connector = connectorTo(fake);
  const held = await fullRefresh(connector, await connectTo(fake));
  fake.now += HOUR;
  work(fake, new Date(fake.now).toISOString());
  fake.now += HOUR;
  const refreshed = await refresh(connector, await connectTo(fake), held);
  const whole = await fullRefresh(connector, await connectTo(fake));
  return { refreshed, whole };
}

const changed = (
  fake: FakePipedrive,
  list: string,
  id: number | string,
  update_time: string,
  values: Record<string, unknown>,
) => Object.assign(fake.lists[list]!.find((one) => one.id === id)!, values, { update_time });

const taken = (fake: FakePipedrive, list: string, id: number | string) => {
  fake.lists[list] = fake.lists[list]!.filter((one) => one.id !== id);
};

const WORK: Record<string, (fake: FakePipedrive, now: string) => void> = {
  "nothing at all": () => {},
  "an organisation renamed, a deal lost": (fake, now) => {
    changed(fake, "organizations", 11, now, { name: "Alpha & fils" });
    changed(fake, "deals", 106, now, { status: "lost", lost_time: now, close_time: now });
  },
  "a won deal on another day: its lines with it": (fake, now) =>
    changed(fake, "deals", 101, now, { won_time: "2026-03-01T10:00:00Z" }),
  "a won deal taken back": (fake, now) =>
    changed(fake, "deals", 101, now, { status: "open", won_time: null }),
  "a won deal put into the archive": (fake, now) => changed(fake, "deals", 102, now, { is_archived: true }),
  "a line at another price, one switched off, one taken away without a trace": (fake, now) => {
    changed(fake, "deals/products", 201, now, { item_price: 90 });
    changed(fake, "deals/products", 202, now, { is_enabled: false });
    taken(fake, "deals/products", 203);
  },
  "a product that costs more: the margin of its lines": (fake, now) =>
    changed(fake, "products", 21, now, { prices: [{ currency: "EUR", price: 100, cost: 70 }] }),
  "a meeting and a lead deleted without a trace, another meeting held": (fake, now) => {
    taken(fake, "activities", 31);
    taken(fake, "leads", "a-1");
    changed(fake, "activities", 32, now, { done: true });
  },
  "a product deleted: its lines are of no product": (fake) => taken(fake, "products", 21),
  "a deal deleted": (fake) => taken(fake, "deals", 105),
};

describe("refreshing by what changed in Pipedrive", () => {
  test.each(Object.entries(WORK))("%s: the same rows as a full refresh", async (_, work) => {
    const { refreshed, whole } = await afterWork(work);
    expect(refreshed.how).toBe("changes");
    expect(rowsById(refreshed.data)).toEqual(rowsById(whole.data));
    expect(refreshed.travelled).toBeLessThan(whole.travelled);
  });

  test("rates that moved: all is read again", async () => {
    const { refreshed, whole } = await afterWork((fake) => {
      fake.rates = { EUR: 1, USD: 0.95 };
    });
    expect(refreshed.how).toBe("not-dated");
    expect(rowsById(refreshed.data)).toEqual(rowsById(whole.data));
  });

  test("a stage that is called something else: all is read again", async () => {
    const { refreshed, whole } = await afterWork((fake, now) =>
      changed(fake, "stages", 2, now, { name: "Offre" }),
    );
    expect(refreshed.how).toBe("source-changes-lost");
    expect(rowsById(refreshed.data)).toEqual(rowsById(whole.data));
  });

  test("a table of too many pages is read by a full refresh", async () => {
    const fake = smallCompany();
    const organisation = fake.lists.organizations![0]!;
    fake.lists.organizations = Array.from({ length: 400 }, (_, at) => ({ ...organisation, id: at + 1 }));
    fake.pageSize = 2;
    const connector = connectorTo(fake);
    const held = await fullRefresh(connector, await connectTo(fake));
    const { how, data } = await refresh(connector, await connectTo(fake), held);
    expect(how).toBe("source-changes-lost");
    expect(data.tables.customers).toHaveLength(401);
  });

  test("Pipedrive's own counts and sums are those of the deals", async () => {
    const fake = smallCompany();
    const connection = await connectTo(fake);
    const { data } = await fullRefresh(connectorTo(fake), connection);
    const [rows, amount] = await connection.aggregates!(never);
    expect(rows).toMatchObject({ measure: "rows", value: data.tables.opportunities.length });
    expect(amount?.value).toBeCloseTo(290.1 + 100 + 900 + 75.25 + 1000 + 2500.5 + 800, 6);
    const amounts = [...toChunks(data.tables.opportunities)].flatMap(
      ({ columns }) => columns.amount as number[],
    );
    expect(amounts.reduce((sum, value) => sum + value, 0)).toBeCloseTo(amount?.value ?? 0, 4);
  });
});
