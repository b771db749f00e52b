import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type OpenSource, openSource } from "../../src/cli/source";
import { answerFormula } from "../../src/functions";

const DOCS = join(__dirname, "..", "..", "docs");
const guide = readFileSync(join(DOCS, "guide-utilisateur.md"), "utf8");
const formulas = [...guide.matchAll(/`(=KPI\.[^`]+)`/g)].map(([, formula = ""]) => formula);

let open: OpenSource;
beforeAll(async () => {
  open = await openSource({
    source: "demo:lines=2000",
    dataDate: "2026-11-23",
    help: false,
    frozen: false,
    live: false,
    scopes: [],
    language: "fr",
  });
});

test.each(formulas)("the guide's %s answers with figures on the demo", async (formula) => {
  // As a French Excel writes it; the product reads commas.
  const answer = await answerFormula(formula.replaceAll(";", ","), open, "fr");
  expect(answer).toMatchObject({ ok: true });
  const cells = answer.ok && Array.isArray(answer.value) ? answer.value.flat() : [answer.ok && answer.value];
  expect(cells.some((cell) => cell !== "" && cell !== null)).toBe(true);
});

test("the guide shows every function there is", () => {
  const shown = new Set(formulas.map((formula) => /^=KPI\.(\w+)/.exec(formula)?.[1]));
  const missing = open.catalogue.declarations.map(({ id }) => id).filter((id) => !shown.has(id));
  expect(missing).toEqual([]);
});

test("every picture of the guide is there", () => {
  const pictures = [...guide.matchAll(/\]\((images\/[^)]+)\)/g)].map(([, path = ""]) => path);
  expect(pictures.length).toBeGreaterThan(5);
  expect(pictures.filter((path) => !existsSync(join(DOCS, path)))).toEqual([]);
});
