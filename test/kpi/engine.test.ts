import { createCalculator, createEngine } from "../../src/kpi/engine";
import type { Query } from "../../src/kpi/source";
import { salesOf } from "./sales";
import { DATA_DATE, SMALL_COMPANY } from "./smallCompany";

const data = salesOf(SMALL_COMPANY, DATA_DATE);
const engine = createCalculator(data);
const ask = (query: Partial<Query> & { kpi: string }) => engine.total({ filters: [], ...query });
const value = (query: Partial<Query> & { kpi: string }) => {
  const answer = ask(query);
  if (!answer.ok) throw new Error(answer.failure.code);
  return answer.value;
};
const list = (query: Partial<Query> & { kpi: string }) => {
  const answer = engine.list({ filters: [], ...query });
  if (!answer.ok) throw new Error(answer.failure.code);
  return answer.value.map(({ member, answer: own }) => [member, own]);
};

describe("one number", () => {
  test.each<[string, Partial<Query> & { kpi: string }, number | null]>([
    ["revenue goes by invoicing date, lines without one count nowhere", { kpi: "CA" }, 730],
    ["order intake goes by order date", { kpi: "MONTANTCOMMANDES" }, 750],
    ["a margin knows only lines with a cost", { kpi: "MARGE", period: "2024" }, 140],
    ["its rate divides by the same lines", { kpi: "TAUXMARGE", period: "2024" }, 140 / 280],
    ["lines of one order are one order", { kpi: "COMMANDES", period: "2024-04" }, 2],
    ["an average order is a ratio of sums", { kpi: "PANIERMOYEN", period: "2024-04" }, 275],
    ["a web order is one on the web", { kpi: "PANIERWEB", period: "2024" }, 200],
    ["a customer is new once", { kpi: "NOUVEAUXCLIENTS", period: "2023" }, 3],
    ["and in the period of the first order", { kpi: "NOUVEAUXCLIENTS", period: "2024" }, 1],
    [
      "a customer is lost 12 months after the last order, the data date included",
      { kpi: "CLIENTSPERDUS" },
      1,
    ],
    ["a due date of today is not overdue", { kpi: "ENCOURSECHU" }, 150],
    ["DSO: all outstanding over 90 days of invoices", { kpi: "DSO" }, (450 / 360) * 90],
    ["a period with no row is 0 for a sum", { kpi: "CA", period: "2019" }, 0],
    ["and nothing for a ratio", { kpi: "PANIERMOYEN", period: "2019" }, null],
    ["the weighted pipe is right to the last decimal", { kpi: "PIPE" }, 300.01],
    ["a pipe's period is that of the expected date", { kpi: "PIPE", period: "2024-07" }, 300],
  ])("%s", (_, query, expected) => expect(value(query)).toBe(expected));
});

