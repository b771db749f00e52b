import { dolibarrConnector } from "../../../src/crm/dolibarr/connector";
import { changedTables, fullTables, inOrder } from "../changesApplied";
import { at, company, day, line } from "./company";
import { FAKE_KEY, FakeDolibarr, type FakeItem } from "./fakeDolibarr";

const never = new AbortController().signal;
const OPTIONS = { address: "https://dolibarr.example", key: FAKE_KEY, pageSize: 2 };
const LATER = "2024-04-02 11:00:00";
const LATER_AT = at("2024-04-02T09:00:00Z");

/** Each does one thing in Dolibarr: the row of its table that changes is the one that is dated. */
const EVENTS: Readonly<Record<string, (dolibarr: FakeDolibarr) => void>> = {
  "an order is moved to another day": (all) => write(all, "orders", 1, {}, { date: day("2024-01-20") }),
  "a draft is validated": (all) => write(all, "orders", 3, { fk_statut: 1 }, { statut: "1" }),
  "an order is cancelled": (all) => write(all, "orders", 1, { fk_statut: -1 }, { statut: "-1" }),
  "a line is taken from an order": (all) =>
    write(all, "orders", 1, {}, { lines: [line(11, { qty: "2", total_ht: "200" })] }),
  "an order is deleted": (all) => remove(all, "orders", 2),
  "an invoice is paid in part, which does not touch it": (all) =>
    replace(all, "invoices", 1, ({ sql, shown, id }) => ({
      id,
      sql,
      shown: { ...shown, remaintopay: "9.99" },
    })),
  "an invoice is paid": (all) =>
    write(all, "invoices", 1, { fk_statut: 2 }, { statut: "2", remaintopay: "0" }),
  "an invoice is abandoned": (all) => write(all, "invoices", 1, { fk_statut: 3 }, { statut: "3" }),
  "a customer is renamed": (all) => write(all, "thirdparties", 7, {}, { name: "Azur & fils" }),
  "a customer is one no longer": (all) => write(all, "thirdparties", 10, { client: 0 }, { client: "0" }),
  "a product is renamed": (all) => write(all, "products", 3, {}, { label: "Radiateur plat" }),
  "a deal is won": (all) =>
    write(all, "projects", 1, { fk_opp_status: 6 }, { opp_status: "6", opp_percent: "100" }),
  "a meeting is moved": (all) => write(all, "agendaevents", 1, {}, { datep: at("2024-02-09T09:00:00Z") }),
  "a ticket is deleted": (all) => remove(all, "tickets", 2),
  nothing: () => {},
};

function replace(
  all: FakeDolibarr,
  resource: string,
  id: number,
  change: (item: FakeItem) => FakeItem,
): void {
  const list = all.lists[resource]!;
  list.items = list.items.map((item) => (item.id === id ? change(item) : item));
}

const write = (
  all: FakeDolibarr,
  resource: string,
  id: number,
  sql: FakeItem["sql"],
  shown: FakeItem["shown"],
) =>
  replace(all, resource, id, (item) => ({
    id,
    sql: { ...item.sql, ...sql, tms: LATER },
    shown: { ...item.shown, ...shown, date_modification: LATER_AT },
  }));

function remove(all: FakeDolibarr, resource: string, id: number): void {
  const list = all.lists[resource]!;
  list.items = list.items.filter((item) => item.id !== id);
}

describe.each([18, 22] as const)("changes of Dolibarr %i", (version) => {
  const fresh = () => new FakeDolibarr(version, company());
  const connect = (fake: FakeDolibarr) =>
    dolibarrConnector({ privateAddresses: false, fetch: fake.fetch, retries: 0 }).connect(OPTIONS, never);

  test.each(Object.keys(EVENTS))("%s: what moved leads to what a full load gives", async (event) => {
    const dolibarr = fresh();
    // An event that is no meeting is newer than all the rest.
    replace(dolibarr, "agendaevents", 3, ({ id, sql, shown }) => ({
      id,
      sql: { ...sql, tms: "2024-04-01 12:00:00" },
      shown: { ...shown, date_modification: at("2024-04-01T10:00:00Z") },
    }));
    const first = await connect(dolibarr);
    const before = await fullTables(first);
    EVENTS[event]!(dolibarr);
    const second = await connect(dolibarr);
    const { tables, travelled } = await changedTables(before, first.changes!.mark, second);
    expect(inOrder(tables)).toEqual(inOrder(await fullTables(second)));
    // Users and products have no date that tells all; unpaid invoices may have been paid in part.
    if (event === "nothing")
      expect(travelled).toMatchObject({
        salespeople: 2,
        customers: 0,
        products: 2,
        order_lines: 0,
        invoices: 2,
      });
  });

  test("the mark is the database's own newest change, in its own time zone, less a margin", async () => {
    const dolibarr = fresh();
    write(dolibarr, "tickets", 1, {}, {});
    expect((await connect(dolibarr)).changes!.mark).toMatch(/^2024-04-02 10:55:00\|/);
  });

  test("within an hour after the clocks went back the mark lies before it", async () => {
    const dolibarr = fresh();
    // A quarter to three in winter time, the second of that night.
    write(dolibarr, "tickets", 1, {}, {});
    replace(dolibarr, "tickets", 1, ({ id, sql, shown }) => ({
      id,
      sql: { ...sql, tms: "2024-10-27 02:45:00" },
      shown: { ...shown, date_modification: at("2024-10-27T01:45:00Z") },
    }));
    expect((await connect(dolibarr)).changes!.mark).toMatch(/^2024-10-27 01:40:00\|/);
  });

  test("where nothing moved, ids are listed only of what this Dolibarr does not count", async () => {
    const dolibarr = fresh();
    const first = await connect(dolibarr);
    // A ticket alone is newer than the mark: of all else nothing moved.
    write(dolibarr, "tickets", 1, {}, {});
    const again = await connect(dolibarr);
    const { mark } = again.changes!;
    dolibarr.asked.length = 0;
    const lost = await Promise.all(
      ["order_lines", "customers", "contacts_in"].map((table) =>
        again.changes!.mayHaveLost!(table as "customers", mark, never),
      ),
    );
    expect(lost).toEqual(version === 22 ? [false, false, true] : [true, true, true]);
    // One that was deleted is noticed by the counts.
    remove(dolibarr, "orders", 1);
    expect(await (await connect(dolibarr)).changes!.mayHaveLost!("order_lines", mark, never)).toBe(true);
    expect(first.changes!.mark).not.toBe(mark);
  });

  test("a mark that is none asks for everything, and never becomes part of a filter", async () => {
    const connection = await connect(fresh());
    const dangerous = "2024-01-01 00:00:00') or (t.rowid:>:0";
    await expect(connection.changes!.list("customers", dangerous, undefined, never)).rejects.toMatchObject({
      failure: { code: "source-changes-lost" },
    });
  });
});
