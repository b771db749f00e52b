import { odooConnector } from "../../../src/crm/odoo/connector";
import { changedTables, fullTables, inOrder } from "../changesApplied";
import { company } from "./company";
import { FAKE_KEY, FakeOdoo, type FakeRecord } from "./fakeOdoo";

const never = new AbortController().signal;
const OPTIONS = {
  address: "https://odoo.example",
  database: "vigie",
  user: "vigie",
  key: FAKE_KEY,
  pageSize: 2,
};
const LATER = "2024-04-02 09:00:00";

/** Each does one thing in Odoo, as Odoo does it: the record that is changed is the one that is dated. */
const EVENTS: Readonly<Record<string, (odoo: FakeOdoo) => void>> = {
  "an order is moved to another day": (odoo) =>
    write(odoo, "sale.order", 2, { date_order: "2024-02-20 09:00:00" }),
  "a quotation is confirmed": (odoo) => write(odoo, "sale.order", 4, { state: "sale" }),
  "an order is cancelled": (odoo) => write(odoo, "sale.order", 1, { state: "cancel" }),
  // Odoo refuses to delete one that was invoiced.
  "a line is deleted": (odoo) => remove(odoo, "sale.order.line", 4),
  "an invoice is issued": (odoo) =>
    write(odoo, "account.move", 3, { state: "posted", invoice_date: "2024-04-02" }),
  "an invoice goes back to draft": (odoo) => write(odoo, "account.move", 1, { state: "draft" }),
  "another person answers for an invoice": (odoo) => write(odoo, "account.move", 1, { invoice_user_id: 2 }),
  "an invoice is paid": (odoo) => write(odoo, "account.move", 1, { amount_residual_signed: 0 }),
  "a contact changes companies": (odoo) => write(odoo, "res.partner", 8, { commercial_partner_id: 10 }),
  "a category is renamed": (odoo) => write(odoo, "product.category", 1, { name: "Tous / Chaleur" }),
  "an industry is renamed": (odoo) => write(odoo, "res.partner.industry", 1, { name: "Soins" }),
  "a product is renamed": (odoo) => write(odoo, "product.product", 3, { name: "Radiateur plat" }),
  "a team is renamed": (odoo) => write(odoo, "crm.team", 1, { name: "Équipe Est" }),
  "a deal is lost": (odoo) => write(odoo, "crm.lead", 1, { active: false, probability: 0 }),
  "a lead becomes a deal": (odoo) => write(odoo, "crm.lead", 21, { type: "opportunity" }),
  "a stage becomes one of winning": (odoo) => write(odoo, "crm.stage", 1, { is_won: true }),
  "a meeting is put away": (odoo) => write(odoo, "calendar.event", 1, { active: false }),
  "a mailing is opened, which does not touch it": (odoo) =>
    Object.assign(find(odoo, "mailing.mailing", 1), { opened: 60 }),
  nothing: () => {},
};

const find = (odoo: FakeOdoo, model: string, id: number): FakeRecord =>
  odoo.models[model]!.records.find((record) => record.id === id)!;
const write = (odoo: FakeOdoo, model: string, id: number, values: object) =>
  Object.assign(find(odoo, model, id), values, { write_date: LATER });
const remove = (odoo: FakeOdoo, model: string, id: number) =>
  odoo.models[model]!.records.splice(odoo.models[model]!.records.indexOf(find(odoo, model, id)), 1);

describe.each([17, 19] as const)("changes of Odoo %i", (version) => {
  const fresh = () => new FakeOdoo(version, company());
  const connect = (fake: FakeOdoo) =>
    odooConnector({ privateAddresses: false, fetch: fake.fetch, retries: 0 }).connect(OPTIONS, never);

  test.each(Object.keys(EVENTS))("%s: what moved leads to what a full load gives", async (event) => {
    const odoo = fresh();
    // A meeting that was put away is newer than all the rest.
    find(odoo, "calendar.event", 3).write_date = "2024-04-01 12:00:00";
    const first = await connect(odoo);
    const before = await fullTables(first);
    EVENTS[event]!(odoo);
    const second = await connect(odoo);
    const { tables, travelled } = await changedTables(before, first.changes!.mark, second);
    expect(inOrder(tables)).toEqual(inOrder(await fullTables(second)));
    if (event === "nothing") {
      // Mailings are always given again: their numbers move without a date.
      expect(travelled).toMatchObject({
        customers: 0,
        products: 0,
        order_lines: 0,
        invoice_lines: 0,
        invoices: 0,
        campaigns: 1,
      });
    }
  });

  test("the mark is Odoo's own newest change, less a margin", async () => {
    const odoo = fresh();
    write(odoo, "account.move", 4, {});
    expect((await connect(odoo)).changes!.mark).toMatch(/^2024-04-02 08:55:00#/);
  });

  test("where nothing moved a table costs one count", async () => {
    const odoo = fresh();
    write(odoo, "account.move", 4, {});
    const { mark } = (await connect(odoo)).changes!;
    const again = await connect(odoo);
    odoo.asked.length = 0;
    expect(await again.changes!.mayHaveLost!("customers", mark, never)).toBe(false);
    expect((await again.changes!.list("customers", mark, undefined, never)).rows).toEqual([]);
    expect(odoo.asked).toHaveLength(1);
    remove(odoo, "res.partner", 10);
    expect(await (await connect(odoo)).changes!.mayHaveLost!("customers", mark, never)).toBe(true);
  });

  test("a right that is lost on what rows refer to asks for everything", async () => {
    const odoo = fresh();
    const connection = await connect(odoo);
    odoo.models["res.partner"] = { ...odoo.models["res.partner"]!, hidden: true };
    await expect(
      connection.changes!.list("customers", connection.changes!.mark, undefined, never),
    ).rejects.toMatchObject({ failure: { code: "source-changes-lost" } });
  });

  test("a mark that is none asks for everything, and never becomes part of a question", async () => {
    const connection = await connect(fresh());
    await expect(connection.changes!.list("customers", "x'y", undefined, never)).rejects.toMatchObject({
      failure: { code: "source-changes-lost" },
    });
  });
});
