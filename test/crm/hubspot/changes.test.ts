import { fullRefresh, refresh, rowsById } from "../refreshRuns";
import { smallCompany } from "./company";
import type { FakeHubSpot } from "./fakeHubSpot";
import { connectorTo, connectTo, never } from "./reading";

const HOUR = 3_600_000;

/** A full refresh, then some work in HubSpot, then a refresh of changes beside another full one. */
async function afterWork(work: (fake: FakeHubSpot, now: number) => void, more: Record<string, unknown> = {}) {
  const fake = smallCompany();
  const connector = connectorTo(fake);
  const held = await fullRefresh(connector, await connectTo(fake, more));
  fake.now += HOUR;
  work(fake, fake.now);
  fake.now += HOUR;
  const refreshed = await refresh(connector, await connectTo(fake, more), held);
  const whole = await fullRefresh(connector, await connectTo(fake, more));
  return { refreshed, whole };
}

const changed = (
  fake: FakeHubSpot,
  object: string,
  id: string,
  now: number,
  values: Record<string, string>,
) => {
  const record = fake.objects[object]!.find((one) => one.id === id)!;
  Object.assign(record.properties, values);
  record.updatedAt = now;
};
const added = (fake: FakeHubSpot, object: string, like: string, id: string, now: number) => {
  const { properties } = fake.objects[object]!.find((one) => one.id === like)!;
  fake.objects[object]!.push({ id, properties: { ...properties }, updatedAt: now });
};

const WORK: Record<string, (fake: FakeHubSpot, now: number) => void> = {
  "nothing at all": () => {},
  "a customer renamed and a deal won": (fake, now) => {
    changed(fake, "companies", "101", now, { name: "Alpha & fils" });
    changed(fake, "deals", "301", now, { hs_is_closed: "true", hs_is_closed_won: "true", dealstage: "won" });
  },
  "a meeting cancelled, another one planned": (fake, now) => {
    changed(fake, "meetings", "401", now, { hs_meeting_outcome: "CANCELED" });
    added(fake, "meetings", "402", "409", now);
  },
  "an order's day moved: all its lines with it": (fake, now) =>
    changed(fake, "orders", "501", now, { hs_external_created_date: "2026-03-03T10:00:00Z" }),
  "an order cancelled": (fake, now) =>
    changed(fake, "orders", "501", now, { hs_pipeline_stage: "cancelled" }),
  "a cancelled order taken up again": (fake, now) =>
    changed(fake, "orders", "504", now, { hs_pipeline_stage: "processed" }),
  "a line whose amount changed": (fake, now) => changed(fake, "line_items", "601", now, { amount: "250" }),
  "an order without lines that gets its first one": (fake, now) => {
    added(fake, "line_items", "601", "699", now);
    fake.links.push(["line_items", "699", "orders", "505"]);
  },
  "a new order, with a line": (fake, now) => {
    added(fake, "orders", "501", "599", now);
    added(fake, "line_items", "601", "698", now);
    fake.links.push(["line_items", "698", "orders", "599"], ["orders", "599", "companies", "102"]);
  },
  "an invoice paid, another one issued": (fake, now) => {
    changed(fake, "invoices", "801", now, { hs_balance_due: "0", hs_invoice_status: "paid" });
    changed(fake, "invoices", "804", now, { hs_invoice_status: "open" });
  },
  "a lead and a meeting in the recycling bin, two deals merged": (fake, now) => {
    for (const [object, id] of [
      ["leads", "701"],
      ["meetings", "402"],
    ] as const)
      fake.objects[object]!.find((one) => one.id === id)!.archivedAt = now;
    fake.objects.deals = fake.objects.deals!.filter(({ id }) => id !== "302");
    changed(fake, "deals", "301", now, { hs_merged_object_ids: "302" });
  },
  "an e-mail opened once more, a product in the recycling bin": (fake, now) => {
    fake.emails[0] = {
      ...fake.emails[0],
      stats: { counters: { sent: 120, delivered: 100, open: 46, click: 9 } },
    };
    fake.objects.products![0]!.archivedAt = now;
  },
};

