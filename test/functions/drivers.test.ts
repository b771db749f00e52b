import {
  answerCalls,
  answerCallsDirectly,
  answerFormula,
  answerFormulaDirectly,
  type FunctionCall,
  functionCatalogue,
} from "../../src/functions";
import { createCalculator } from "../../src/kpi/engine";
import { KPIS } from "../../src/kpi/registry";
import { type KpiRequest, sourceOf } from "../../src/kpi/source";
import { smallCompany, smallTargets } from "./smallCompany";

const direct = createCalculator(smallCompany, { targets: smallTargets });
const catalogue = functionCatalogue(KPIS.all);

/** A store elsewhere: what is asked and answered travels as JSON, and each batch is counted. */
let batches: (readonly KpiRequest[])[];
beforeEach(() => {
  batches = [];
});
const elsewhere = sourceOf(direct.provenance, async (requests) => {
  const sent = JSON.parse(JSON.stringify(requests)) as readonly KpiRequest[];
  batches.push(sent);
  return JSON.parse(JSON.stringify(direct.answer(sent)));
});

const call = (name: string, ...args: FunctionCall["args"]): FunctionCall => ({
  declaration: catalogue.byName.get(name)!,
  args,
});
const CALLS = [
  call("CA", "region", "2024"),
  call("CA", null, "2024-13"),
  call("CA", null, null, "Nord"),
  call("TABLEAU", "TAUXMARGE", "region", null, "2024"),
  call("TABLEAU", "CA", "region", "mois", "2024"),
  call("MAJ"),
  call("TOPCLIENTS", 2, "2024"),
  call("BALANCEAGEE", "client", null, "Alpha"),
  call("DETAIL", "CA", "region", "2024", "Nord"),
  call("EXPLIQUER", "CA", "region", "2024", "Nord"),
  call("NIVEAU", "CA", null, "2024"),
];

test("calls of one calculation are one batch of plain data, and answer what they do at once", async () => {
  const answers = await answerCalls(CALLS, elsewhere, "fr");
  expect(answers).toEqual(answerCallsDirectly(CALLS, direct, "fr"));
  expect(batches).toHaveLength(1);
  expect(answers.map(({ ok }) => ok)).toEqual(CALLS.map((_, index) => index !== 1 && index !== 2));
});

test.each(catalogue.declarations.flatMap(({ examples }) => examples))(
  "%s answers the same from beside, from elsewhere and without promises",
  async (formula) => {
    const far = await answerFormula(formula, { source: elsewhere, catalogue }, "fr");
    expect(far).toEqual(answerFormulaDirectly(formula, { source: direct, catalogue }, "fr"));
  },
);

test("a call that goes wrong inside strands no other, and a store that is gone fails them all without its words", async () => {
  const broken = {
    ...catalogue.byName.get("CA")!,
    ask: () => {
      throw new Error("inner words");
    },
  };
  const [wrong, right] = await answerCalls([{ declaration: broken, args: [] }, CALLS[0]!], elsewhere, "fr");
  expect(wrong).toEqual({ ok: false, failure: { code: "internal", params: {} } });
  expect(right).toMatchObject({ ok: true });
  const gone = sourceOf(direct.provenance, () => Promise.reject(new Error("inner words")));
  const lost = await answerCalls([CALLS[0]!, CALLS[2]!], gone, "fr");
  expect(lost).toMatchObject([{ failure: { code: "internal" } }, { failure: { code: "argument-invalid" } }]);
});
