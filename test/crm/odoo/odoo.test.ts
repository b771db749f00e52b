import { odooConnector } from "../../../src/crm/odoo/connector";
import { READ_METHODS } from "../../../src/crm/odoo/protocol";
import { createEngine } from "../../../src/kpi/engine/createEngine";
import { idsIn, loadAll, totals } from "../kpis";
import { company } from "./company";
import { FAKE_KEY, FakeOdoo } from "./fakeOdoo";

const never = new AbortController().signal;
const OPTIONS = {
  address: "https://odoo.example",
  database: "vigie",
  user: "vigie",
  key: FAKE_KEY,
  dataDate: "2024-04-15",
};

const connectorTo = (fake: FakeOdoo) =>
  odooConnector({ privateAddresses: false, fetch: fake.fetch, retries: 1, attemptTimeoutMs: 500 });

describe.each([17, 19] as const)("a small company in Odoo %i", (version) => {
  const load = async (more: object = {}, models = company()) => {
    const fake = new FakeOdoo(version, models);
    const connector = connectorTo(fake);
    const connection = await connector.connect({ ...OPTIONS, ...more }, never);
    return { fake, connection, all: await loadAll(connector, connection) };
  };

  test("its KPIs are those worked out by hand", async () => {
    const { all } = await load();
    expect(
      await totals(all, [
        "CA",
        "CA 2024-01",
        "CA 2024-03",
        "MONTANTCOMMANDES",
        "MONTANTCOMMANDES 2024-02",
        "COMMANDES",
        "MARGE",
        "TAUXMARGE",
        "PANIERWEB",
        "VISITES",
        "PIPE",
        "PIPEBRUT",
        "OPPORTUNITES 2024-06",
        "TAUXSIGNATURE",
        "LEADSCHAUDS",
        "LEADSCREES",
        "ENCOURS",
        "ENCOURSECHU",
        "TAUXOUVERTURE",
        "TAUXCLIC",
      ]),
    ).toEqual({
      // 200 + 99.99 invoiced in January, 100 credited in March; the order of 125 USD is not invoiced yet.
      CA: 199.99,
      "CA 2024-01": 299.99,
      "CA 2024-03": -100,
      MONTANTCOMMANDES: 299.99,
      // 125 USD at 1.25 USD a euro.
      "MONTANTCOMMANDES 2024-02": 100,
      COMMANDES: 2,
      // (200 − 2 × 60) − (100 − 60); the other lines have no cost.
      MARGE: 40,
      TAUXMARGE: 0.4,
      PANIERWEB: 100,
      VISITES: 2,
      PIPE: 400,
      PIPEBRUT: 1000,
      "OPPORTUNITES 2024-06": 1,
      TAUXSIGNATURE: 0.5,
      LEADSCHAUDS: 1,
      LEADSCREES: 2,
      ENCOURS: -60.01,
      ENCOURSECHU: -60.01,
      TAUXOUVERTURE: 0.4,
      TAUXCLIC: 0.2,
    });
  });

  test("each table holds what counts, and the order in a currency without rate is set aside", async () => {
    const { all } = await load();
    expect(idsIn(all, "order_lines")).toEqual(["S1", "S2", "S4", "C3"]);
    expect(all.rejected.order_lines).toMatchObject({
      count: 1,
      sample: [{ origin: "sale.order.line 8", failure: { code: "row-currency-without-rate" } }],
    });
    // A contact counts as its company, and what is archived has been sold and has bought all the same.
    expect(idsIn(all, "customers")).toEqual(["7", "10", "11", "15"]);
    expect(idsIn(all, "products")).toEqual(["3", "4", "0"]);
    expect(idsIn(all, "salespeople")).toEqual(["1", "2", "5", "0"]);
    expect(idsIn(all, "invoices")).toEqual(["1", "2"]);
    expect(idsIn(all, "opportunities")).toEqual(["1", "2", "3"]);
    expect(Object.values(all.rejected).reduce((sum, { count }) => sum + count, 0)).toBe(1);
  });

  test("a credit note on a down payment takes nothing away: the down payment was never added", async () => {
    const models = company();
    const copied = (model: string, id: number, more: object) =>
      models[model]!.records.push({
        ...models[model]!.records.find((one) => one.id === id)!,
        id: 30,
        ...more,
      });
    copied("sale.order.line", 1, { is_downpayment: true });
    copied("account.move.line", 3, { sale_line_ids: [30] });
    expect(idsIn((await load({}, models)).all, "order_lines")).toEqual(["S1", "S2", "S4", "C3"]);
  });

  describe("revenue is what the books have", () => {
    /** Invoices of their own, each with its lines; a line's balance is negative where it is a sale. */
    const invoiced = (...invoices: { date: string; type?: string; lines: object[] }[]) => {
      const models = company();
      const [move] = models["account.move"]!.records;
      const [line] = models["account.move.line"]!.records;
      const moves = invoices.map(({ date, type = "out_invoice" }, at) => ({
        ...move!,
        id: at + 1,
        name: `FAC/${at + 1}`,
        move_type: type,
        invoice_date: date,
      }));
      const moveLines = invoices.flatMap(({ lines }, at) =>
        lines.map((more, nth) => ({
          ...line!,
          id: (at + 1) * 10 + nth,
          move_id: at + 1,
          sale_line_ids: [],
          quantity: 1,
          ...more,
        })),
      );
      models["account.move"] = { ...models["account.move"]!, records: moves };
      models["account.move.line"] = { ...models["account.move.line"]!, records: moveLines };
      return models;
    };
    const sold = (net: number, more: object = {}) => ({ price_subtotal: net, balance: -net, ...more });
    const monthly = async (models: ReturnType<typeof company>, ...asked: string[]) =>
      totals((await load({}, models)).all, asked);

    test("a down payment counts once, and what follows at its own date", async () => {
      const models = invoiced(
        { date: "2024-01-10", lines: [sold(300, { is_downpayment: true, sale_line_ids: [7] })] },
        {
          date: "2024-03-10",
          lines: [sold(1000, { sale_line_ids: [1] }), sold(-300, { is_downpayment: true, quantity: -1 })],
        },
      );
      expect(await monthly(models, "CA", "CA 2024-01", "CA 2024-03", "QUANTITE")).toEqual({
        CA: 1000,
        "CA 2024-01": 300,
        "CA 2024-03": 700,
        QUANTITE: 1,
      });
    });

    test("an invoice without an order counts, and one credited and made anew counts once", async () => {
      const models = invoiced(
        { date: "2024-01-10", lines: [sold(500)] },
        { date: "2024-01-20", type: "out_refund", lines: [{ price_subtotal: 500, balance: 500 }] },
        { date: "2024-02-01", lines: [sold(500)] },
      );
      expect(await monthly(models, "CA", "CA 2024-01", "CA 2024-02", "QUANTITE")).toEqual({
        CA: 500,
        "CA 2024-01": 0,
        "CA 2024-02": 500,
        QUANTITE: 1,
      });
    });

    test("another currency counts at the invoice's own rate, cost included", async () => {
      // 500 EUR of an order in EUR is 526.32 in the books; a unit's cost of 60 follows.
      const models = invoiced({
        date: "2024-01-10",
        lines: [{ price_subtotal: 500, balance: -526.32, currency_id: 1, quantity: 2, sale_line_ids: [1] }],
      });
      expect(await monthly(models, "CA", "MARGE")).toEqual({
        CA: 526.32,
        // 526.32 − 126.32
        MARGE: 400,
      });
    });

    test("without the right to invoices revenue follows the orders, and that is told", async () => {
      const models = company();
      models["account.move.line"] = { ...models["account.move.line"]!, hidden: true };
      const { connection, all } = await load({}, models);
      expect(all.data.provenance.invoicesByLine).toBeFalsy();
      expect(connection.lacks!.map(({ fr }) => fr).join()).toContain("les lignes de facture");
      expect(await totals(all, ["CA"])).toEqual({ CA: 399.99 });
    });
  });

  test("a company that became a contact of another takes its invoices along, as its orders", async () => {
    const models = company();
    Object.assign(models["res.partner"]!.records.find(({ id }) => id === 10)!, {
      is_company: false,
      parent_id: 7,
      commercial_partner_id: 7,
    });
    Object.assign(models["account.move"]!.records[0]!, { commercial_partner_id: 10 });
    const { all } = await load({}, models);
    expect(all.rejected.invoices.count).toBe(0);
    expect(idsIn(all, "invoices")).toEqual(["1", "2"]);
  });

  test("a state is a region by its own name", async () => {
    const region = (await load()).all.data.tables.customers.columns.region;
    expect(region?.kind === "text" && region.dictionary).toEqual(
      expect.arrayContaining(["Provence", "France"]),
    );
  });

  test("the questions before the first row are few round trips one after the other", async () => {
    const fake = new FakeOdoo(version, company());
    let [open, trips] = [0, 0];
    const fetch: FakeOdoo["fetch"] = async (request) => {
      if (open++ === 0) trips++;
      await new Promise((done) => setTimeout(done, 2));
      return fake.fetch(request).finally(() => open--);
    };
    await odooConnector({ privateAddresses: false, fetch, retries: 0 }).connect(OPTIONS, never);
    expect(trips).toBeLessThanOrEqual(10);
  });

  test("a moment late in the evening is the next day where the person works", async () => {
    const { all } = await load();
    expect(await totals(all, ["MONTANTCOMMANDES 2024-01-16", "VISITES 2024-02-02"])).toEqual({
      "MONTANTCOMMANDES 2024-01-16": 299.99,
      "VISITES 2024-02-02": 1,
    });
  });

  test("the size of the pages changes nothing", async () => {
    const [few, many] = [await load(), await load({ pageSize: 1 })];
    expect(many.all.data.tables).toEqual(few.all.data.tables);
  });

  test("nothing but reading methods is ever asked", async () => {
    const { fake, connection } = await load();
    await connection.aggregates!(never);
    await connection.estimate!(never);
    for (const table of connection.tables!) {
      await connection.changes!.list(table, connection.changes!.mark, undefined, never);
      await connection.changes!.presentIds!(table, never);
    }
    const methods = [...new Set(fake.asked.map(({ method }) => method))];
    expect(READ_METHODS).toEqual(expect.arrayContaining(methods));
    expect(methods).toContain(version === 17 ? "read_group" : "formatted_read_group");
  });

  test("Odoo's own counts and sums are those of the rows", async () => {
    const { connection } = await load();
    const told = await connection.aggregates!(never);
    const value = (table: string, measure: string) =>
      told.find((one) => one.table === table && one.measure === measure)?.value;
    expect(value("order_lines", "rows")).toBe(5);
    expect(value("order_lines", "revenue")).toBeCloseTo(299.99, 2);
    const revenue = told.find(({ measure }) => measure === "revenue");
    expect(revenue?.difference?.fr).toContain("devise sans taux");
    // 200 + 99.99 invoiced, 100 credited, as the books have them.
    expect(value("invoice_lines", "revenue")).toBeCloseTo(199.99, 2);
    expect(value("invoices", "amount")).toBeCloseTo(239.99, 2);
    expect(value("invoices", "outstanding")).toBeCloseTo(-60.01, 2);
    expect(value("opportunities", "amount")).toBe(1800);
    expect(value("customers", "rows")).toBe(4);
    expect(await connection.estimate!(never)).toMatchObject({ rows: 27 });
  });

  test("costs, modules and rights that are missing are told, and the rest is loaded", async () => {
    const models = company();
    delete models["crm.lead"];
    delete models["mailing.mailing"];
    models["account.move"] = { ...models["account.move"]!, hidden: true };
    for (const line of models["sale.order.line"]!.records) delete line.purchase_price;
    const { connection, all } = await load({}, models);
    expect(connection.tables).toEqual(["salespeople", "customers", "products", "order_lines", "visits"]);
    const told = connection.lacks!.map(({ fr }) => fr).join("\n");
    for (const word of ["« crm »", "« mass_mailing »", "les factures", "sale_margin"])
      expect(told).toContain(word);
    expect(connection.invoicingDates).toBe(false);
    expect(await totals(all, ["CA"])).toEqual({ CA: 399.99 });
    // What could not be read is no 0: the answer is why.
    const engine = createEngine(all.data);
    for (const kpi of ["MARGE", "ENCOURS"])
      expect(await engine.total({ kpi, filters: [] })).toMatchObject({
        ok: false,
        failure: { code: "kpi-unavailable", params: { kpi } },
      });
  });
});
