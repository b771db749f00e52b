import { keptSheet, TARGETS as TABLE } from "../../src/kept";

const TARGETS = [
  { kpi: "CA", dimension: "", member: "", period: "2024", value: 1_200_000 },
  { kpi: "CA", dimension: "commercial", member: "=Anne", period: "2024-T1", value: 40_000 },
];

describe("the targets' sheet", () => {
  const sheet = keptSheet(TABLE, TARGETS, "fr");
  const table = sheet.tables?.[0];
  if (!table) throw new Error("no table");
  const line = (row: number) =>
    sheet.cells
      .filter((cell) => cell.row === row)
      .map(({ content }) =>
        content.kind === "text" ? content.text : content.kind === "number" ? content.value : null,
      );

  it("is a table of the targets under their headings", () => {
    expect(sheet.name).toBe("Objectifs");
    expect(table).toEqual({ name: TABLE.name, range: { row: 3, column: 0, rows: 3, columns: 5 } });
    expect(line(3)).toEqual(["Indicateur", "Axe", "Membre", "Période", "Objectif"]);
    expect(line(4)).toEqual(["CA", null, null, "2024", 1_200_000]);
    expect(line(5)).toEqual(["CA", "commercial", "=Anne", "2024-T1", 40_000]);
  });

  it("keeps periods and names text, also in the rows that are still empty", () => {
    const texts = sheet.cells.filter(({ row, column }) => row > 3 && column < 4);
    expect(texts.length).toBeGreaterThan(4 * 400);
    expect(new Set(texts.map(({ style }) => style?.numberFormat))).toEqual(new Set(["@"]));
  });

  it("offers KPIs and dimensions without refusing other names", () => {
    expect(sheet.validations.map(({ range, strict }) => [range.column, strict])).toEqual([
      [0, false],
      [1, false],
    ]);
    expect(sheet.validations[0]?.list).toContain("CA");
    expect(sheet.validations[1]?.list).toContain("commercial");
  });

  it("has one empty row when there is no target yet, as a table must", () => {
    expect(keptSheet(TABLE, [], "en").tables?.[0]?.range.rows).toBe(2);
  });
});
