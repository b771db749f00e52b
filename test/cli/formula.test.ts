import fc from "fast-check";
import { parseFormula } from "../../src/cli/formula";

const call = (text: string) => {
  const parsed = parseFormula(text);
  if (!parsed.ok) throw new Error(`${text}: ${JSON.stringify(parsed.failure.params)}`);
  return parsed.value;
};

describe("a formula on the command line", () => {
  it.each([
    ['=KPI.CA("region","2024-Q1","Nord")', ["region", "2024-Q1", "Nord"]],
    ['=KPI.CA("region";"2024-Q1";;"secteur";"Santé")', ["region", "2024-Q1", null, "secteur", "Santé"]],
    ['=KPI.CA(,"2024")', [null, "2024"]],
    ["=KPI.CA()", []],
    ["=KPI.CA( )", []],
    ["=KPI.CA(,)", [null, null]],
    ['  = kpi.ca ( "a" , 1 ) ', ["a", 1]],
    ['KPI.CA("a ""b"" c")', ['a "b" c']],
    ["=KPI.CA(TRUE,vrai,FALSE,Faux)", [true, true, false, false]],
    ["=KPI.CA(-1.5,+2,.5,1e3)", [-1.5, 2, 0.5, 1000]],
    ["=KPI.CA(1,5;2)", [1.5, 2]],
    ["=KPI.CA(1,5)", [1, 5]],
    ['=KPI.CA("a;b",1,5)', ["a;b", 1, 5]],
    ["=KPI.CA(,DATE(2024,3,15))", [null, 45366]],
    ["=KPI.CA(;date(2024;1;31))", [null, 45322]],
    ['=KPI.CA(\u00a0"a"\u00a0;1)', ["a", 1]],
  ])("%s", (text, args) => {
    expect(call(text)).toEqual({ name: "KPI.CA", args });
  });

  it.each([
    ["", 1],
    ["=", 2],
    ["=KPI.CA", 8],
    ["=KPI.CA(", 9],
    ['=KPI.CA("a', 9],
    ['=KPI.CA("a" "b")', 13],
    ['=KPI.CA("a"))', 13],
    ["=KPI.CA(A1)", 9],
    ["=KPI.CA(DATE(2024))", 9],
    ['=KPI.CA("a")+1', 13],
    ["=KPI.CA({1,2})", 9],
    ["=1+1", 2],
  ])("%s is refused with the place of the fault", (text, position) => {
    expect(parseFormula(text)).toMatchObject({
      ok: false,
      failure: { code: "formula-syntax", params: { position } },
    });
  });

  it("returns any text argument as it was before quoting", () => {
    const written = (text: string) => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" }), { minLength: 1, maxLength: 6 }), (texts) => {
        expect(call(`=KPI.X(${texts.map(written).join(";")})`).args).toEqual(texts);
      }),
    );
  });

  it("never throws, whatever the line", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        parseFormula(text);
        parseFormula(`=KPI.CA(${text})`);
      }),
      { numRuns: 5000 },
    );
  });
});
