import { dolibarrConnector } from "../../../src/crm/dolibarr/connector";
import { lackWithKpis } from "../../../src/kpi/lacks";
import { idsIn, loadAll, totals } from "../kpis";
import { at, company, event, item } from "./company";
import { FAKE_KEY, FakeDolibarr } from "./fakeDolibarr";

const never = new AbortController().signal;
const OPTIONS = { address: "https://dolibarr.example", key: FAKE_KEY, dataDate: "2024-08-15" };

const connectorTo = (fake: FakeDolibarr) =>
  dolibarrConnector({ privateAddresses: false, fetch: fake.fetch, retries: 1, attemptTimeoutMs: 500 });

describe.each([18, 22] as const)("a small company in Dolibarr %i", (version) => {
  const load = async (more: object = {}, lists = company()) => {
    const fake = new FakeDolibarr(version, lists);
    const connector = connectorTo(fake);
    const connection = await connector.connect({ ...OPTIONS, ...more }, never);
    return { fake, connection, all: await loadAll(connector, connection) };
  };

  test("its KPIs are those worked out by hand", async () => {
    const { all } = await load();
    expect(
      await totals(all, [
        "CA",
        "CA 2024-01-15",
        "CA 2024-07-10",
        "COMMANDES",
        "PANIERMOYEN",
        "PANIERWEB",
        "MARGE",
        "VISITES",
        "VISITES 2024-02-02",
        "PIPE",
        "PIPEBRUT 2024-06",
        "TAUXSIGNATURE",
        "ENCOURS",
        "ENCOURSECHU",
        "ENTRANTS",
        "RECLAMATIONS",
      ]),
    ).toEqual({
      CA: 400,
      "CA 2024-01-15": 299.99,
      "CA 2024-07-10": 100.01,
      COMMANDES: 2,
      PANIERMOYEN: 200,
      PANIERWEB: 299.99,
      // (200 − 2 × 60) + (100.01 − 5 × 10); the line without cost does not count.
      MARGE: 130.01,
      VISITES: 2,
      // A quarter past eleven in the evening, UTC.
      "VISITES 2024-02-02": 1,
      PIPE: 400,
      "PIPEBRUT 2024-06": 1000,
      TAUXSIGNATURE: 0.5,
      // 59.99 − 120; the credit note that was used up is settled.
      ENCOURS: -60.01,
      ENCOURSECHU: -60.01,
      ENTRANTS: 2,
      RECLAMATIONS: 1,
    });
  });

  test("each table holds what counts, and nothing is set aside", async () => {
    const { all } = await load();
    expect(idsIn(all, "order_lines")).toEqual(["11", "12", "21"]);
    expect(idsIn(all, "customers")).toEqual(["7", "8", "9", "10"]);
    expect(idsIn(all, "products")).toEqual(["3", "4", "0"]);
    expect(idsIn(all, "salespeople")).toEqual(["1", "5", "0"]);
    expect(idsIn(all, "invoices")).toEqual(["1", "2", "3"]);
    expect(idsIn(all, "opportunities")).toEqual(["1", "2", "3"]);
    expect(idsIn(all, "visits")).toEqual(["1", "2"]);
    expect(Object.values(all.rejected).reduce((sum, { count }) => sum + count, 0)).toBe(0);
  });

  test("regions, sectors and families are named as people know them", async () => {
    const { all } = await load();
    const texts = (table: "customers" | "products", column: string) => {
      const found = all.data.tables[table].columns[column];
      return found?.kind === "text" ? found.dictionary : [];
    };
    expect(texts("customers", "region")).toEqual(expect.arrayContaining(["Alpes-Maritimes", "Allemagne"]));
    expect(texts("customers", "sector")).toEqual(expect.arrayContaining(["PME/PMI", "MAISON"]));
    expect(texts("products", "family")).toEqual(expect.arrayContaining(["Chauffage"]));
  });

  test("a third party that is no customer any more keeps what it bought", async () => {
    const lists = company();
    lists.thirdparties!.items = lists.thirdparties!.items.map((one) =>
      one.id === 7 ? { ...one, sql: { ...one.sql, client: 0 }, shown: { ...one.shown, client: "0" } } : one,
    );
    const { all } = await load({}, lists);
    expect(await totals(all, ["CA"])).toEqual({ CA: 400 });
    expect(all.rejected.order_lines.count).toBe(0);
  });

  test("events without types are visits where they have a third party, which is told", async () => {
    const lists = company();
    lists.agendaevents!.items = [
      event(1, 50, { datep: at("2024-02-01T10:00:00Z"), userownerid: "5", socid: "7" }),
      event(2, 50, { datep: at("2024-02-02T10:00:00Z"), userownerid: "5" }),
      event(3, 40, { datep: at("2024-02-06T09:00:00Z"), userownerid: "5", socid: "7" }),
    ];
    const { all, connection } = await load({}, lists);
    expect(idsIn(all, "visits")).toEqual(["1"]);
    expect(connection.notes).toEqual([{ code: "visits-untyped", params: {}, table: "visits" }]);
    const chosen = await load({ visits: [40] }, lists);
    expect(idsIn(chosen.all, "visits")).toEqual(["3"]);
    expect(chosen.connection.notes).toBeUndefined();
    // Other choices make other rows: what changed since then does not tell them.
    await expect(
      chosen.connection.changes!.list("visits", connection.changes!.mark, undefined, never),
    ).rejects.toMatchObject({ failure: { code: "source-changes-lost" } });
  });

  test("a document is its customer's representative's, where the company chose so or nobody entered it", async () => {
    const lists = company();
    lists.representatives!.items = [
      item(1, { fk_soc: 7 }, { lastname: "SuperAdmin" }),
      item(5, { fk_soc: 8 }, { lastname: "Roux" }),
    ];
    const sellers = async (more: object) => {
      const { columns } = (await load(more, lists)).all.data.tables.invoices;
      const found = columns.salesperson_id;
      return found?.kind === "text"
        ? [...new Set([...found.codes].map((code) => found.dictionary[code]))]
        : [];
    };
    expect(await sellers({})).toEqual(["5"]);
    expect(await sellers({ salesperson: "representative" })).toEqual(["1"]);
  });

  test("the questions before the first row are few round trips one after the other", async () => {
    const fake = new FakeDolibarr(version, company());
    let [open, trips] = [0, 0];
    const fetch: FakeDolibarr["fetch"] = async (request) => {
      if (open++ === 0) trips++;
      await new Promise((done) => setTimeout(done, 2));
      return fake.fetch(request).finally(() => open--);
    };
    await dolibarrConnector({ privateAddresses: false, fetch, retries: 0 }).connect(OPTIONS, never);
    expect(trips).toBeLessThanOrEqual(10);
  });

  test("the size of the pages changes nothing", async () => {
    const [few, many] = [await load(), await load({ pageSize: 1 })];
    expect(many.all.data.tables).toEqual(few.all.data.tables);
  });

  test("nothing but GET is ever asked", async () => {
    const { fake, connection } = await load();
    await connection.aggregates?.(never);
    await connection.estimate?.(never);
    for (const table of connection.tables!) {
      await connection.changes!.list(table, connection.changes!.mark, undefined, never);
      await connection.changes!.presentIds!(table, never);
    }
    expect([...new Set(fake.asked.map(({ method }) => method))]).toEqual(["GET"]);
  });

  test("what Dolibarr itself counts is what is read", async () => {
    const { connection } = await load();
    if (version === 18) {
      expect(connection.aggregates).toBeUndefined();
      return;
    }
    expect(await connection.aggregates!(never)).toEqual([
      { table: "customers", measure: "rows", value: 4 },
      { table: "invoices", measure: "rows", value: 3 },
      { table: "contacts_in", measure: "rows", value: 2 },
    ]);
    expect((await connection.estimate!(never)).rows).toBe(4 + 2 + 3 + 2);
  });

  test("lists that may not be read are told, and the rest is loaded", async () => {
    const lists = company();
    lists.invoices!.hidden = true;
    delete lists.tickets;
    const { connection, all } = await load({}, lists);
    expect(connection.tables).not.toContain("invoices");
    expect(connection.tables).not.toContain("contacts_in");
    const told = connection.lacks!.map((lack) => lackWithKpis(lack).fr).join("\n");
    for (const word of ["les factures clients", "les tickets", "ENCOURS"]) expect(told).toContain(word);
    expect(await totals(all, ["CA"])).toEqual({ CA: 400 });
  });
});
