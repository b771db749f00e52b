import fc from "fast-check";
import { capacity, type LayoutFacts } from "../../src/dashboard/facts";
import { layoutSheet } from "../../src/dashboard/layout";
import type { SheetPlan } from "../../src/dashboard/plan";
import { revenueSheet } from "../../src/dashboard/sheets/revenue";
import { claims, collisions, inside, overlap } from "./geometry";
import { facts, names, people } from "./madeUp";

const SALESPEOPLE = '=FILTER(SORTBY(INDEX(KPI.CHIFFREAFFAIRES("commercial"';
const FIRST = 10;

const plan = (members: LayoutFacts["members"] = {}, language: LayoutFacts["language"] = "fr"): SheetPlan =>
  layoutSheet(revenueSheet, facts(members, language));

/** The room of the first formula that begins so, or of the one that names a list's members. */
const spillOf = (sheet: SheetPlan, start: string) => {
  const found = sheet.cells.find(
    ({ content }) => content.kind === "formula" && content.spill && content.formula.startsWith(start),
  );
  if (found?.content.kind !== "formula" || !found.content.spill) throw new Error(`no spill ${start}`);
  return { row: found.row, column: found.column, ...found.content.spill };
};

describe("layoutSheet", () => {
  it("keeps every formula's room free of anything else, whatever the members' number and the length of their names", () => {
    const count = (most: number) => fc.integer({ min: 0, max: most });
    fc.assert(
      fc.property(count(300), count(40), count(40), count(255), (people, regions, sectors, length) => {
        const sheet = plan({
          commercial: names(people, length),
          region: names(regions, length),
          secteur: names(sectors, length),
        });
        expect(collisions(sheet)).toEqual([]);
        expect(claims(sheet).filter((claim) => !inside(claim, sheet.print.area))).toEqual([]);
      }),
      { numRuns: 40, endOnFailure: true },
    );
  });

  it("notices a collision when there is one", () => {
    const sheet = plan();
    const { row, column } = spillOf(sheet, SALESPEOPLE);
    const intruder = { row: row + 3, column, content: { kind: "text", text: "x" } } as const;
    expect(collisions({ ...sheet, cells: [...sheet.cells, intruder] })).toHaveLength(1);
  });

  it("has room for every member and one more, up to the first ten", () => {
    for (const count of [0, 1, 8, 23, 300]) {
      const { rows } = spillOf(plan({ commercial: people(count) }), SALESPEOPLE);
      expect(rows).toBe(Math.min(count + 1, FIRST));
    }
  });

  it("moves what stands below when members come: no room is kept for those to come", () => {
    const rows = (count: number) => plan({ region: names(count, 9) }).print.area.rows;
    expect(rows(6) - rows(5)).toBe(1);
    expect(capacity("commercial", facts({ commercial: people(30) }))).toBe(31);
  });

  it("looks evolutions up by name, for their list goes on with those who only sold a year before", () => {
    const sheet = plan();
    const names = spillOf(sheet, SALESPEOPLE);
    const evolution = sheet.cells.find(
      ({ content }) =>
        content.kind === "formula" && content.formula.includes('KPI.EVOLUTION("CA","commercial"'),
    );
    expect(evolution?.row).toBe(names.row);
    expect(evolution?.content).toMatchObject({
      formula: expect.stringMatching(/^=IF\(.*XLOOKUP\(/),
      spill: { rows: names.rows, columns: 1 },
    });
  });

  it("leaves the cells below a list of months and right of the pivot free, so that three years do not collide", () => {
    const sheet = plan();
    const months = spillOf(sheet, "=IF(SEQUENCE(1,2)=1");
    const pivot = spillOf(sheet, "=FILTER(KPI.TABLEAU(");
    const others = claims(sheet);
    const below = { ...months, row: months.row + months.rows, rows: 24 };
    const beside = { ...pivot, column: pivot.column + pivot.columns, columns: 24 };
    expect(others.filter((claim) => overlap(claim, below) || overlap(claim, beside))).toEqual([]);
  });

  it("uses a handful of formulas, not one a cell", () => {
    expect(
      plan({ commercial: people(300) }).cells.filter(({ content }) => content.kind === "formula").length,
    ).toBeLessThan(50);
  });

  it("drives every question about the data by the period and the filter cells", () => {
    const asking = plan().cells.flatMap(({ content }) =>
      content.kind === "formula" && /^(?!.*Période non comprise).*KPI\.(?!MAJ)/.test(content.formula)
        ? [content.formula]
        : [],
    );
    expect(asking.length).toBeGreaterThan(10);
    for (const formula of asking)
      expect(formula).toContain(
        `,${formula.includes("TABLEAU") ? "" : ","}"region",Vigie_Region,"commercial",Vigie_Commercial`,
      );
  });

  it("offers periods, regions and salespeople in named cells that start with the data's year and everybody", () => {
    const { names, validations, cells } = plan();
    const texts = names.map(({ name, range }) => {
      const entry = cells.find(({ row, column }) => row === range.row && column === range.column);
      return [name, entry?.input, entry?.content];
    });
    expect(texts).toEqual([
      ["Vigie_Periode", true, { kind: "text", text: "2024" }],
      ["Vigie_Region", true, { kind: "text", text: "Toutes" }],
      ["Vigie_Commercial", true, { kind: "text", text: "Tous" }],
    ]);
    expect(validations.map(({ range }) => range)).toEqual(names.map(({ range }) => range));
    expect(validations[0]?.list).toEqual(
      expect.arrayContaining(["2024", "2023", "CUMUL", "12M", "2024-T1", "2024-09"]),
    );
    expect(validations[0]?.list.join(",").length).toBeLessThanOrEqual(255);
    expect(validations[1]?.list).toEqual([
      "Toutes",
      "Nord",
      "Île-de-France",
      "Sud-Est",
      "Ouest",
      "Grand Est",
    ]);
  });

  it("bounds every conditional format and chart to the page, and gives each tier a rule", () => {
    const sheet = plan();
    const area = sheet.print.area;
    for (const { range } of sheet.conditionalFormats) expect(inside(range, area)).toBe(true);
    for (const { data, at } of sheet.charts) {
      expect(inside(data, area)).toBe(true);
      expect(inside(at, area)).toBe(true);
    }
    expect(new Set(sheet.conditionalFormats.map(({ tier }) => tier)).size).toBe(3);
  });

  it("keeps charts off the cells that hold something", () => {
    const sheet = plan({ commercial: people(60) });
    for (const { at } of sheet.charts)
      expect(claims(sheet).filter((claim) => overlap(claim, at))).toEqual([]);
  });

  it("prints on one page: across while that leaves it readable, else upright", () => {
    const print = (regions: number) => plan({ region: names(regions, 9), secteur: [] }).print;
    expect(print(1)).toMatchObject({ fitToWidth: 1, fitToHeight: 1 });
    expect(print(30)).toMatchObject({ orientation: "portrait", fitToHeight: 1 });
    expect(print(200)).toMatchObject({ orientation: "portrait", fitToHeight: 0 });
  });

  it("speaks English when asked to", () => {
    const sheet = plan({}, "en");
    const texts = sheet.cells.flatMap(({ content }) => (content.kind === "text" ? [content.text] : []));
    expect(sheet.name).toBe("Revenue");
    expect(texts).toEqual(
      expect.arrayContaining(["Revenue", "Top 10, in €", "Of due", "Tier", "Period", "All"]),
    );
  });

  it("refuses a declaration whose blocks have no room", () => {
    const [band] = revenueSheet.bands;
    const [first] = band?.blocks ?? [];
    if (!first) throw new Error("no band");
    const crowded = { ...revenueSheet, bands: [{ blocks: [first, first] }] };
    expect(() => layoutSheet(crowded, facts())).toThrow(/no room/);
  });
});
