import fc from "fast-check";
import { type FormulaNode, parseFormula } from "../../src/formula";

const parsed = (text: string): FormulaNode => {
  const expression = parseFormula(text);
  if (!expression.ok) throw new Error(`${text}: ${JSON.stringify(expression.failure.params)}`);
  return expression.value;
};

/** The literal arguments of a call. */
const argumentsOf = (text: string) => {
  const expression = parsed(text);
  if (expression.kind !== "call") throw new Error(`${text} is no call`);
  expect(expression.name).toMatch(/^KPI\./);
  return expression.args.map((argument) => (argument.kind === "literal" ? argument.value : argument));
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
    ['=KPI.CA(\u00a0"a"\u00a0;1)', ["a", 1]],
  ])("%s", (text, args) => {
    expect(argumentsOf(text)).toEqual(args);
  });

  it("nests calls, names and cells", () => {
    expect(parsed('=IF($B$3="","–",INDEX(KPI.CA("region",Vigie_Periode),,2))')).toEqual({
      kind: "call",
      name: "IF",
      args: [
        {
          kind: "operation",
          operator: "=",
          left: {
            kind: "cells",
            range: { row: 2, column: 1, rows: 1, columns: 1 },
            text: "$B$3",
          },
          right: { kind: "literal", value: "" },
        },
        { kind: "literal", value: "–" },
        {
          kind: "call",
          name: "INDEX",
          args: [
            {
              kind: "call",
              name: "KPI.CA",
              args: [
                { kind: "literal", value: "region" },
                { kind: "name", name: "Vigie_Periode" },
              ],
            },
            { kind: "literal", value: null },
            { kind: "literal", value: 2 },
          ],
        },
      ],
    });
  });

  it.each([
    ["", 1],
    ["=", 2],
    ["=KPI.CA(", 9],
    ['=KPI.CA("a', 9],
    ['=KPI.CA("a" "b")', 13],
    ['=KPI.CA("a"))', 13],
    ['=KPI.CA("a")+', 14],
    ["=KPI.CA({1,2})", 9],
    ["=KPI.CA(A1:B)", 11],
    [`=${"(".repeat(100)}`, 67],
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
        expect(argumentsOf(`=KPI.X(${texts.map(written).join(";")})`)).toEqual(texts);
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
