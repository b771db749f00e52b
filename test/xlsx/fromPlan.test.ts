import { layoutSheet } from "../../src/dashboard/layout";
import { revenueSheet } from "../../src/dashboard/sheets/revenue";
import type { Scalar } from "../../src/formula";
import { keptSheet, TARGETS } from "../../src/kept";
import { answerPlan, inputValues } from "../../src/xlsx/answerPlan";
import { namesFromPlans, sheetFromPlan } from "../../src/xlsx/fromPlan";
import { answer, answerer, facts } from "../dashboard/madeUp";
import { madeUpAnswerer } from "../formula/madeUpAnswers";

const plan = layoutSheet(revenueSheet, facts());
const inputs = inputValues([plan]);

const textAt = (words: string) => {
  const found = plan.cells.find(({ content }) => content.kind === "text" && content.text === words);
  if (!found) throw new Error(`no cell ${words}`);
  return found;
};

describe("answerPlan", () => {
  it("asks with the texts of the period and filter cells filled in", async () => {
    const asked: string[] = [];
    const asking = madeUpAnswerer((formula) => {
      asked.push(formula);
      return { values: [[1]] };
    });
    await answerPlan(plan, inputs, asking);
    const filters = '"region","Toutes","commercial","Tous"';
    expect(asked).toContain(`=KPI.CHIFFREAFFAIRES("commercial","2024",,${filters})`);
    expect(asked).toContain(`=KPI.TABLEAU("CA","region","mois","2024",${filters})`);
    expect(asked.every((formula) => formula.startsWith("=KPI.") && !formula.includes("Vigie_"))).toBe(true);
  });

  it("computes arguments, reads calls as a file spells them, and ends a circle", async () => {
    const formulas = [
      '=KPI.CA(,"20"&"26")',
      "=_xldudf_KPI_CA(,A1&B9)",
      "=A3+1",
      "=IF(B9,1/0,ROUND(MAX(A1:A2)/3,1))",
      "=LET(a,1,a",
    ];
    const cells = formulas.map((formula, row) => ({
      row,
      column: 0,
      content: { kind: "formula" as const, formula },
    }));
    const asked: string[] = [];
    const asking = madeUpAnswerer((formula) => {
      asked.push(formula);
      return { values: [[asked.length * 10]] };
    });
    const answers = await answerPlan({ ...plan, cells, names: [] }, new Map(), asking);
    expect(asked).toEqual(['=KPI.CA(,"2026")', '=KPI.CA(,"10")']);
    expect([...answers.values()]).toEqual([
      { values: [[10]] },
      { values: [[20]] },
      { error: "#REF!" },
      { values: [[6.7]] },
      { error: "#NAME?" },
    ]);
  });

  it("takes the wanted column and puts the tier's sign before its word", async () => {
    const answers = await answerPlan(plan, inputs, answerer(facts()));
    // Below the filter cell's label, which is the same word.
    const [, { row } = { row: 0 }] = plan.cells.filter(
      ({ content }) => content.kind === "text" && content.text === "Commercial",
    );
    const heading = textAt("Niveau");
    const tiers = answers.get(
      `${row + 1},${plan.cells.find((cell) => cell.row === row && cell.content.kind === "text" && cell.content.text === "Niveau")?.column}`,
    );
    expect(heading).toBeDefined();
    expect(tiers).toMatchObject({
      values: expect.arrayContaining([["● Équilibre"], ["▲ Anticipation"], ["◆ Alerte"], [""]]),
    });
  });

  it("shows a card's target, in words where there is none, and an error as it is", async () => {
    const { row, column } = textAt("CA de la période");
    const right = plan.cells.find(
      (cell) => cell.row === row + 3 && cell.column > column && cell.content.kind === "formula",
    );
    const card = `${row + 3},${right?.column}`;
    const withTarget = (values: Scalar) =>
      answerPlan(
        plan,
        inputs,
        madeUpAnswerer((formula) =>
          formula.startsWith("=KPI.OBJECTIF(") ? { values: [[values]] } : answer(facts())(formula),
        ),
      );
    expect((await withTarget(1_250)).get(card)).toEqual({ values: [[1_250]] });
    expect((await withTarget(null)).get(card)).toEqual({ values: [["Sans objectif"]] });
    const failing = await answerPlan(
      plan,
      inputs,
      madeUpAnswerer(() => ({ error: "#N/A" })),
    );
    expect(failing.get(card)).toEqual({ error: "#N/A" });
  });
});

describe("sheetFromPlan", () => {
  it("keeps formulas with their answers, or freezes them to values without a formula or a list left", async () => {
    const answers = await answerPlan(plan, inputs, answerer(facts()));
    const kept = sheetFromPlan(plan, answers, { formulas: "kept" });
    const frozen = sheetFromPlan(plan, answers, { formulas: "frozen" });
    const pivot = kept.formulas.find(
      ({ formula }) => formula.startsWith("FILTER(KPI.TABLEAU(") && formula.endsWith(">1)"),
    );
    expect(pivot?.values.at(-1)?.[0]).toBe("Total");
    expect(frozen.formulas).toEqual([]);
    expect(frozen.validations).toEqual([]);
    expect(frozen.blocks).toContainEqual({ row: pivot?.row, column: pivot?.column, values: pivot?.values });
    expect(JSON.stringify(frozen.blocks)).not.toContain("KPI.");
  });

  it("colours tiers and totals by rules without a leading =", async () => {
    const model = sheetFromPlan(plan, new Map(), { formulas: "kept" });
    expect(model.conditionalFormats.length).toBe(
      plan.conditionalFormats.length + (plan.emphases?.length ?? 0),
    );
    expect(model.conditionalFormats.some(({ formula }) => formula.startsWith("="))).toBe(false);
  });

  it("names the input cells for the whole workbook", () => {
    expect(namesFromPlans([plan])).toEqual([
      { name: "Vigie_Periode", refersTo: "'Chiffre d''affaires'!$H$2" },
      { name: "Vigie_Region", refersTo: "'Chiffre d''affaires'!$H$3" },
      { name: "Vigie_Commercial", refersTo: "'Chiffre d''affaires'!$H$4" },
    ]);
  });

  it("makes a table of the targets", () => {
    const targets = keptSheet(
      TARGETS,
      [{ kpi: "CA", dimension: "", member: "", period: "2024", value: 1 }],
      "en",
    );
    const model = sheetFromPlan(targets, new Map(), { formulas: "kept" });
    expect(model.tables).toEqual([
      {
        name: "Vigie_Objectifs",
        range: { row: 3, column: 0, rows: 2, columns: 5 },
        columns: ["KPI", "Dimension", "Member", "Period", "Target"],
      },
    ]);
  });
});
