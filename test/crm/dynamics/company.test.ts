import { dynamicsConnector } from "../../../src/crm/dynamics/connector";
import { createEngine } from "../../../src/kpi/engine/createEngine";
import { TABLE_NAMES } from "../../../src/sales/schema";
import { loadAll, totals } from "../kpis";
import { company, LINE } from "./company";
import { ADDRESS, FakeDataverse } from "./fakeDataverse";

const never = new AbortController().signal;

async function loaded(fake = new FakeDataverse(company())) {
  const connector = dynamicsConnector({ privateAddresses: false, fetch: fake.fetch });
  const connection = await connector.connect({ address: ADDRESS, tokens: fake.tokens }, never);
  return { connection, all: await loadAll(connector, connection) };
}

describe("a small company in Dynamics 365", () => {
  test("its KPIs are those worked out by hand, to the cent", async () => {
    const { all } = await loaded();
    expect(
      await totals(all, [
        "CA 2026",
        "CA 2026-01-15",
        "MONTANTCOMMANDES 2026-03",
        "COMMANDES 2026",
        "PANIERMOYEN 2026",
        "MARGE 2026",
        "CLIENTSACTIFS 2026",
        "VISITES",
        "PIPE",
        "PIPEBRUT",
        "OPPORTUNITES",
        "TAUXSIGNATURE",
        "LEADSCREES 2026-04",
        "LEADSCHAUDS",
        "ENCOURS",
        "ENCOURSECHU",
        "ENTRANTS",
        "RECLAMATIONS",
      ]),
    ).toEqual({
      // 200.50 without its tax + 99.99 + 501.25 once in dollars + 1,000 written in - 50; the cancelled 777 is none.
      "CA 2026": 1751.74,
      // The evening before in London.
      "CA 2026-01-15": 300.49,
      "MONTANTCOMMANDES 2026-03": 1451.25,
      "COMMANDES 2026": 3,
      // 1,751.74 in three orders.
      "PANIERMOYEN 2026": 583.91,
      // 200.50 - 2 × 60.05, and 501.25 - 5 × 60.05; no cost for the valve, nor for a box of radiators.
      "MARGE 2026": 281.4,
      "CLIENTSACTIFS 2026": 3,
      // One that was cancelled and one to come are none.
      VISITES: 2,
      // A quarter of 10,000.
      PIPE: 2500,
      PIPEBRUT: 10_000,
      OPPORTUNITES: 2,
      TAUXSIGNATURE: 0.5,
      "LEADSCREES 2026-04": 2,
      // The second hot one belongs to nobody.
      LEADSCHAUDS: 1,
      // 240.60 not paid and 100 once in dollars; 500 are paid, 999 were cancelled.
      ENCOURS: 340.6,
      ENCOURSECHU: 340.6,
      ENTRANTS: 3,
      RECLAMATIONS: 1,
    });
  });

  test("revenue by salesperson, region and family", async () => {
    const { all } = await loaded();
    const engine = createEngine(all.data);
    const by = async (axis: string) => {
      const list = await engine.list({ kpi: "CA", axis, filters: [], period: "2026" });
      if (!list.ok) throw new Error(list.failure.code);
      return Object.fromEntries(
        list.value.map(({ member, answer }) => [member, Math.round(Number(answer) * 100) / 100]),
      );
    };
    expect(await by("commercial")).toMatchObject({
      "Anne Roy": 300.49,
      "Bruno Petit": 451.25,
      "Sans commercial": 1000,
    });
    expect(await by("region")).toMatchObject({
      "Hauts-de-France": 300.49,
      Belgique: 451.25,
      Bretagne: 1000,
    });
    expect(await by("famille")).toMatchObject({ Chauffage: 651.75, "(non renseigné)": 1099.99 });
  });

  test("nothing is set aside; of the contacts only the one who buys is a customer", async () => {
    const { connection, all } = await loaded();
    expect(Object.values(all.rejected).map(({ count }) => count)).toEqual(Array(TABLE_NAMES.length).fill(0));
    expect(all.data.tables.customers.length).toBe(3);
    expect(connection).toMatchObject({
      user: "Anne Roy",
      dataDate: 20_780,
      currencies: { reporting: "EUR" },
    });
  });

  test("an amount that Dynamics has not converted is set aside as of a currency without rate", async () => {
    const records = company();
    records.salesorderdetails = records.salesorderdetails!.map((line) =>
      line.salesorderdetailid === LINE(3) ? { ...line, extendedamount_base: null } : line,
    );
    const { all } = await loaded(new FakeDataverse(records));
    expect(all.rejected.order_lines).toMatchObject({
      count: 1,
      sample: [
        { column: "currency", failure: { code: "row-currency-without-rate", params: { currency: "USD" } } },
      ],
    });
  });

  test.each([50_000, 1])("Dynamics' own counts are those of the load, aggregating up to %i", async (most) => {
    const fake = new FakeDataverse(company());
    fake.mostToAggregate = most;
    const { connection, all } = await loaded(fake);
    const aggregates = await connection.aggregates!(never);
    const rows = aggregates.filter(({ measure }) => measure === "rows");
    expect(rows.map(({ table, value }) => [table, value])).toEqual(
      connection.tables!.map((table) => [table, all.data.tables[table].length]),
    );
    const sums = Object.fromEntries(
      aggregates
        .filter(({ measure }) => measure !== "rows")
        .map(({ table, measure, value }) => [`${table}.${measure}`, Math.round(value * 100) / 100]),
    );
    expect(sums).toEqual(most === 1 ? {} : { "order_lines.revenue": 1751.74, "invoices.amount": 840.6 });
  });
});
