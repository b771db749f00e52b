import { dynamicsConnector } from "../../../src/crm/dynamics/connector";
import { fullRefresh, type Refreshed, refresh, rowsById } from "../refreshRuns";
import { ACCOUNT, CONTACT, company, DEAL, INVOICE, LINE, ORDER, PRODUCT, USER, VISIT } from "./company";
import { ADDRESS, FakeDataverse, type FakeRecord, guid } from "./fakeDataverse";
import { SCHEMA } from "./schema";

const never = new AbortController().signal;

/** A Dynamics in which people work: what they touch is dated by its clock. */
class WorkingDynamics {
  readonly fake = new FakeDataverse(company());
  readonly connector = dynamicsConnector({ privateAddresses: false, fetch: this.fake.fetch });

  connect(more: object = {}) {
    return this.connector.connect(
      { address: ADDRESS, tokens: this.fake.tokens, pageSize: 2, ...more },
      never,
    );
  }

  async full(more: object = {}): Promise<Refreshed> {
    return fullRefresh(this.connector, await this.connect(more));
  }

  later(minutes: number): void {
    this.fake.now = new Date(this.fake.now.getTime() + minutes * 60_000);
  }

  edit(set: string, id: string, more: FakeRecord): void {
    const change = { ...more, modifiedon: this.fake.now.toISOString() };
    this.fake.records[set] = this.fake.records[set]!.map((one) =>
      one[SCHEMA[set]!.id] === id ? { ...one, ...change } : one,
    );
  }

  /** Another record like one that is there. */
  copy(set: string, id: string, newId: string, more: FakeRecord = {}): void {
    const like = this.fake.records[set]!.find((one) => one[SCHEMA[set]!.id] === id);
    const stamp = this.fake.now.toISOString();
    const made = { ...like, [SCHEMA[set]!.id]: newId, createdon: stamp, modifiedon: stamp, ...more };
    this.fake.records[set] = [...this.fake.records[set]!, made];
  }

  remove(set: string, id: string): void {
    this.fake.records[set] = this.fake.records[set]!.filter((one) => one[SCHEMA[set]!.id] !== id);
  }
}

/** What changes bring about is what a full load gives then. */
async function expectSameAsFull(crm: WorkingDynamics, held: Refreshed): Promise<void> {
  const refreshed = await refresh(crm.connector, await crm.connect(), held);
  expect(refreshed.how).toBe("changes");
  expect(rowsById(refreshed.data)).toEqual(rowsById((await crm.full()).data));
}

describe("refreshing from Dynamics by what changed", () => {
  const cases: [string, (crm: WorkingDynamics) => void][] = [
    ["nothing", () => {}],
    ["a changed amount", (crm) => crm.edit("salesorderdetails", LINE(2), { extendedamount_base: 5 })],
    ["a line made, in an order that was there", (crm) => crm.copy("salesorderdetails", LINE(1), LINE(90))],
    [
      "an order's date: its lines change with it",
      (crm) => crm.edit("salesorders", ORDER(1), { submitdate: "2026-02-02T09:00:00Z" }),
    ],
    [
      "an order that is cancelled: its lines go",
      (crm) => crm.edit("salesorders", ORDER(1), { statecode: 2 }),
    ],
    ["a cancelled order taken up again", (crm) => crm.edit("salesorders", ORDER(4), { statecode: 0 })],
    [
      "a product's cost: the margin of its lines",
      (crm) => crm.edit("products", PRODUCT(1), { currentcost_base: 1 }),
    ],
    ["a deal that is deleted", (crm) => crm.remove("opportunities", DEAL(1))],
    ["an invoice that is paid", (crm) => crm.edit("invoices", INVOICE(1), { statecode: 2 })],
    [
      "a contact who buys for the first time, though nobody touched him",
      (crm) =>
        crm.copy("salesorders", ORDER(1), ORDER(90), {
          _customerid_value: CONTACT(2),
          ordernumber: "ORD-90",
        }),
    ],
    ["a contact whose only order is gone", (crm) => crm.remove("salesorders", ORDER(3))],
    ["an account that is gone, and what refers to it", (crm) => crm.remove("accounts", ACCOUNT(2))],
    ["a salesperson's name", (crm) => crm.edit("systemusers", USER(2), { fullname: "Bruno Grand" })],
    ["a meeting that is cancelled", (crm) => crm.edit("appointments", VISIT(1), { statecode: 2 })],
  ];

  test.each(cases)("%s: as a full load would have it", async (_, happens) => {
    const crm = new WorkingDynamics();
    const held = await crm.full();
    crm.later(60);
    happens(crm);
    crm.later(1);
    await expectSameAsFull(crm, held);
  });

  test("a business unit's new name is the team of its people", async () => {
    const crm = new WorkingDynamics();
    const held = await crm.full();
    crm.later(60);
    const unit = guid("b", 1);
    crm.edit("businessunits", unit, { name: "Régions" });
    crm.fake.records.systemusers = crm.fake.records.systemusers!.map((user) =>
      user._businessunitid_value === unit
        ? { ...user, "_businessunitid_value@OData.Community.Display.V1.FormattedValue": "Régions" }
        : user,
    );
    await expectSameAsFull(crm, held);
  });

  test("a meeting whose day has come is there, though nobody touched it", async () => {
    const crm = new WorkingDynamics();
    const held = await crm.full();
    const soon = { scheduledstart: "2026-11-25T08:00:00Z", modifiedon: "2026-10-01T08:00:00Z" };
    crm.fake.records.appointments = crm.fake.records.appointments!.map((one) =>
      one.activityid === VISIT(4) ? { ...one, ...soon } : one,
    );
    crm.later(4 * 24 * 60);
    await expectSameAsFull(crm, held);
  });

  test("only what moved travels", async () => {
    const crm = new WorkingDynamics();
    const held = await crm.full();
    crm.later(60);
    crm.edit("invoices", INVOICE(1), { statecode: 2 });
    const { how, travelled } = await refresh(crm.connector, await crm.connect(), held);
    expect({ how, travelled }).toEqual({ how: "changes", travelled: 1 });
  });

  test("a change made in the last minutes before a refresh is not lost, whatever this machine's clock says", async () => {
    const crm = new WorkingDynamics();
    crm.fake.now = new Date("2031-05-05T09:00:00Z");
    const held = await crm.full();
    crm.fake.now = new Date("2031-05-05T08:58:00Z");
    crm.edit("salesorderdetails", LINE(2), { extendedamount_base: 1 });
    crm.fake.now = new Date("2031-05-05T10:00:00Z");
    await expectSameAsFull(crm, held);
  });
});
