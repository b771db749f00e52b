import { gatherFacts } from "../../src/dashboard/facts";
import { layoutSheets } from "../../src/dashboard/layout";
import { DASHBOARDS } from "../../src/dashboard/sheets";
import { answerPlan, inputValues } from "../../src/xlsx/answerPlan";
import { type Demo, openDemo } from "./demo";
import { type Fault, formattedNumber, measured, textWidth } from "./textFit";

let demo: Demo;
beforeAll(async () => {
  demo = await openDemo(4_000);
}, 120_000);

test.each(["fr", "en"] as const)(
  "every text and number of the demo's sheets fits its cell in Arial, in %s",
  async (language) => {
    const facts = await gatherFacts(demo.open.source, DASHBOARDS, language);
    if (!facts.ok) throw new Error(facts.failure.code);
    const plans = layoutSheets(DASHBOARDS, facts.value);
    const all: Fault[] = [];
    let count = 0;
    for (const plan of plans) {
      const answers = await answerPlan(plan, inputValues(plans), demo.answerer);
      const { count: cells, faults } = measured(plan, answers);
      count += cells;
      all.push(...faults);
    }
    expect(all).toEqual([]);
    expect(count).toBeGreaterThan(1_000);
  },
  240_000,
);

test("a text is measured as Arial draws it, a number in the words of its format", () => {
  // 12 points are 16 pixels: a digit of 556 thousandths is 8.9 wide.
  expect(textWidth("2026", { size: 12 })).toBeCloseTo(35.6, 1);
  expect(textWidth("2026", { size: 12, bold: true })).toBeGreaterThan(35);
  expect(formattedNumber(12_323_807, '[>=1000000]0.0,, "M€";[>=10000]#,##0, "k€";#,##0 €')).toBe("12,3 M€");
  expect(formattedNumber(695_123, '[>=1000000]0.0,, "M€";[>=10000]#,##0, "k€";#,##0 €')).toBe("695 k€");
  expect(formattedNumber(-0.459, '+0 %" sur un an";-0 %" sur un an";0 %" sur un an"')).toBe(
    "-46 % sur un an",
  );
});
