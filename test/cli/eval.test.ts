import fc from "fast-check";
import { answerLines } from "../../src/cli/eval";
import { type Answering, functionCatalogue } from "../../src/functions";
import { createEngine } from "../../src/kpi/engine/createEngine";
import { KPIS } from "../../src/kpi/registry";
import { smallCompany, smallTargets } from "../functions/smallCompany";
import { DEMO, vigie } from "./streams";

const small: Answering = {
  source: createEngine(smallCompany, { targets: smallTargets }),
  catalogue: functionCatalogue(KPIS.all),
};

async function answersOf(formulas: readonly string[]) {
  async function* lines() {
    yield* formulas;
  }
  const answers: Record<string, unknown>[] = [];
  for await (const line of answerLines(lines(), small, "fr")) {
    if (!line.endsWith("\n")) throw new Error("an answer is a line");
    answers.push(JSON.parse(line));
  }
  return answers;
}

/** Lines that look like formulas, right and wrong ones. */
const formulaLine = (() => {
  const name = fc.constantFrom(...small.catalogue.byName.keys(), "INCONNU", "");
  const text = fc.constantFrom(
    ..."region|secteur|commercial|mois|Nord|CA|MARGE|2024|2024-Q1|M-1|CUMUL|2024-01..2024-06|*|(non renseigné)".split(
      "|",
    ),
  );
  const argument = fc.oneof(
    text.map((value) => `"${value}"`),
    fc.string({ maxLength: 8 }).map((value) => JSON.stringify(value)),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
    fc.constantFrom("", "TRUE", "DATE(2024,2,30)", "-1", "A1", "KPI.CA()", "{1}", '"'),
  );
  return fc
    .tuple(name, fc.array(argument, { maxLength: 7 }), fc.constantFrom(",", ";"))
    .map(([id, args, separator]) => `=KPI.${id}(${args.join(separator)})`);
})();

describe("vigie eval", () => {
  it("answers each formula on a line of its own, in order, blank lines left out", async () => {
    const formulas = [
      '=KPI.CA("region","2024")',
      "",
      '=KPI.CA(,"2024";)',
      "   ",
      "=KPI.INCONNU()",
      '=KPI.NIVEAU("MARGE")',
    ];
    expect(await answersOf(formulas)).toEqual([
      {
        formula: '=KPI.CA("region","2024")',
        value: [
          ["Sud", 160],
          ["Nord", 150],
        ],
      },
      { formula: '=KPI.CA(,"2024";)', value: 310 },
      {
        formula: "=KPI.INCONNU()",
        error: { code: "#NAME?", message: "La fonction « KPI.INCONNU » n'existe pas." },
      },
      { formula: '=KPI.NIVEAU("MARGE")', value: null },
    ]);
  });

  it("gives one answer per line and never stops, over ten thousand random formulas", async () => {
    const formulas = fc.sample(formulaLine, { numRuns: 10_000, seed: 32 });
    const answers = await answersOf(formulas);
    expect(answers.map(({ formula }) => formula)).toEqual(formulas);
    expect(answers.filter(({ value, error }) => (value === undefined) === (error === undefined))).toEqual([]);
    const codes = answers.map(
      ({ error }) => (error as { code: string; message: string } | undefined)?.message,
    );
    expect(codes.filter((message) => message?.startsWith("Une erreur imprévue"))).toEqual([]);
    expect(answers.filter(({ value }) => value !== undefined).length).toBeGreaterThan(500);
  }, 60_000);

  it("keeps that promise for lines of any characters", async () => {
    const line = fc
      .string({ unit: "binary", maxLength: 40 })
      .filter((text) => !/[\r\n\u2028\u2029]/.test(text));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(line, formulaLine), { maxLength: 20 }), async (lines) => {
        const shown = lines.map((text) => text.replace(/^\uFEFF/, "").trim()).filter((text) => text !== "");
        expect((await answersOf(lines)).map(({ formula }) => formula)).toEqual(shown);
      }),
    );
  });

  it("reads standard input with any line ends, and writes nothing else", async () => {
    const ran = await vigie(["eval", ...DEMO], "\uFEFF=KPI.MAJ()\r\n\r\n=KPI.MAJ()\n=KPI.MAJ()");
    expect(ran).toMatchObject({ code: 0, errors: "" });
    expect(ran.output).toBe('{"formula":"=KPI.MAJ()","value":46349}\n'.repeat(3));
  });
});
