import type { AlertsBlock, SheetDeclaration } from "../../src/dashboard/declaration";
import type { LayoutFacts } from "../../src/dashboard/facts";
import { layoutSheet } from "../../src/dashboard/layout";
import { ACTIONS, keptSheet } from "../../src/kept";
import { signalFormula } from "../../src/kept/actions";
import { EARLY_RULES } from "../../src/kpi/alerts/earlyRules";
import { alertHistory } from "../taskpane/alertsDouble";
import { facts } from "./madeUp";

const sheet = (list: AlertsBlock["list"], most: number): SheetDeclaration => ({
  id: "page",
  name: { fr: "Page", en: "Page" },
  columns: [20, 13, 1.5, 17, 14, 1.5, 17, 14, 1.5, 17, 14, 1.5, 17, 14],
  bands: [
    {
      blocks: [
        {
          column: 0,
          columns: 14,
          block: { kind: "alerts", list, most, title: { fr: "Les alertes", en: "The alerts" } },
        },
      ],
    },
  ],
});

const known: LayoutFacts = { ...facts(), alerts: alertHistory };
const plan = (list: AlertsBlock["list"], most: number, given: LayoutFacts = known) =>
  layoutSheet(sheet(list, most), given);

/** What stands in each row, empty cells left out. */
const lines = (of: ReturnType<typeof plan>) => {
  const rows = new Map<number, (string | number)[]>();
  for (const { row, content } of of.cells) {
    if (content.kind === "empty") continue;
    const value = content.kind === "text" ? content.text : content.kind === "number" ? content.value : "=";
    rows.set(row, [...(rows.get(row) ?? []), value]);
  }
  return [...rows.values()];
};

describe("the alerts on a dashboard", () => {
  test("give an early alert the days of its rule, whatever they are", () => {
    const changed = jest.replaceProperty(EARLY_RULES[0]!, "windowDays", 21);
    try {
      const [, , early] = lines(plan("open", 8));
      expect(early?.[3]).toBe("21 jours");
      expect(EARLY_RULES[0]!.explanation(EARLY_RULES[0]!).fr).toContain("21 derniers jours");
    } finally {
      changed.restore();
    }
  });

  test("stand by urgency with sign, KPI, member, period, tier before, since, value and what was expected", () => {
    const [title, headings, early, nord, ...rest] = lines(plan("open", 8));
    expect(title).toEqual(["Les alertes · données au 23/11/2026"]);
    expect(headings?.[0]).toBe("Strate");
    expect(early?.slice(0, 5)).toEqual([
      "◆ Alerte",
      "Réclamations inhabituelles",
      "32 FreshAir",
      "28 jours",
      "● Équilibre",
    ]);
    expect(nord).toEqual([
      "◆ Alerte",
      "Chiffre d'affaires",
      "Nord",
      "2026-11",
      "▲ Anticipation",
      46_349,
      184_250,
      245_333,
    ]);
    expect(rest).toHaveLength(2);
  });

  test("are data, no formulas: the period cell does not touch them", () => {
    expect(plan("open", 8).cells.filter(({ content }) => content.kind === "formula")).toEqual([]);
  });

  test("more than there is room for are counted; the block is as long as its lines, one for a note at least", () => {
    const few = plan("open", 3);
    expect(lines(few).at(-1)).toEqual(["+ 2 autres, dans le volet Vigie"]);
    const none = plan("open", 3, { ...known, alerts: { ...alertHistory, standings: [] } });
    expect(lines(none).at(-1)).toEqual(["Aucune alerte."]);
    expect(few.print.area.rows - none.print.area.rows).toBe(2);
    expect(plan("open", 50).print.area.rows).toBe(plan("open", 4).print.area.rows);
  });

  test("what changed says so too; a file that was never in Excel has no such block", () => {
    expect(lines(plan("monday", 5)).length).toBeGreaterThan(2);
    expect(lines(plan("monday", 5, facts()))).toEqual([]);
  });
});

describe("the sheet of the action plan", () => {
  test("is a table of the actions, in either language, ready for more", () => {
    const made = keptSheet(ACTIONS, [{ id: "A-001", decision: "=1+1", due: 46_000, state: "à faire" }], "fr");
    expect(made.tables).toEqual([{ name: ACTIONS.name, range: { row: 3, column: 0, rows: 2, columns: 12 } }]);
    const first = made.cells.filter(({ row }) => row === 4);
    expect(first.map(({ content }) => content.kind)).toEqual([
      "text",
      "empty",
      "empty",
      "empty",
      "empty",
      "text",
      "empty",
      "number",
      "text",
      "formula",
      "empty",
      "empty",
    ]);
    expect(made.cells.filter(({ content }) => content.kind === "formula")).toHaveLength(1);
    expect(keptSheet(ACTIONS, [], "en").name).toBe("Action plan");
  });

  test("marks what is late by a sign and a word, in words of both languages for what is over", () => {
    expect(signalFormula("H5", "I5", "fr")).toBe(
      '=IFERROR(IF(AND(ISNUMBER(H5),H5<KPI.MAJ(),NOT(OR(I5="fait",I5="done",I5="abandonné",I5="dropped"))),"◆ En retard",""),"")',
    );
  });
});
