import { asksTheAddIn, storedFormula } from "../../src/formula";

describe("storedFormula", () => {
  it.each([
    ['KPI.CA("region","2024")', '_xldudf_KPI_CA("region","2024")'],
    ["kpi.tableau(A1)+SUM(B1:B2)", "_xldudf_KPI_TABLEAU(A1)+SUM(B1:B2)"],
    ['INDEX(KPI.OBJECTIF("CA","region"),,2)', 'INDEX(_xldudf_KPI_OBJECTIF("CA","region"),,2)'],
    ['XLOOKUP(1,A1:A9,B1:B9,"FILTER(")', '_xlfn.XLOOKUP(1,A1:A9,B1:B9,"FILTER(")'],
    ["SORT(FILTER(A:B,A:A>0))", "_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A:B,A:A>0))"],
    ["SUM(A1#)", "SUM(_xlfn.ANCHORARRAY(A1))"],
    ['"KPI.CA(""x"")"&\'KPI.CA(\'!A1', '"KPI.CA(""x"")"&\'KPI.CA(\'!A1'],
    ["VLOOKUP(A1,B:C,2)", "VLOOKUP(A1,B:C,2)"],
  ])("writes %s as %s", (typed, stored) => {
    expect(storedFormula(typed)).toBe(stored);
  });

  it("tells which formulas ask the add-in", () => {
    expect(asksTheAddIn(storedFormula("1+KPI.MAJ()"))).toBe(true);
    expect(asksTheAddIn(storedFormula("SUM(A1:A2)"))).toBe(false);
  });
});