describe("members", () => {
  test("a region is the customer's, else the point of sale's, else the salesperson's, else unknown", () =>
    expect(list({ kpi: "CA", axis: "Région" })).toEqual([
      ["Nord", 450],
      ["Sud", 200],
      ["Ouest", 80],
      ["Est", 0],
    ]));

  test("namesakes are told apart by their ids", () =>
    expect(list({ kpi: "CA", axis: "commercial" })).toEqual([
      ["Martin (s1)", 750],
      ["Martin (s2)", -20],
    ]));

  test.each([
    ["its name", "Alpha"],
    ["its name without case", "ALPHA"],
    ["its id", "c1"],
  ])("one is named by %s", (_, member) => expect(value({ kpi: "CA", axis: "client", member })).toBe(450));

  test("accents do not matter", () => expect(value({ kpi: "CA", axis: "client", member: "beta" })).toBe(280));

  test.each(["*", "tous", "All", "", " "])("%p restricts nothing", (member) =>
    expect(value({ kpi: "CA", axis: "region", member })).toBe(730),
  );

  test("but a customer called Toutes is that customer", () => {
    expect(value({ kpi: "CA", axis: "client", member: "Toutes" })).toBe(20);
    expect(value({ kpi: "CA", axis: "region", member: "Toutes" })).toBe(730);
  });

  test("channels are shown in French and asked for in either language", () => {
    expect(list({ kpi: "CA", axis: "canal", period: "2024-04..2024-05" })).toEqual([
      ["Terrain", 330],
      ["Web", 200],
      ["Magasin", 80],
    ]);
    expect(value({ kpi: "CA", axis: "channel", member: "store" })).toBe(80);
    expect(value({ kpi: "CA", axis: "channel", member: "magasin" })).toBe(80);
  });

  test("a group whose ratio has no denominator comes last, empty", () =>
    expect(list({ kpi: "TAUXMARGE", axis: "canal", period: "2024" })).toEqual([["Terrain", 0.5]]));

  test("ties are in alphabetical order", () =>
    expect(list({ kpi: "COMMANDES", axis: "client" })).toEqual([
      ["Alpha", 2],
      ["Bêta", 2],
      ["Gamma", 2],
      ["Toutes", 1],
    ]));

  test("time is in its order, units without rows left out", () =>
    expect(list({ kpi: "COMMANDES", axis: "mois", period: "2023-04..2024-05" })).toEqual([
      ["2023-04", 1],
      ["2023-05", 1],
      ["2024-04", 2],
      ["2024-05", 2],
    ]));

  test("a unit of time is cut where the period ends", () =>
    expect(list({ kpi: "MONTANTCOMMANDES", axis: "annee", period: "2023-04..2024-04" })).toEqual([
      ["2023", 120],
      ["2024", 550],
    ]));

  test("are listed by name", () => {
    expect(engine.members("region")).toEqual({ ok: true, value: ["Est", "Nord", "Ouest", "Sud"] });
    expect(engine.members("secteur")).toEqual({ ok: true, value: ["(non renseigné)", "Santé"] });
    expect(engine.members("tranche")).toMatchObject({ value: expect.arrayContaining(["> 90", "Non échu"]) });
  });
});

describe("filters", () => {
  test("narrow, whatever their order", () => {
    const filters = [
      { axis: "region", member: "Nord" },
      { axis: "mois", member: "2024-04" },
      { axis: "canal", member: "field" },
    ];
    expect(value({ kpi: "CA", filters })).toBe(350);
    expect(value({ kpi: "CA", filters: filters.toReversed() })).toBe(350);
  });

  test("that exclude each other leave nothing", () => {
    const filters = [
      { axis: "region", member: "Nord" },
      { axis: "region", member: "Sud" },
    ];
    expect(value({ kpi: "CA", filters })).toBe(0);
    expect(value({ kpi: "PANIERMOYEN", filters })).toBeNull();
    expect(list({ kpi: "CA", axis: "region", filters })).toEqual([]);
  });
});

describe("what cannot be answered is refused", () => {
  test.each<[Partial<Query> & { kpi: string }, string, object]>([
    [{ kpi: "CHIFFRE" }, "kpi-unknown", {}],
    [{ kpi: "CA", axis: "planète" }, "dimension-unknown", { dimension: "planète" }],
    [{ kpi: "CA", axis: "etape" }, "dimension-not-available", { kpi: "CA", dimension: "etape" }],
    [{ kpi: "TAUXCLIC", axis: "region" }, "dimension-not-available", {}],
    [{ kpi: "CA", period: "2024-13" }, "period-syntax", { period: "2024-13" }],
    [{ kpi: "CA", axis: "region", member: "Norrd" }, "member-unknown", { member: "Norrd", nearest: "Nord" }],
    [{ kpi: "CA", axis: "client", member: "gama" }, "member-unknown", { nearest: "Gamma" }],
    [{ kpi: "CA", axis: "commercial", member: "Martin" }, "member-unknown", { nearest: "Martin (s1)" }],
    [{ kpi: "CA", filters: [{ axis: "region", member: "Lune" }] }, "member-unknown", { member: "Lune" }],
    [{ kpi: "CA", axis: "mois", member: "2024" }, "member-unknown", { dimension: "mois" }],
    [{ kpi: "CA", axis: "mois", member: "mars" }, "period-syntax", { period: "mars" }],
  ])("%j: %s", (query, code, params) => {
    expect(ask(query)).toMatchObject({ ok: false, failure: { code, params } });
  });

  test("a list needs an axis", () =>
    expect(engine.list({ kpi: "CA", filters: [] })).toMatchObject({
      failure: { code: "dimension-unknown" },
    }));

  test("the promised engine refuses the same way", async () => {
    const source = createEngine(data);
    await expect(source.total({ kpi: "CA", period: "x", filters: [] })).resolves.toMatchObject({
      failure: { code: "period-syntax" },
    });
    await expect(source.total({ kpi: "CA", filters: [] })).resolves.toEqual({ ok: true, value: 730 });
  });
});

