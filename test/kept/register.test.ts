import {
  entriesInForce,
  fieldsOf,
  LONGEST_TEXT,
  parseKept,
  REGISTER,
  type RegisterField,
  registerCells,
  registerTable,
} from "../../src/kept";
import { defaultEntry, defaultRegister } from "../../src/kpi/register/defaults";
import type { RegisterEntry } from "../../src/kpi/register/entry";
import { thresholdsOf } from "../../src/kpi/register/entry";
import { KPIS } from "../../src/kpi/registry";
import { TIERS } from "../../src/kpi/tier";
import { parseRectangle } from "../../src/sales/a1";

const DEFAULTS = defaultRegister("fr");

type RegisterRow = Readonly<Record<RegisterField, unknown>>;
const FIELDS = fieldsOf(REGISTER);

/** A row as the sheet has it, some cells typed over. */
function row(kpi: string, typed: Partial<Record<keyof RegisterRow, unknown>> = {}): RegisterRow {
  const entry = DEFAULTS.find((one) => one.kpi === kpi);
  if (!entry) throw new Error(kpi);
  return { ...registerCells(entry, "fr"), ...typed };
}

/** A sheet of these rows as it is read, each problem with the place of its row and the field of its column. */
function readRows(rows: readonly RegisterRow[], lastGood: readonly RegisterEntry[]) {
  const headings = FIELDS.map((field) => REGISTER.columns[field].caption.fr);
  const values = [headings, ...rows.map((cells) => FIELDS.map((field) => cells[field]))];
  const reading = parseKept(registerTable(lastGood), { sheetName: "R", row: 0, column: 0, values });
  const problems = reading.problems.map(({ address, cause }) => {
    const { row: at, column } = parseRectangle(address.slice("R!".length))!;
    return { row: at - 1, field: FIELDS[column], cause };
  });
  return { entries: entriesInForce(reading, lastGood), problems };
}
const read = (...rows: readonly RegisterRow[]) => readRows(rows, DEFAULTS);
const problemsOf = (...rows: readonly RegisterRow[]) =>
  read(...rows).problems.map(({ row: at, field, cause }) => [at, field, cause.code]);
const thresholdsRead = (kpi: string, typed: Partial<Record<keyof RegisterRow, unknown>>) =>
  read(row(kpi, typed)).entries[0]?.thresholds;

describe("the first entries", () => {
  test.each(["fr", "en"] as const)("name every KPI once and say something of each, in %s", (language) => {
    const entries = defaultRegister(language);
    expect(new Set(entries.map(({ kpi }) => kpi))).toEqual(new Set(KPIS.all.map(({ id }) => id)));
    expect(entries).toHaveLength(KPIS.all.length);
    for (const { kpi, objective, targetSource, decisions, user } of entries)
      expect([kpi, objective, targetSource, user, ...TIERS.map((tier) => decisions[tier])]).not.toContain("");
  });

  test("say it in two languages", () => {
    const english = defaultRegister("en");
    for (const [index, { kpi, objective }] of DEFAULTS.entries())
      expect([kpi, objective === english[index]?.objective]).toEqual([kpi, false]);
  });

  test("show ten KPIs, and a KPI without words is there with none", () => {
    expect(DEFAULTS.filter(({ shown }) => shown)).toHaveLength(10);
    const { register: _, ...wordless } = KPIS.all[0]!;
    const added = { ...wordless, id: "NEUF", longName: "NEUFTEST" };
    expect(defaultEntry(added, "fr")).toMatchObject({ kpi: "NEUF", objective: "", shown: false });
  });

  test.each(["fr", "en"] as const)("come back from their cells as they were, in %s", (language) => {
    const entries = defaultRegister(language);
    const cells = entries.map((entry) => registerCells(entry, language));
    expect(readRows(cells, [])).toMatchObject({ entries, problems: [] });
  });
});

