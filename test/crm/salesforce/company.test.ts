import { salesforceConnector } from "../../../src/crm/salesforce/connector";
import { createEngine } from "../../../src/kpi/engine/createEngine";
import { TABLE_NAMES } from "../../../src/sales/schema";
import { loadAll, totals } from "../kpis";
import { company } from "./company";
import { ADDRESS, FakeSalesforce } from "./fakeSalesforce";

const never = new AbortController().signal;

/** Its events have types, as a setting of Salesforce allows. */
function fakeCompany(records = company()): FakeSalesforce {
  const fake = new FakeSalesforce(records);
  fake.fields.Event!.add("Type");
  return fake;
}

async function loaded(fake: FakeSalesforce) {
  const connector = salesforceConnector({ privateAddresses: false, fetch: fake.fetch });
  const connection = await connector.connect({ address: ADDRESS, tokens: fake.tokens }, never);
  return { connection, all: await loadAll(connector, connection) };
}

describe("a small company in Salesforce", () => {
  test("its KPIs are those worked out by hand, to the cent", async () => {
    const { all } = await loaded(fakeCompany());
    expect(
      await totals(all, [
        "CA",
        "CA 2026",
        "CA 2025-12",
        "MONTANTCOMMANDES 2026-03",
        "COMMANDES 2026",
        "PANIERMOYEN 2026",
        "CLIENTSACTIFS 2026",
        "VISITES",
        "VISITES 2026-05",
        "PIPE",
        "PIPEBRUT",
        "OPPORTUNITES",
        "TAUXSIGNATURE",
        "LEADSCREES",
        "LEADSCREES 2026-04",
        "LEADSCHAUDS",
        "ENTRANTS",
        "RECLAMATIONS",
      ]),
    ).toEqual({
      // 200.50 + 99.99 + 501.25 + 1,000.00 - 99.99: the draft's 777 is no order.
      CA: 1701.75,
      "CA 2026": 1801.74,
      "CA 2025-12": -99.99,
      "MONTANTCOMMANDES 2026-03": 1501.25,
      "COMMANDES 2026": 3,
      // 1,801.74 in three orders.
      "PANIERMOYEN 2026": 600.58,
      "CLIENTSACTIFS 2026": 2,
      // One of this year and one from the archive; no copy, no call, none to come, none deleted.
      VISITES: 2,
      "VISITES 2026-05": 1,
      // A quarter of 10,000; the deal without an amount counts for nothing.
      PIPE: 2500,
      PIPEBRUT: 10_000,
      OPPORTUNITES: 2,
      TAUXSIGNATURE: 0.5,
      LEADSCREES: 3,
      "LEADSCREES 2026-04": 2,
      // The second hot one belongs to a queue.
      LEADSCHAUDS: 1,
      ENTRANTS: 3,
      RECLAMATIONS: 1,
    });
  });

  test("revenue by salesperson, region and family", async () => {
    const { all } = await loaded(fakeCompany());
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
      "Bruno Petit": 501.25,
      "Sans commercial": 1000,
    });
    expect(await by("region")).toMatchObject({ "Hauts-de-France": 1300.49, Belgique: 501.25 });
    expect(await by("famille")).toMatchObject({ Chauffage: 801.74, "(non renseigné)": 1000 });
  });

  test("nothing is set aside, and who is connected is told with the day in his zone", async () => {
    const { connection, all } = await loaded(fakeCompany());
    expect(Object.values(all.rejected).map(({ count }) => count)).toEqual(Array(TABLE_NAMES.length).fill(0));
    expect(connection).toMatchObject({ user: "Anne Roy", dataDate: 20_780, invoicingDates: false });
  });

  test("Salesforce's own counts and sums are those of the load", async () => {
    const { connection, all } = await loaded(fakeCompany());
    const aggregates = await connection.aggregates!(never);
    for (const { table, measure, value } of aggregates)
      if (measure === "rows")
        expect({ table, value }).toEqual({ table, value: all.data.tables[table].length });
    expect(aggregates).toContainEqual({ table: "order_lines", measure: "revenue", value: 1701.75 });
    expect(aggregates).toContainEqual({ table: "opportunities", measure: "amount", value: 15_800 });
  });
});

describe("a company with several currencies", () => {
  const inDollars = (records = company()) => {
    for (const object of ["OrderItem", "Opportunity", "Account"])
      records[object] = records[object]!.map((one) => ({ ...one, CurrencyIsoCode: "EUR" }));
    const change = (object: string, at: number, iso: string) => {
      records[object]![at] = { ...records[object]![at]!, CurrencyIsoCode: iso };
    };
    change("OrderItem", 2, "USD");
    change("OrderItem", 3, "GBP");
    change("Opportunity", 0, "USD");
    change("Opportunity", 2, "USD");
    const rate = (nth: number, more: object) => ({ Id: `01L00000000000${nth}AAA`, ...more });
    records.CurrencyType = [
      rate(1, { IsoCode: "EUR", ConversionRate: 1, IsCorporate: true }),
      rate(2, { IsoCode: "USD", ConversionRate: 1.25, IsCorporate: false }),
    ];
    records.DatedConversionRate = [
      rate(1, { IsoCode: "USD", ConversionRate: 2, StartDate: "2026-01-01", NextStartDate: "2026-06-01" }),
      rate(2, { IsoCode: "USD", ConversionRate: 1.6, StartDate: "2026-06-01", NextStartDate: null }),
    ];
    const fake = fakeCompany(records);
    for (const object of ["OrderItem", "Opportunity", "Account"]) fake.fields[object]!.add("CurrencyIsoCode");
    fake.fields.CurrencyType = new Set(["Id", "IsoCode", "ConversionRate", "IsCorporate"]);
    fake.fields.DatedConversionRate = new Set([
      "Id",
      "IsoCode",
      "ConversionRate",
      "StartDate",
      "NextStartDate",
    ]);
    return fake;
  };

  test("orders follow today's rates, opportunities those of their closing date, as Salesforce does", async () => {
    const { all } = await loaded(inDollars());
    expect(await totals(all, ["CA 2026", "PIPEBRUT", "PIPE"])).toEqual({
      // 200.50 + 99.99 + 501.25 / 1.25; the pounds have no rate.
      "CA 2026": 701.49,
      // 10,000 / 1.6, a quarter of it likely.
      PIPEBRUT: 6250,
      PIPE: 1562.5,
    });
  });

  test("a line in a currency without rate is set aside, and told", async () => {
    const { all } = await loaded(inDollars());
    expect(all.rejected.order_lines).toMatchObject({
      count: 1,
      sample: [
        { column: "currency", failure: { code: "row-currency-without-rate", params: { currency: "GBP" } } },
      ],
    });
  });

  test("without rates by date, opportunities follow today's rates too", async () => {
    const fake = inDollars();
    delete fake.records.DatedConversionRate;
    const { all } = await loaded(fake);
    expect(await totals(all, ["PIPEBRUT"])).toEqual({ PIPEBRUT: 8000 });
  });
});