describe("tables", () => {
  test("a pivot's totals come from rows", () => {
    expect(
      engine.pivot({ kpi: "CLIENTSACTIFS", rows: "region", columns: "mois", period: "2024", filters: [] }),
    ).toEqual({
      ok: true,
      value: {
        rowMembers: ["Est", "Nord", "Ouest", "Sud"],
        columnMembers: ["2024-04", "2024-05"],
        cells: [
          [0, 1],
          [1, 0],
          [0, 1],
          [1, 0],
        ],
        rowTotals: [1, 1, 1, 1],
        columnTotals: [2, 2],
        grandTotal: 3,
      },
    });
  });

  test("top customers with share and running share", () =>
    expect(engine.topCustomers({ period: "2024", filters: [] }, 2)).toMatchObject({
      value: {
        rows: [
          ["Alpha", 350, 350 / 610, 350 / 610],
          ["Bêta", 280, 280 / 610, 630 / 610],
        ],
      },
    }));

  test("a count of customers must be a whole number above 0", () =>
    expect(engine.topCustomers({ filters: [] }, 0)).toMatchObject({ failure: { code: "argument-invalid" } }));

  test("the aged balance has all five buckets", () => {
    expect(engine.ageing({ filters: [] })).toMatchObject({
      value: {
        rows: [
          ["Non échu", 300, 300 / 450],
          ["1–30", 30, 30 / 450],
          ["31–60", 0, 0],
          ["61–90", 0, 0],
          ["> 90", 120, 120 / 450],
        ],
      },
    });
    expect(engine.ageing({ axis: "client", filters: [] })).toMatchObject({
      value: {
        rows: [
          ["Bêta", 300, 30, 0, 0, 0, 330],
          ["Alpha", 0, 0, 0, 0, 120, 120],
        ],
      },
    });
  });

  test("the rows behind a number are newest first and sum to it", () => {
    const detail = engine.detail(
      { kpi: "CA", period: "2024", axis: "client", member: "Bêta", filters: [] },
      10,
    );
    if (!detail.ok) throw new Error(detail.failure.code);
    const revenue = detail.value.headings.findIndex(({ fr }) => fr === "Montant HT");
    expect(detail.value.rows.map((row) => row[0])).toEqual(["l5", "l4"]);
    expect(detail.value.rows.map((row) => row[revenue])).toEqual([80, 200]);
    expect(detail.value.rows[0]).toEqual([
      "l5",
      "o4",
      "2024-05-02",
      "2024-05-02",
      "Bêta",
      "Martin (s1)",
      "32 FreshAir",
      "Lille",
      null,
      "Magasin",
      1,
      80,
      null,
    ]);
  });

  test("a weighted amount and a margin have a column of their own", () => {
    const last = (kpi: string) => {
      const detail = engine.detail({ kpi, filters: [] }, 10);
      return detail.ok ? detail.value.rows.map((row) => row.at(-1)) : [];
    };
    expect(last("PIPE")).toEqual([300, expect.closeTo(0.01, 10)]);
    expect(last("MARGE")).toEqual([-10, 150, 40]);
  });

  test("an explanation names what was resolved", () =>
    expect(
      engine.explain({ kpi: "tauxmarge", axis: "region", member: "nord", period: "T", filters: [] }),
    ).toMatchObject({
      value: {
        kpi: "TAUXMARGE",
        filters: [{ axis: "region", member: "Nord" }],
        rowCount: 1,
        answer: 0.5,
      },
    }));
});
