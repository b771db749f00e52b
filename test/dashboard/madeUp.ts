import type { LayoutFacts } from "../../src/dashboard/facts";
import type { Answerer, Scalar } from "../../src/formula";
import { dayOf } from "../../src/sales/calendar";
import { type MadeUp, madeUpAnswerer } from "../formula/madeUpAnswers";

const REGIONS = ["Nord", "Île-de-France", "Sud-Est", "Ouest", "Grand Est"];
const SECTORS = ["Hôtellerie", "Santé", "Bureaux", "Commerce", "Industrie", "Enseignement"];

const FIRST_NAMES = ["Camille", "Jean-Baptiste", "Anne", "Hugo", "Inès", "Marc", "Sophie", "Louis"];
const LAST_NAMES = ["Martin", "Bernard-Delacroix", "Dubois", "Moreau", "Lefèvre", "Girard"];

/** Names people could have, as many as asked for, all different. */
export const people = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => {
    const first = FIRST_NAMES[index % FIRST_NAMES.length];
    const last = LAST_NAMES[Math.floor(index / FIRST_NAMES.length) % LAST_NAMES.length];
    const again = Math.floor(index / (FIRST_NAMES.length * LAST_NAMES.length));
    return `${first} ${last}${again ? ` ${again + 1}` : ""}`;
  });

/** So many different names of so many characters. */
export const names = (count: number, length: number): string[] =>
  Array.from({ length: count }, (_, index) => `${index} ${"é".repeat(length)}`.slice(0, 255));

/** Facts of a fictional company in the middle of a year. */
export const facts = (
  members: LayoutFacts["members"] = {},
  language: LayoutFacts["language"] = "fr",
): LayoutFacts => ({
  language,
  provenance: {
    source: "demo",
    sourceLabel: "CRM de démonstration",
    dataDate: dayOf(2024, 9, 20),
    refreshedAt: "2024-09-20T08:30:00Z",
  },
  members: { region: REGIONS, secteur: SECTORS, commercial: people(24), ...members },
});

const MONTHS = Array.from({ length: 9 }, (_, index) => `2024-${String(index + 1).padStart(2, "0")}`);
const TIERS = ["Équilibre", "Anticipation", "Alerte", ""];

/** Whole euros that fall from one member to the next and change from month to month. */
const amount = (member: number, month: number): number =>
  Math.round(96_000 / (1 + member * 0.17)) + month * 1_731;

const rowTotal = (member: number): number => MONTHS.reduce((sum, _, month) => sum + amount(member, month), 0);

/** Answers as the add-in would, for the calls a dashboard makes; made-up figures, no engine. */
export const answer =
  ({ members }: LayoutFacts) =>
  (formula: string): MadeUp => {
    const names = (axis: string): readonly string[] =>
      axis === "mois" ? MONTHS : (members[axis as keyof LayoutFacts["members"]] ?? []);
    if (formula === "=KPI.MAJ()") return { values: [[45_555]] };
    if (formula.startsWith("=KPI.TABLEAU(")) return { values: pivot(names("region")) };
    const axis = /\((?:"CA",)?"(\w+)"/.exec(formula)?.[1];
    const figure = FIGURES.find(([name]) => formula.startsWith(`=KPI.${name}(`))?.[1];
    if (!figure) return { error: "#NAME?" };
    if (axis === undefined || axis === "CA") return { values: [[figure(0.4)]] };
    return { values: names(axis).map((name, index) => [name, figure(index)]) };
  };

/** The same, as a plan asks for them. */
export const answerer = (facts: LayoutFacts): Answerer => madeUpAnswerer(answer(facts));

const FIGURES: readonly (readonly [string, (index: number) => Scalar])[] = [
  ["CA", (index) => rowTotal(index)],
  ["CHIFFREAFFAIRES", (index) => rowTotal(index)],
  ["OBJECTIF", (index) => (index % 4 === 3 ? "" : Math.round(rowTotal(index) * (0.9 + (index % 5) * 0.1)))],
  ["ATTEINTE", (index) => (index % 4 === 3 ? "" : 1.1 - (index % 4) * 0.17)],
  ["EVOLUTION", (index) => 0.12 - (index % 7) * 0.05],
  ["NIVEAU", (index) => TIERS[Math.ceil(index) % 4] ?? ""],
];

function pivot(rows: readonly string[]): Scalar[][] {
  const body = rows.map((name, member) => [
    name,
    ...MONTHS.map((_, month) => amount(member, month)),
    rowTotal(member),
  ]);
  const sums = [...MONTHS, "Total"].map((_, column) =>
    body.reduce((sum, row) => sum + Number(row[column + 1]), 0),
  );
  return [["", ...MONTHS, "Total"], ...body, ["Total", ...sums]];
}
