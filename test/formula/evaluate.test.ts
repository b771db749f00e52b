import {
  type Cell,
  evaluate,
  Fault,
  fault,
  type Matrix,
  type Need,
  parseFormula,
  settle,
  single,
} from "../../src/formula";
import type { FailureCode } from "../../src/sales/failure";

const LIST: Matrix = [
  ["Nord", 1],
  ["Sud", 2],
];
/** Rows of the sheet. */
const SHEET: Matrix = [
  [null, 12, "Sud"],
  ["Nord", 0, "Nord"],
];

/** The needs answered so far, in their order, by round. */
let rounds: Need[][];
beforeEach(() => {
  rounds = [];
});

function answered(need: Need): Matrix {
  if (need.kind === "name")
    return single(need.name === "Periode" ? "2024" : fault("function-unknown", { function: need.name }));
  if (need.kind === "cells") {
    const { row, column, rows, columns } = need.range;
    const lines = SHEET.slice(row, row + rows).map((line) => line.slice(column, column + columns));
    return lines[0]?.length ? lines : single(fault("argument-invalid", { argument: need.text }));
  }
  if (need.name === "KPI.LIST") return LIST;
  if (need.name === "KPI.HOLES")
    return [
      [1, fault("division-by-zero")],
      [2, 3],
    ];
  if (need.name === "KPI.TWICE") return single(Number(need.args[0]) * 2);
  if (need.name === "KPI.FAIL") return single(fault("member-unknown", { member: String(need.args[0]) }));
  return single(fault("function-unknown", { function: need.name }));
}

async function answer(text: string): Promise<Cell | Matrix> {
  const parsed = parseFormula(text);
  if (!parsed.ok) return new Fault(parsed.failure);
  const block = await settle(
    (answers) => evaluate(parsed.value, answers),
    async (needs) => {
      rounds.push([...needs]);
      return needs.map(answered);
    },
  );
  return block.length === 1 && block[0]?.length === 1 ? (block[0][0] as Cell) : block;
}

describe("formulas around KPI functions", () => {
  it.each<[string, Cell | Matrix]>([
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
    ["=ROUND(KPI.TWICE(1.25),0)", 3],
    ["=MAX(INDEX(KPI.LIST(),,2),0)", 2],
    ['=XLOOKUP("sud",INDEX(KPI.LIST(),,1),INDEX(KPI.LIST(),,2),0)', 2],
    ["=XLOOKUP(C1:C2,INDEX(KPI.LIST(),,1),INDEX(KPI.LIST(),,2))", [[2], [1]]],
    ["=INDEX(KPI.LIST(),,2)/10", [[0.1], [0.2]]],
    ["=2^3^1%", 8 ** 0.01],
    ["=-2^2", 4],
    ["=50%", 0.5],
    ['="1,5"&TRUE', "1,5TRUE"],
    ['="12"*2', 24],
    ["=SUM(B1:C2)", 12],
    ["=COUNTA(1/0,2)+COUNT(1/0,2)", 3],
    ["=_xldudf_KPI_TWICE(2)", 4],
    ["=_xlfn.XLOOKUP(2,_xlfn.SEQUENCE(3),_xlfn.SEQUENCE(3)*10)", 20],
  ])("%s", async (text, value) => {
    expect(await answer(text)).toEqual(value);
  });

  it.each<[string, FailureCode]>([
    ['=SUBSTITUTE(KPI.FAIL("x"),"a","b")', "member-unknown"],
    ["=KPI.LIST(KPI.FAIL())", "member-unknown"],
    ['=INDEX(KPI.FAIL("x"),,2)', "member-unknown"],
    ['=XLOOKUP(1,KPI.FAIL("x"),2,3)', "member-unknown"],
    ["=1/0", "division-by-zero"],
    ['="a"*2', "argument-invalid"],
    ['=""+1', "argument-invalid"],
    ["=DATE(2024)", "argument-invalid"],
    ["=DATE(1,2,3,4)", "argument-invalid"],
    ["=INDEX(KPI.LIST(),9,9)", "reference-invalid"],
    ['=XLOOKUP("Est",INDEX(KPI.LIST(),,1),INDEX(KPI.LIST(),,2))', "value-not-found"],
    ["=SEQUENCE(1000000000)", "number-invalid"],
    ["=10^400", "number-invalid"],
    ["=Z9", "argument-invalid"],
    ["=Inconnu", "function-unknown"],
    ["=VLOOKUP(1,2)", "function-unknown"],
    ['=IF("x",1,2)', "argument-invalid"],
  ])("%s fails as %s", async (text, code) => {
    expect(await answer(text)).toMatchObject({ failure: { code } });
  });

  it("keep each error in its own cell", async () => {
    const divided = fault("division-by-zero");
    expect(await answer("=KPI.HOLES()*10")).toEqual([
      [10, divided],
      [20, 30],
    ]);
    expect(await answer("=IFERROR(KPI.HOLES(),0)")).toEqual([
      [1, 0],
      [2, 3],
    ]);
    expect(await answer("=ISERROR(KPI.HOLES())")).toEqual([
      [false, true],
      [false, false],
    ]);
    expect(await answer("=SUM(KPI.HOLES())")).toEqual(divided);
  });

  it("ask what they need together, equal calls once, and what depends on an answer after it", async () => {
    expect(await answer("=KPI.TWICE(1)+KPI.TWICE(1)+KPI.TWICE(KPI.TWICE(3))&Periode")).toBe("162024");
    expect(rounds.map((needs) => needs.length)).toEqual([3, 1]);
  });

  it("ask nothing in a branch that is not taken", async () => {
    expect(await answer("=IF(1>2,KPI.FAIL(),IFERROR(7,KPI.FAIL()))")).toBe(7);
    expect(rounds).toEqual([]);
    expect(await answer("=IF(KPI.TWICE(0),KPI.FAIL(),8)")).toBe(8);
    expect(rounds.flat()).toHaveLength(1);
  });
});
