import { createHash } from "node:crypto";
import { DEMO_TABLES, type DemoCrm, type DemoTableName, demoCrm } from "../../../src/crm/demo/crm";
import { parseIsoDay } from "../../../src/sales/calendar";
import { TABLES } from "../../../src/sales/schema";

const day = (text: string) => parseIsoDay(text)!;
const DATA_DATE = day("2026-11-23");
const crm = demoCrm({ dataDate: DATA_DATE, lines: 20_000, seed: 32 });
const STAR = "P01";

function rowsOf(source: DemoCrm, table: DemoTableName) {
  return Array.from({ length: source.tables[table].count }, (_, at) => source.tables[table].values(at));
}

const digest = (source: DemoCrm) => {
  const hash = createHash("sha256");
  for (const table of DEMO_TABLES) hash.update(JSON.stringify(rowsOf(source, table)));
  return hash.update(JSON.stringify([source.targets, source.deletions])).digest("hex");
};

const lines = rowsOf(crm, "order_lines");
const contacts = rowsOf(crm, "contacts_in");
/** Days before the data date; negative after it. */
const age = (value: unknown) => DATA_DATE - day(String(value));
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const revenue = (rows: readonly (typeof lines)[number][]) => sum(rows.map((row) => Number(row.revenue)));

describe("the demo company", () => {
  test("the same seed, size and data date give the same bytes; another seed does not", () => {
    const small = { dataDate: DATA_DATE, lines: 500, seed: 7 };
    expect(digest(demoCrm(small))).toBe(digest(demoCrm(small)));
    expect(digest(demoCrm({ ...small, seed: 8 }))).not.toBe(digest(demoCrm(small)));
    expect(digest(demoCrm({ ...small, dataDate: DATA_DATE - 1 }))).not.toBe(digest(demoCrm(small)));
  });

  test("it has the size that was asked for", () => {
    const count = (table: DemoTableName) => crm.tables[table].count;
    expect([count("order_lines"), count("salespeople"), count("customers")]).toEqual([20_000, 24, 600]);
    const customers = rowsOf(crm, "customers");
    const kinds = (column: string) =>
      new Set(customers.map((row) => row[column]).filter((value) => value !== null));
    expect([kinds("region").size, kinds("sector").size]).toEqual([5, 6]);
    expect(new Set(customers.map(({ name }) => name)).size).toBe(600);
    expect(new Set(rowsOf(crm, "salespeople").map(({ name }) => name)).size).toBe(24);
  });

  test("every record has exactly the columns of its table, but a place of delivery", () => {
    for (const table of DEMO_TABLES) {
      const shapes = new Set(rowsOf(crm, table).map((row) => Object.keys(row).sort().join()));
      expect([...shapes]).toEqual([
        TABLES[table].columns
          .map(({ name }) => name)
          .filter((name) => table !== "order_lines" || name !== "region")
          .sort()
          .join(),
      ]);
    }
  });

  test("three years up to the data date, nothing after it", () => {
    const days = lines.map((row) => day(String(row.ordered_on)));
    expect(Math.max(...days)).toBeLessThanOrEqual(DATA_DATE);
    expect(Math.max(...days)).toBeGreaterThan(DATA_DATE - 4);
    expect(Math.min(...days)).toBeGreaterThanOrEqual(day("2023-11-24"));
    expect(Math.min(...days)).toBeLessThan(day("2023-12-01"));
    const later = [
      ...lines.map((row) => row.invoiced_on),
      ...rowsOf(crm, "invoices").map((row) => row.issued_on),
    ];
    expect(later.filter((value) => value !== null && String(value) > "2026-11-23")).toEqual([]);
  });

  test("summer sells more than winter, each year more than the last, the web takes its share", () => {
    const months = (list: string[]) =>
      revenue(lines.filter((row) => list.includes(String(row.ordered_on).slice(5, 7))));
    expect(months(["05", "06", "07"]) / months(["11", "12", "01"])).toBeGreaterThan(1.6);
    const year = (back: number) => lines.filter((row) => Math.floor(age(row.ordered_on) / 365.25) === back);
    expect(revenue(year(0)) / revenue(year(2))).toBeGreaterThan(1.05);
    const web = (rows: typeof lines) => rows.filter(({ channel }) => channel === "web").length / rows.length;
    expect(web(year(0)) - web(year(2))).toBeGreaterThan(0.06);
  });

  test("some rows are as untidy as a company's are: credit notes, empty optional fields, late invoices", () => {
    expect(lines.filter((row) => Number(row.quantity) < 0 && Number(row.revenue) < 0).length).toBeGreaterThan(
      50,
    );
    expect(lines.filter(({ cost }) => cost === null).length).toBeGreaterThan(50);
    expect(lines.filter((row) => row.invoiced_on === null).length).toBeGreaterThan(50);
    expect(
      rowsOf(crm, "customers").filter((row) => row.sector === null || row.region === null).length,
    ).toBeGreaterThan(3);
    const owed = rowsOf(crm, "invoices").filter((row) => Number(row.outstanding) > 0);
    const late = owed.filter((row) => age(row.due_on) > 0);
    const veryLate = owed.filter((row) => age(row.due_on) > 90);
    expect([owed.length > 200, late.length > 50, veryLate.length > 0]).toEqual([true, true, true]);
  });

  test("THE STORY: 32 FreshAir is the star, complaints rise for four months, sales fall for two", () => {
    const share = (from: number, to: number) => {
      const then = lines.filter((row) => age(row.ordered_on) >= from && age(row.ordered_on) < to);
      return then.filter((row) => row.product_id === STAR).length / then.length;
    };
    const before = lines.filter((row) => age(row.ordered_on) >= 61);
    const counts = new Map<string, number>();
    for (const row of before)
      counts.set(String(row.product_id), (counts.get(String(row.product_id)) ?? 0) + 1);
    expect([...counts].sort((a, b) => b[1] - a[1])[0]![0]).toBe(STAR);

    const complaints = (from: number, to: number) =>
      contacts.filter(
        (row) =>
          row.reason === "complaint" &&
          row.product_id === STAR &&
          age(row.received_on) >= from &&
          age(row.received_on) < to,
      ).length;
    const months = [complaints(91, 122), complaints(61, 91), complaints(30, 61), complaints(0, 30)];
    const usual = complaints(122, 488) / 12;
    expect(usual).toBeLessThan(4);
    expect(months[0]).toBeGreaterThan(2 * usual);
    expect(months).toEqual([...months].sort((a, b) => a - b));
    expect(months[3]).toBeGreaterThan(40);

    // The complaints were there two months before the sales gave way.
    expect(share(61, 122)).toBeGreaterThan(share(122, 488) * 0.9);
    expect(share(0, 61)).toBeLessThan(share(61, 122) * 0.5);
    console.info(
      `star: ${(share(61, 122) * 100).toFixed(1)} % of lines, then ${(share(0, 61) * 100).toFixed(1)} %; ` +
        `complaints a month ${usual.toFixed(1)}, then ${months.join(", ")}`,
    );
  });

  test("suggested targets put regions and salespeople in all three tiers, for the year, quarter and month", () => {
    const people = rowsOf(crm, "salespeople");
    const regionOf = new Map(rowsOf(crm, "customers").map((row) => [row.id, row.region]));
    const bounds: Record<string, [string, string]> = {
      "2026": ["2026-01-01", "2026-12-31"],
      "2026-Q4": ["2026-10-01", "2026-12-31"],
      "2026-11": ["2026-11-01", "2026-11-30"],
    };
    expect(new Set(crm.targets.map(({ period }) => period))).toEqual(new Set(Object.keys(bounds)));
    for (const [period, [first, last]] of Object.entries(bounds)) {
      const then = lines.filter((row) => String(row.invoiced_on) >= first && String(row.invoiced_on) <= last);
      const elapsed = (DATA_DATE - day(first) + 1) / (day(last) - day(first) + 1);
      for (const dimension of ["region", "commercial"]) {
        const targets = crm.targets.filter(
          (each) => each.period === period && each.kpi === "CA" && each.dimension === dimension,
        );
        expect(targets.length).toBeGreaterThanOrEqual(dimension === "region" ? 5 : 20);
        const tiers = targets.map(({ member, value }) => {
          const person = people.find(({ name }) => name === member)?.id;
          const mine = then.filter((row) =>
            dimension === "region" ? regionOf.get(row.customer_id) === member : row.salesperson_id === person,
          );
          const attainment = revenue(mine) / (value * elapsed);
          return attainment < 0.8 ? "alert" : attainment < 1 ? "anticipation" : "balance";
        });
        expect(new Set(tiers)).toEqual(new Set(["alert", "anticipation", "balance"]));
      }
    }
    const totals = crm.targets.filter(({ dimension }) => dimension === "").map(({ kpi }) => kpi);
    for (const kpi of ["CA", "MARGE", "TAUXMARGE", "COMMANDES", "VISITES", "PIPE", "ENCOURS", "RECLAMATIONS"])
      expect(totals).toContain(kpi);
  });

  test.each(["2026-01-01", "2024-02-29", "2026-12-31"])("any day can be the data date: %s", (text) => {
    const other = demoCrm({ dataDate: day(text), lines: 300, seed: 1 });
    expect(other.tables.order_lines.count).toBe(300);
    for (const { value } of other.targets) expect(Number.isFinite(value) && value > 0).toBe(true);
  });

  test("one line is enough of a company", () => {
    expect(demoCrm({ dataDate: DATA_DATE, lines: 1, seed: 1 }).tables.order_lines.values(0).id).toBe(
      "L1000001",
    );
  });
});
