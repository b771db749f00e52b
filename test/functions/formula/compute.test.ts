import type { CellAnswer, CellValue } from "../../../src/functions/cell";
import { compute, type Surroundings } from "../../../src/functions/formula/compute";
import { parseFormula } from "../../../src/functions/formula/parse";
import { failed, success } from "../../../src/sales/failure";

const CELLS: Readonly<Record<string, CellValue>> = { "0,0": null, "0,1": 12, "1,0": "Nord" };

const around: Surroundings = {
  call: async (name, args) => {
    if (name === "KPI.LIST")
      return success([
        ["Nord", 1],
        ["Sud", 2],
      ]);
    if (name === "KPI.FAIL") return failed("member-unknown", { member: String(args[0]) });
    return failed("function-unknown", { function: name });
  },
  name: (name) => (name === "Periode" ? Promise.resolve(success("2024")) : undefined),
  cell: (row, column) => {
    const value = CELLS[`${row},${column}`];
    return value === undefined ? undefined : Promise.resolve(success(value));
  },
};

const answer = async (text: string): Promise<CellAnswer> => {
  const parsed = parseFormula(text);
  return parsed.ok ? compute(parsed.value, around) : parsed;
};

describe("formulas around KPI functions", () => {
  it.each<[string, CellValue]>([
    ["=DATE(2024,3,15)", 45366],
    ["=DATE(2024;14;1)", 45689],
    ["=INDEX(KPI.LIST(),,2)", [[1], [2]]],
    ["=INDEX(KPI.LIST(),2,1)", "Sud"],
    ["=INDEX(KPI.LIST(),2)", [["Sud", 2]]],
    ['=SUBSTITUTE("a-b-c","-","+")', "a+b+c"],
    ['=SUBSTITUTE(INDEX(KPI.LIST(),,1),"Nord","● Nord")', [["● Nord"], ["Sud"]]],
    ['=IF(A1="","–",A1)', "–"],
    ['=IF(B1="","–",B1)', 12],
    ['=IF(a2="NORD",1,KPI.FAIL("x"))', 1],
    ['=IFERROR(KPI.FAIL("x"),0)', 0],
    ['=Periode&"-S1"', "2024-S1"],
    ["=-(1+2)*3", -9],
    ["=7-2-1", 4],
    ["=B1>=12", true],
  ])("%s", async (text, value) => {
    expect(await answer(text)).toEqual({ ok: true, value });
  });

  it.each([
    ['=SUBSTITUTE(KPI.FAIL("x"),"a","b")', "member-unknown"],
    ["=KPI.LIST(KPI.FAIL())", "member-unknown"],
    ["=1/0", "division-by-zero"],
    ['="a"*2', "argument-invalid"],
    ["=DATE(2024)", "argument-invalid"],
    ["=DATE(1,2,3,4)", "argument-invalid"],
    ["=INDEX(KPI.LIST(),9,9)", "argument-invalid"],
    ["=Z9", "argument-invalid"],
    ["=Inconnu", "function-unknown"],
    ["=VLOOKUP(1,2)", "function-unknown"],
  ])("%s fails as %s", async (text, code) => {
    expect(await answer(text)).toMatchObject({ ok: false, failure: { code } });
  });
});
