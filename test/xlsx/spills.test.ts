import type { FormulaModel, WorkbookModel } from "../../src/xlsx/model";
import {
  isDynamic,
  readSpill,
  SPILLS_SHEET,
  sameFormula,
  spilling,
  spillsSheet,
  withoutSpills,
} from "../../src/xlsx/spills";
import { parts, sheet, workbook } from "./parts";

const REGIONS: FormulaModel = {
  row: 2,
  column: 1,
  formula: 'KPI.TABLEAU("region",Vigie_Periode)',
  values: [
    ["Nord", 5],
    ["Sud", 3],
  ],
};
const TOTAL: FormulaModel = { row: 5, column: 2, formula: "C3+C4", values: [[8]] };
const sales = (blocks: WorkbookModel["sheets"][number]["blocks"] = []) =>
  sheet("Chiffre d'affaires", { formulas: [REGIONS, TOTAL], blocks });

describe("the list of formulas that Excel has to take once more", () => {
  it("holds those that fill cells, ask the add-in or compute with ranges, and no others", () => {
    const one = (formula: string, values: FormulaModel["values"] = [[1]]) =>
      isDynamic({ row: 0, column: 0, formula, values });
    expect(one("A1+1")).toBe(false);
    expect(one("A1+1", [[1, 2]])).toBe(true);
    expect(one('KPI.CA(,"2024")')).toBe(true);
    expect(one("SUM(A1:A3*2)")).toBe(true);
  });

  it("names each with the cells it fills, as a formula that follows them", () => {
    expect(spillsSheet([sales()])).toMatchObject({
      name: SPILLS_SHEET,
      visibility: "veryHidden",
      formulas: [{ row: 0, column: 0, formula: "ROWS('Chiffre d''affaires'!$B$3:$C$4)", values: [[2]] }],
      blocks: [{ row: 0, column: 1, values: [[REGIONS.formula]] }],
    });
    expect(spillsSheet([sheet("Seule", { formulas: [TOTAL] })])).toBeUndefined();
  });

  it("is read back from its cells, wherever these point by now", () => {
    expect(readSpill("=ROWS('Chiffre d''affaires'!$B$3:$C$4)", REGIONS.formula)).toEqual({
      sheet: "Chiffre d'affaires",
      range: { row: 2, column: 1, rows: 2, columns: 2 },
      formula: REGIONS.formula,
    });
    expect(readSpill("=ROWS(Ventes!$AA$3)", "KPI.CA()")).toMatchObject({
      sheet: "Ventes",
      range: { row: 2, column: 26, rows: 1, columns: 1 },
    });
  });

  it.each([
    ["=ROWS(#REF!)", "KPI.CA()"],
    ["=ROWS('Parti'!#REF!)", "KPI.CA()"],
    ["=SUM(Ventes!$A$1)", "KPI.CA()"],
    ["", ""],
    [7, "KPI.CA()"],
    ["=ROWS(Ventes!$A$1)", null],
  ])("passes over a row that is none: %s, %s", (place, formula) =>
    expect(readSpill(place, formula)).toBeUndefined(),
  );

  it("goes into every plain file, very hidden and last, and into no dynamic one", async () => {
    const plain = (await parts(workbook([sales()]), "plain")).get("xl/workbook.xml") ?? "";
    expect(plain).toMatch(/<sheet name="vigie\.spills"[^>]*state="veryHidden"[^>]*\/><\/sheets>/);
    expect((await parts(workbook([sales()]), "dynamic")).get("xl/workbook.xml")).not.toContain(SPILLS_SHEET);
  });
});

describe("the formula as Excel shows it", () => {
  it.each([
    ['=@KPI.CA("region")', '=KPI.CA("region")'],
    ['=@INDEX(@_xldudf_KPI_CA("a@b"),,1)', '=INDEX(KPI.CA("a@b"),,1)'],
    ["=SUM(Objectifs[@Montant])", "=SUM(Objectifs[@Montant])"],
    ['=_xldudf_kpi_ca("region")', '=KPI.ca("region")'],
  ])("%s is entered as %s", (shown, entered) => expect(spilling(shown)).toBe(entered));

  it.each([
    ["=@KPI.CA($B$3, Vigie_Periode)", "KPI.CA($B$5,Vigie_Periode)"],
    ['=IF(B12="","–",B12)', 'IF(B14="","–",B14)'],
    ["=SUM('Mon CA'!B3:B9)", "SUM(Feuil1!B3:B9)"],
  ])("%s is the same as %s", (one, other) => expect(sameFormula(one, other)).toBe(true));

  it.each([
    ['=KPI.CA("region")', '=KPI.CA("client")'],
    ["=KPI.CA(Vigie_Periode)", "=KPI.CA(Vigie_Region)"],
    ['=KPI.CA("A1")', '=KPI.CA("B2")'],
    ["=SUM(B3)", "=SUM(B3)+1"],
  ])("%s is not the same as %s", (one, other) => expect(sameFormula(one, other)).toBe(false));
});

describe("a workbook read from a plain file", () => {
  const read = (formula = REGIONS.formula) => {
    const values = [
      ["titre", null, null],
      [null, null, null],
      [null, "Nord", 5],
      [null, "Sud", 3],
      [null, "à moi", 9],
    ];
    const own = { ...sales([{ row: 0, column: 0, values }]), formulas: [{ ...REGIONS, formula }, TOTAL] };
    const front = sheet("Devant");
    return { ...workbook([own, spillsSheet([sales()])!, front]), activeSheet: 2 };
  };

  it("loses the list and the values that will spill again, nothing else", () => {
    const { sheets, activeSheet } = withoutSpills(read());
    expect(sheets.map(({ name }) => name)).toEqual(["Chiffre d'affaires", "Devant"]);
    expect(activeSheet).toBe(1);
    expect(sheets[0]?.blocks[0]?.values).toEqual([
      ["titre", null, null],
      [null, null, null],
      [null, null, null],
      [null, null, null],
      [null, "à moi", 9],
    ]);
  });

  it("keeps the values beside a formula that is another by now", () => {
    const { sheets } = withoutSpills(read('KPI.CA("client")'));
    expect(sheets[0]?.blocks[0]?.values[3]).toEqual([null, "Sud", 3]);
  });

  it("is left alone when it has no such list", () => {
    const model = workbook([sales()]);
    expect(withoutSpills(model)).toBe(model);
  });
});
