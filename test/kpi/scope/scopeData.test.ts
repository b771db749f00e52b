import fc from "fast-check";
import { createCalculator, type KpiCalculator } from "../../../src/kpi/engine";
import { KPIS } from "../../../src/kpi/registry";
import type { DataScope } from "../../../src/kpi/scope/resolve";
import { scopeData } from "../../../src/kpi/scope/scopeData";
import type { Query } from "../../../src/kpi/source";
import { TABLE_NAMES, type TableName } from "../../../src/sales/schema";
import type { SalesData } from "../../../src/sales/tables";
import { runs, seed } from "../../support/runs";
import { ORACLE_DATA_DATE } from "../oracle";
import { randomRows } from "../randomSales";
import { type Rows, salesOf } from "../sales";
import { DATA_DATE, SMALL_COMPANY } from "../smallCompany";
import { expected, FACTS } from "./expected";

const small = salesOf(SMALL_COMPANY, DATA_DATE);

function scoped(data: SalesData, scope: DataScope): SalesData {
  const result = scopeData(data, scope);
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

const idsIn = (data: SalesData, table: TableName): string[] => textsIn(data, table, "id");

function textsIn(data: SalesData, table: TableName, column: string): string[] {
  const found = data.tables[table].columns[column];
  if (found?.kind !== "text") throw new Error(column);
  return Array.from(found.codes, (code) => found.dictionary[code] ?? "");
}

/** Every text that the data holds, in use or not. */
const allTexts = (data: SalesData): Set<string> =>
  new Set(
    TABLE_NAMES.flatMap((table) =>
      Object.values(data.tables[table].columns).flatMap((column) =>
        column.kind === "text" ? column.dictionary : [],
      ),
    ),
  );

describe("the data of a scope", () => {
  it("holds the region's facts by the engine's fallbacks, and whoever they name", () => {
    const west = scoped(small, { regions: ["ouest"] });
    // Bêta has no region: the shop in Lille decides, before the salesperson of the South.
    expect(idsIn(west, "order_lines")).toEqual(["l5"]);
    expect(textsIn(west, "customers", "name")).toEqual(["Bêta"]);
    expect(textsIn(west, "points_of_sale", "name")).toEqual(["Lille"]);
    expect(idsIn(west, "salespeople")).toEqual(["s1"]);
    expect(west.tables.invoices.length).toBe(0);
    expect(west.provenance).toEqual(small.provenance);
  });

  it("keeps no name of another region, not even as a shop's or a salesperson's", () => {
    const west = scoped(small, { regions: ["Ouest"] });
    for (const text of ["Sud", "Nord", "Est", "Alpha", "Gamma", "c1", "l4"])
      expect(allTexts(west)).not.toContain(text);
  });

  it("takes a salesperson by the label that tells namesakes apart, or by id", () => {
    for (const name of ["Martin (s2)", "s2", "martin (S2)"])
      expect(idsIn(scoped(small, { salespeople: [name] }), "order_lines")).toEqual(["l6"]);
  });

  it("leaves what belongs to nobody out, unless nobody is the scope", () => {
    const rows: Rows = {
      ...SMALL_COMPANY,
      leads: [
        { id: "e1", created_on: "2024-01-01", source: "Web", rating: "hot", status: "new" },
        {
          id: "e2",
          created_on: "2024-01-01",
          salesperson_id: "s1",
          source: "Web",
          rating: "hot",
          status: "new",
        },
      ],
      campaigns: [
        { id: "m1", name: "Lettre", sent_on: "2024-01-01", sent: 1, delivered: 1, opened: 1, clicked: 1 },
      ],
      contacts_in: [
        { id: "k1", received_on: "2024-01-01", channel: "phone", reason: "order" },
        { id: "k2", received_on: "2024-01-01", channel: "phone", reason: "order", customer_id: "c1" },
      ],
    };
    const data = salesOf(rows, DATA_DATE);
    const ids = (scope: DataScope) => {
      const own = scoped(data, scope);
      return [...idsIn(own, "leads"), ...idsIn(own, "campaigns"), ...idsIn(own, "contacts_in")];
    };
    expect(ids({ regions: ["Sud"] })).toEqual(["e2"]);
    expect(ids({ regions: ["Nord"] })).toEqual(["k2"]);
    expect(ids({ salespeople: ["s1"] })).toEqual(["e2"]);
    expect(ids({ regions: ["(non renseigné)"] })).toEqual(["e1", "k1"]);
  });

  it("gives an inbound contact to its customer's salesperson", () => {
    const customers = SMALL_COMPANY.customers?.map((row) =>
      row.id === "c3" ? { ...row, salesperson_id: "s2" } : row,
    );
    const contact = { received_on: "2024-01-01", channel: "phone", reason: "complaint" };
    const data = salesOf(
      {
        ...SMALL_COMPANY,
        customers: customers ?? [],
        contacts_in: [
          { ...contact, id: "k1", customer_id: "c1" },
          { ...contact, id: "k2", customer_id: "c3" },
        ],
      },
      DATA_DATE,
    );
    expect(idsIn(scoped(data, { salespeople: ["s2"] }), "contacts_in")).toEqual(["k2"]);
  });

  it.each([
    [
      { regions: ["Nrod"] },
      { code: "member-unknown", params: { dimension: "region", member: "Nrod", nearest: "Nord" } },
    ],
    [{ salespeople: ["s9"] }, { code: "member-unknown", params: { dimension: "commercial", member: "s9" } }],
    [{ regions: ["Toutes"] }, { code: "member-unknown" }],
    [{ regions: ["Nord", "Atlantide"] }, { code: "member-unknown", params: { member: "Atlantide" } }],
    [{}, { code: "argument-invalid" }],
    [{ regions: [], salespeople: [] }, { code: "argument-invalid" }],
    [
      { regions: ["Nord"], salespeople: ["s2"] },
      { code: "scope-empty", params: { scope: ["Nord", "Martin (s2)"] } },
    ],
  ])("refuses %j", (scope: DataScope, failure) => {
    expect(scopeData(small, scope)).toMatchObject({ ok: false, failure });
  });
});

/** Random rows whose customers have salespeople of their own. */
const assignedRows = randomRows.chain((rows) =>
  fc
    .array(
      fc.option(fc.constantFrom(...(rows.salespeople ?? []).map(({ id }) => id as string)), { nil: null }),
      {
        minLength: rows.customers?.length ?? 0,
        maxLength: rows.customers?.length ?? 0,
      },
    )
    .map(
      (people): Rows => ({
        ...rows,
        customers: (rows.customers ?? []).map((row, at) => ({ ...row, salesperson_id: people[at] ?? null })),
      }),
    ),
);

const anyRegions = fc.option(
  fc.uniqueArray(fc.constantFrom("Nord", "Sud", "Est"), { minLength: 1, maxLength: 2 }),
  {
    nil: undefined,
  },
);
const anySalespeople = fc.option(
  fc.uniqueArray(fc.constantFrom("s0", "s1"), { minLength: 1, maxLength: 2 }),
  {
    nil: undefined,
  },
);
const anyScope: fc.Arbitrary<DataScope> = fc
  .record({ regions: anyRegions, salespeople: anySalespeople })
  .map(({ regions, salespeople }) => ({ ...(regions && { regions }), ...(salespeople && { salespeople }) }))
  .filter((scope) => Object.keys(scope).length > 0);

const answerOf = (engine: KpiCalculator, query: Query) => {
  const answer = engine.total(query);
  if (!answer.ok) throw new Error(answer.failure.code);
  return answer.value;
};

/** Members without the ids that tell namesakes apart: in a scope, a name may be alone. */
const listOf = (engine: KpiCalculator, query: Query) => {
  const list = engine.list(query);
  if (!list.ok) throw new Error(list.failure.code);
  return list.value.map(({ member, answer }) => `${member.replace(/ \([a-z]\d+\)$/, "")} ${answer}`).sort();
};

const anyPeriod = fc.constantFrom("", "2023", "2024-Q1", "2023-10", "12M");
const HISTORY = ["NOUVEAUXCLIENTS", "CLIENTSPERDUS"];

describe("whatever the rows and the scope", () => {
  it("keeps exactly the scope's rows, and no text of the others", () =>
    fc.assert(
      fc.property(assignedRows, anyScope, (rows, scope) => {
        const wanted = expected(rows, scope);
        const result = scopeData(salesOf(rows, ORACLE_DATA_DATE), scope);
        if (!result.ok) {
          expect(["scope-empty", "member-unknown"]).toContain(result.failure.code);
          if (result.failure.code === "scope-empty") expect(wanted.facts).toEqual([]);
          return;
        }
        const data = result.value;
        for (const table of FACTS)
          expect(idsIn(data, table)).toEqual(
            wanted.facts.filter((fact) => fact.table === table).map(({ row }) => row.id),
          );
        for (const table of ["salespeople", "customers", "products", "points_of_sale"] as const)
          expect(idsIn(data, table)).toEqual(wanted[table].map(({ id }) => id));
        expect(data.tables.campaigns.length).toBe(0);
        const allowed = new Set(
          [
            ...wanted.facts.map(({ row }) => row),
            ...wanted.salespeople,
            ...wanted.customers,
            ...wanted.products,
          ]
            .concat(wanted.points_of_sale)
            .flatMap((row) => Object.values(row)),
        );
        for (const text of allTexts(data)) expect(allowed).toContain(text);
        if (scope.regions)
          for (const region of ["Nord", "Sud", "Est"])
            if (!scope.regions.includes(region)) expect(allTexts(data)).not.toContain(region);
        const people = idsIn(data, "salespeople");
        for (const id of textsIn(data, "customers", "salesperson_id"))
          if (id !== "") expect(people).toContain(id);
      }),
      { numRuns: runs(100), seed },
    ));

  it("answers as the whole engine does when filtered by the scope", () =>
    fc.assert(
      fc.property(
        assignedRows,
        fc.constantFrom<DataScope>(
          { regions: ["Nord"] },
          { salespeople: ["s1"] },
          { regions: ["Sud"], salespeople: ["s0"] },
        ),
        anyPeriod,
        (rows, scope, period) => {
          const data = salesOf(rows, ORACLE_DATA_DATE);
          const result = scopeData(data, scope);
          if (!result.ok) return;
          const [whole, part] = [createCalculator(data), createCalculator(result.value)];
          const filters = [
            ...(scope.regions ?? []).map((member) => ({ axis: "region", member })),
            ...(scope.salespeople ?? []).map((member) => ({ axis: "commercial", member })),
          ];
          for (const { id, dimensions } of KPIS.all) {
            const splits = filters.every(({ axis }) => (dimensions as readonly string[]).includes(axis));
            if (!splits || HISTORY.includes(id)) continue;
            const query = { kpi: id, period };
            expect([id, answerOf(part, { ...query, filters: [] })]).toEqual([
              id,
              answerOf(whole, { ...query, filters }),
            ]);
            for (const axis of dimensions)
              expect(listOf(part, { ...query, axis, filters: [] })).toEqual(
                listOf(whole, { ...query, axis, filters }),
              );
          }
        },
      ),
      { numRuns: runs(30), seed },
    ));

  it("adds several regions up, and knows new and lost customers where all have a region", () =>
    fc.assert(
      fc.property(assignedRows, anyPeriod, (rows, period) => {
        const placed = (rows.customers ?? []).map((row) => ({ ...row, region: row.region ?? "Est" }));
        // A customer delivered in two regions is one customer of each: such counts do not add up.
        const lines = (rows.order_lines ?? []).map((row) => ({ ...row, region: null }));
        const data = salesOf({ ...rows, customers: placed, order_lines: lines }, ORACLE_DATA_DATE);
        const result = scopeData(data, { regions: ["Est", "Nord"] });
        if (!result.ok) return;
        const [whole, part] = [createCalculator(data), createCalculator(result.value)];
        for (const kpi of ["CA", "VISITES", "ENCOURS", "ENTRANTS", ...HISTORY]) {
          const parts = ["Est", "Nord"].map((member) =>
            Number(answerOf(whole, { kpi, period, filters: [{ axis: "region", member }] })),
          );
          const total = Number(answerOf(part, { kpi, period, filters: [] }));
          expect(Math.round(total * 10_000)).toBe(Math.round((parts[0]! + parts[1]!) * 10_000));
        }
      }),
      { numRuns: runs(30), seed },
    ));
});