describe("thresholds", () => {
  test.each<[string, Partial<Record<keyof RegisterRow, unknown>>, object]>([
    ["CA", { alert: "70 %" }, { alertAttainment: 0.7 }],
    ["CA", { alert: 70 }, { alertAttainment: 0.7 }],
    ["CA", { alert: "0,7", anticipation: 0.9 }, { alertAttainment: 0.7, anticipationAttainment: 0.9 }],
    ["CA", { alert: "", anticipation: null }, {}],
    ["RECLAMATIONS", { alert: "1,5" }, { alertAttainment: 1.5 }],
    [
      "RECLAMATIONS",
      { basis: "valeur", anticipation: 5, alert: "12" },
      { anticipationValue: 5, alertValue: 12 },
    ],
    ["DSO", { basis: "Value", anticipation: "", alert: "1 060" }, { alertValue: 1060 }],
    ["ENTRANTS", { anticipation: 2, alert: 1 }, { anticipationAttainment: 2, alertAttainment: 1 }],
  ])("of %s typed as %p are %p", (kpi, typed, expected) =>
    expect(thresholdsRead(kpi, typed)).toEqual(expected),
  );

  test.each<[string, Partial<Record<keyof RegisterRow, unknown>>, string]>([
    ["CA", { alert: 1.1 }, "threshold-order-high"],
    ["CA", { anticipation: 0.7 }, "threshold-order-high"],
    ["RECLAMATIONS", { alert: 0.9 }, "threshold-order-low"],
    ["CA", { basis: "valeur", anticipation: 100, alert: 200 }, "threshold-order-high"],
    ["DSO", { basis: "valeur", anticipation: 60, alert: 45 }, "threshold-order-low"],
    ["CA", { alert: "beaucoup" }, "row-bad-number"],
  ])(
    "of %s typed as %p are refused in the alert's cell: %s, and the last good ones stay",
    (kpi, typed, code) => {
      const { entries, problems } = read(row(kpi, typed));
      expect(problems.map(({ field, cause }) => [field, cause.code])).toEqual([["alert", code]]);
      expect(entries).toEqual([DEFAULTS.find((entry) => entry.kpi === kpi)]);
    },
  );

  test("reach the engine by KPI", () =>
    expect(thresholdsOf(read(row("CA", { alert: "70 %" }), row("MARGE")).entries)).toEqual({
      CA: { alertAttainment: 0.7 },
      MARGE: {},
    }));
});

describe("a row", () => {
  test.each(["oui", "Oui", "yes", "VRAI", true, "x", "X", "o"])("is shown when it says %p", (shown) =>
    expect(read(row("DSO", { shown })).entries[0]?.shown).toBe(true),
  );
  test.each(["non", "No", "faux", false, "", null])("is not shown when it says %p", (shown) =>
    expect(read(row("CA", { shown })).entries[0]?.shown).toBe(false),
  );

  test("that says neither yes nor no, has an unknown basis or a book for a text, is told cell by cell", () => {
    const long = "x".repeat(LONGEST_TEXT + 1);
    expect(problemsOf(row("CA", { shown: "peut-être", basis: "euros", user: long }))).toEqual([
      [0, "shown", "row-bad-choice"],
      [0, "basis", "row-bad-choice"],
      [0, "user", "row-text-too-long"],
    ]);
  });

  test.each([["ca"], ["Chiffre d'affaires"], ["REVENUE"], ["chiffreaffaires"], [" CA "]])(
    "may name its KPI %p",
    (kpi) => expect(read(row("CA", { kpi })).entries[0]?.kpi).toBe("CA"),
  );

  test.each([
    ["MRAGE", "MARGE"],
    ["Taux de magre", "TAUXMARGE"],
  ])("with the unknown KPI %p counts for nothing and names the nearest, %s", (kpi, near) => {
    const { entries, problems } = read(row("CA", { kpi }), row("MARGE"));
    expect(entries.map((entry) => entry.kpi)).toEqual(["MARGE"]);
    expect(problems).toMatchObject([
      { row: 0, field: "kpi", cause: { code: "kpi-unknown", params: { nearest: near } } },
    ]);
  });

  test("of a KPI that has one already counts for nothing", () => {
    const { entries, problems } = read(row("CA"), row("MARGE"), row("CA", { user: "Zoé" }));
    expect(entries).toEqual([DEFAULTS[0], DEFAULTS[1]]);
    expect(problems.map(({ row: at, cause }) => [at, cause.code])).toEqual([[2, "register-twice"]]);
  });

  test("that is empty is passed over; the order is the sheet's", () => {
    const empty = Object.fromEntries(
      Object.keys(row("CA")).map((field) => [field, ""]),
    ) as unknown as RegisterRow;
    expect(read(row("DSO"), empty, row("CA")).entries.map(({ kpi }) => kpi)).toEqual(["DSO", "CA"]);
  });
});
