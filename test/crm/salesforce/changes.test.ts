import { salesforceConnector } from "../../../src/crm/salesforce/connector";
import { fullRefresh, type Refreshed, refresh, rowsById } from "../refreshRuns";
import { ACCOUNT, company, DEAL, idOf, LINE, ORDER, PRODUCT, USER } from "./company";
import { ADDRESS, type FakeRecord, FakeSalesforce } from "./fakeSalesforce";

const never = new AbortController().signal;
const EVENT = (nth: number) => idOf("00U", nth);

/** A Salesforce in which people work: what they touch is dated by its clock. */
class WorkingSalesforce {
  readonly fake = new FakeSalesforce(company());
  readonly connector = salesforceConnector({ privateAddresses: false, fetch: this.fake.fetch });

  constructor() {
    this.fake.fields.Event!.add("Type");
  }

  connect(more: object = {}) {
    return this.connector.connect(
      { address: ADDRESS, tokens: this.fake.tokens, pageSize: 2, ...more },
      never,
    );
  }

  async full(more: object = {}): Promise<Refreshed> {
    return fullRefresh(this.connector, await this.connect(more));
  }

  async refresh(held: Refreshed): Promise<Refreshed> {
    return refresh(this.connector, await this.connect(), held);
  }

  /** Some time goes by, a few minutes or days. */
  later(minutes: number): void {
    this.fake.now = new Date(this.fake.now.getTime() + minutes * 60_000);
  }

  edit(object: string, id: string, more: object): void {
    const stamp = { SystemModstamp: this.fake.now.toISOString() };
    this.set(object, (one) => (one.Id === id ? { ...one, ...more, ...stamp } : one));
  }

  add(object: string, record: FakeRecord): void {
    const stamp = this.fake.now.toISOString();
    const made = { IsDeleted: false, CreatedDate: stamp, SystemModstamp: stamp, ...record };
    this.fake.records[object] = [...this.fake.records[object]!, made];
  }

  /** Out of the recycle bin too: only Salesforce's log still knows. */
  purge(object: string, id: string): void {
    this.fake.records[object] = this.fake.records[object]!.filter((one) => one.Id !== id);
    const deletedDate = this.fake.now.toISOString();
    this.fake.purged[object] = [...(this.fake.purged[object] ?? []), { id, deletedDate }];
  }

  private set(object: string, change: (record: FakeRecord) => FakeRecord): void {
    this.fake.records[object] = this.fake.records[object]!.map(change);
  }
}

/** What changes bring about is what a full load gives then. */
async function expectSameAsFull(crm: WorkingSalesforce, held: Refreshed, how = "changes"): Promise<void> {
  const refreshed = await crm.refresh(held);
  expect(refreshed.how).toBe(how);
  expect(rowsById(refreshed.data)).toEqual(rowsById((await crm.full()).data));
}