describe("refreshing by what changed in HubSpot", () => {
  test.each(Object.entries(WORK))("%s: the same rows as a full refresh", async (_, work) => {
    const { refreshed, whole } = await afterWork(work);
    expect(refreshed.how).toBe("changes");
    expect(rowsById(refreshed.data)).toEqual(rowsById(whole.data));
    expect(refreshed.travelled).toBeLessThan(whole.travelled);
  });

  test("two companies merged: all is read again, since what named the one now names the other", async () => {
    const { refreshed, whole } = await afterWork((fake, now) => {
      fake.objects.companies = fake.objects.companies!.filter(({ id }) => id !== "102");
      changed(fake, "companies", "101", now, { hs_merged_object_ids: "102" });
    });
    expect(refreshed.how).toBe("source-changes-lost");
    expect(rowsById(refreshed.data)).toEqual(rowsById(whole.data));
  });

  test.each(["orders", "line_items", "companies"])(
    "%s in the recycling bin: all is read again",
    async (object) => {
      const { refreshed, whole } = await afterWork((fake, now) => {
        fake.objects[object]![0]!.archivedAt = now;
      });
      expect(refreshed.how).toBe("source-changes-lost");
      expect(rowsById(refreshed.data)).toEqual(rowsById(whole.data));
    },
  );

  test("a stage that is called something else: all is read again", async () => {
    const { refreshed, whole } = await afterWork((fake) => {
      fake.pipelines.orders = [{ stages: [{ id: "processed", label: "Annulée" }] }];
    });
    expect(refreshed.how).toBe("source-changes-lost");
    expect(rowsById(refreshed.data)).toEqual(rowsById(whole.data));
  });

  test("after three months, when HubSpot has emptied the recycling bin, all is read again", async () => {
    const { refreshed } = await afterWork((fake) => {
      fake.now += 90 * 24 * HOUR;
    });
    expect(refreshed.how).toBe("source-changes-lost");
  });

  test("where deals stand for orders, one that is lost again takes its lines along", async () => {
    const { refreshed, whole } = await afterWork(
      (fake, now) => changed(fake, "deals", "303", now, { hs_is_closed_won: "false", dealstage: "lost" }),
      { orders: "deals" },
    );
    expect(refreshed.how).toBe("changes");
    expect(rowsById(refreshed.data)).toEqual(rowsById(whole.data));
    expect(whole.data.tables.order_lines).toHaveLength(0);
  });

  test("an account that gets its first order is read whole: something else stands for orders now", async () => {
    const fake = smallCompany();
    const orders = fake.objects.orders!;
    fake.objects.orders = [];
    const connector = connectorTo(fake);
    const held = await fullRefresh(connector, await connectTo(fake));
    fake.objects.orders = orders;
    const { how, data } = await refresh(connector, await connectTo(fake), held);
    expect(how).toBe("source-changes-lost");
    expect(data.tables.order_lines.length).toBeGreaterThan(1);
  });

  test("more changes than a search gives in all are read by their ids", async () => {
    const fake = smallCompany();
    const connector = connectorTo(fake);
    const held = await fullRefresh(connector, await connectTo(fake));
    fake.now += HOUR;
    for (let id = 1; id <= 10_250; id++) added(fake, "leads", "701", String(10_000 + id), fake.now);
    const { data } = await refresh(connector, await connectTo(fake), held);
    expect(data.tables.leads).toHaveLength(10_252);
  });

  test("HubSpot's own counts are those of the tables", async () => {
    const fake = smallCompany();
    const connection = await connectTo(fake);
    const { data } = await fullRefresh(connectorTo(fake), connection);
    for (const { table, measure, value, difference } of await connection.aggregates!(never)) {
      expect(measure).toBe("rows");
      if (!difference) expect([table, data.tables[table].length]).toEqual([table, value]);
    }
  });
});
