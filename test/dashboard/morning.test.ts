import { layoutSheet } from "../../src/dashboard/layout";
import type { SheetPlan } from "../../src/dashboard/plan";
import { morningSheet } from "../../src/dashboard/sheets/morning";
import { defaultRegister } from "../../src/kpi/register/defaults";
import type { RegisterEntry } from "../../src/kpi/register/entry";
import { KPIS } from "../../src/kpi/registry";
import { claims, collisions, inside, wholeOf } from "./geometry";
import { facts } from "./madeUp";

const register = (...kpis: readonly string[]): readonly RegisterEntry[] => {
  const all = defaultRegister("fr");
  const chosen = kpis.map((kpi) => all.find((entry) => entry.kpi === kpi)!);
  return [
    ...chosen.map((entry) => ({ ...entry, shown: true })),
    ...all.filter(({ kpi }) => !kpis.includes(kpi)).map((entry) => ({ ...entry, shown: false })),
  ];
};
const EVERY = KPIS.all.map(({ id }) => id);

const plan = (entries: readonly RegisterEntry[]): SheetPlan =>
  layoutSheet(morningSheet(entries), facts(), "here");
const texts = ({ cells }: SheetPlan): string[] =>
  cells.flatMap(({ content }) => (content.kind === "text" ? [content.text] : []));
const formulas = ({ cells }: SheetPlan): string[] =>
  cells.flatMap(({ content }) => (content.kind === "formula" ? [content.formula] : []));
const scored = (entries: readonly RegisterEntry[]): readonly string[] =>
  morningSheet(entries)
    .bands.flatMap(({ blocks }) => blocks.map(({ block }) => block))
    .flatMap((block) => (block.kind === "tiles" ? block.cards.map(({ kpi }) => kpi.id) : []));

describe("the morning page", () => {
  test.each([[[]], [["DSO"]], [EVERY.slice(0, 7)], [EVERY]])("has room for the KPIs shown: %p", (kpis) => {
    const sheet = plan(register(...kpis));
    expect(collisions(sheet)).toEqual([]);
    expect(claims(sheet).filter((claim) => !inside(claim, wholeOf(sheet)))).toEqual([]);
    expect(scored(register(...kpis))).toEqual(kpis);
    const cards = formulas(sheet).filter((formula) => formula.includes("SUBSTITUTE($"));
    expect(cards).toHaveLength(kpis.length);
  });

  test("shows them in the register's order", () =>
    expect(scored(register("DSO", "CA", "VISITES"))).toEqual(["DSO", "CA", "VISITES"]));

  test("says where to choose them when none is shown", () =>
    expect(texts(plan(register())).join()).toContain("Aucun indicateur affiché"));

  test("has the decision of each tier and who takes it in its card, quotes and all", () => {
    const [first, ...others] = register("CA");
    const own = {
      ...first!,
      decisions: { equilibre: "Rien", anticipation: 'Dire "stop"', alerte: "Un texte long ".repeat(40) },
      user: "Zoé",
    };
    const formula = formulas(plan([own, ...others])).find((one) => one.includes("SUBSTITUTE($"))!;
    expect(formula).toContain('"Rien · Zoé"');
    expect(formula).toContain('"Dire ""stop"" · Zoé"');
    for (const literal of formula.match(/"(?:[^"]|"")*"/g) ?? []) expect(literal.length).toBeLessThan(120);
  });

  test("does not know a KPI that the product no longer has", () =>
    expect(scored([{ ...defaultRegister("fr")[0]!, kpi: "PARTI" }])).toEqual([]));
});