describe("refreshing from Salesforce by what changed", () => {
  const cases: [string, (crm: WorkingSalesforce) => void][] = [
    ["nothing", () => {}],
    ["a changed amount", (crm) => crm.edit("OrderItem", LINE(3), { TotalPrice: 55.5 })],
    [
      "a line made, in an order that was there",
      (crm) =>
        crm.add("OrderItem", {
          Id: LINE(9),
          OrderId: ORDER(1),
          Product2Id: PRODUCT(3),
          Quantity: 1,
          TotalPrice: 12,
        }),
    ],
    [
      "an order's date: its lines change with it",
      (crm) => crm.edit("Order", ORDER(1), { EffectiveDate: "2026-02-02" }),
    ],
    [
      "a draft that is activated: its lines come in",
      (crm) => crm.edit("Order", ORDER(4), { StatusCode: "Activated" }),
    ],
    [
      "an order that is cancelled: its lines go",
      (crm) => crm.edit("Order", ORDER(1), { StatusCode: "Canceled" }),
    ],
    ["a deal in the recycle bin", (crm) => crm.edit("Opportunity", DEAL(1), { IsDeleted: true })],
    ["a deal whose recycle bin was emptied", (crm) => crm.purge("Opportunity", DEAL(2))],
    [
      "a deal that was deleted and restored",
      (crm) => {
        crm.edit("Opportunity", DEAL(3), { IsDeleted: false });
        crm.fake.purged.Opportunity = [{ id: DEAL(3), deletedDate: crm.fake.now.toISOString() }];
      },
    ],
    ["an account and what refers to it", (crm) => crm.purge("Account", ACCOUNT(3))],
    ["a role's name, seen as the team", (crm) => crm.edit("UserRole", idOf("00E", 1), { Name: "Régions" })],
    ["a salesperson's name", (crm) => crm.edit("User", USER(2), { Name: "Bruno Grand" })],
    ["a meeting that turns out to be a call", (crm) => crm.edit("Event", EVENT(1), { Type: "Call" })],
    ["a campaign that is sent", (crm) => crm.edit("Campaign", idOf("701", 2), { NumberSent: 30 })],
  ];

  test.each(cases)("%s: as a full load would have it", async (_, happens) => {
    const crm = new WorkingSalesforce();
    const held = await crm.full();
    crm.later(60);
    happens(crm);
    crm.later(1);
    await expectSameAsFull(crm, held);
  });

  test("a row that can no longer be read is set aside by a full load", async () => {
    const crm = new WorkingSalesforce();
    const held = await crm.full();
    crm.later(60);
    crm.edit("Opportunity", DEAL(1), { Amount: "beaucoup" });
    await expectSameAsFull(crm, held, "changes-set-aside");
  });

  test("a meeting whose day has come is there, though nobody touched it", async () => {
    const crm = new WorkingSalesforce();
    const early = await crm.full({ dataDate: "2026-11-23" });
    crm.edit("Event", EVENT(4), { ActivityDate: "2026-11-25", SystemModstamp: "2026-10-01T08:00:00Z" });
    crm.later(4 * 24 * 60);
    await expectSameAsFull(crm, early);
  });

  test("only what moved travels", async () => {
    const crm = new WorkingSalesforce();
    const held = await crm.full();
    crm.later(60);
    crm.edit("OrderItem", LINE(3), { TotalPrice: 55.5 });
    const before = crm.fake.asked.length;
    expect(await crm.refresh(held)).toMatchObject({ how: "changes", travelled: 1 });
    const pages = crm.fake.asked.slice(before).filter(({ soql }) => soql.includes("ORDER BY Id"));
    expect(pages.length).toBeLessThanOrEqual(10);
    expect(pages.every(({ path, soql }) => path === "/queryAll" && soql.includes("SystemModstamp >="))).toBe(
      true,
    );
  });

  test("after fifteen days Salesforce no longer knows: everything is read again", async () => {
    const crm = new WorkingSalesforce();
    const held = await crm.full();
    crm.later(16 * 24 * 60);
    await expectSameAsFull(crm, held, "source-changes-lost");
  });

  test("a log of deletions that was cut since: everything is read again", async () => {
    const crm = new WorkingSalesforce();
    const held = await crm.full();
    crm.later(60);
    crm.fake.earliestDeletion = crm.fake.now.toISOString();
    await expectSameAsFull(crm, held, "source-changes-lost");
  });

  test("a change made in the last minutes before a refresh is not lost, whatever this machine's clock says", async () => {
    const crm = new WorkingSalesforce();
    crm.fake.now = new Date("2031-05-05T09:00:00Z");
    crm.fake.earliestDeletion = "2031-05-01T00:00:00Z";
    const held = await crm.full();
    // Dated before the refresh began, written after: a transaction that took its time.
    crm.fake.now = new Date("2031-05-05T08:55:00Z");
    crm.edit("OrderItem", LINE(1), { TotalPrice: 1 });
    crm.fake.now = new Date("2031-05-05T10:00:00Z");
    await expectSameAsFull(crm, held);
  });
});
