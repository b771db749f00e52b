import { entriesInForce, fieldsOf, parseKept, REGISTER, registerTable, targetsTable } from "../../src/kept";
import { defaultRegister } from "../../src/kpi/register/defaults";
import { type RegisterEntry, registryOf } from "../../src/kpi/register/entry";

const FIELDS = fieldsOf(REGISTER);

/** The register's sheet with these rows, cells by their heading. */
function readSheet(
  rows: readonly Readonly<Record<string, unknown>>[],
  lastGood: readonly RegisterEntry[] = [],
) {
  const headings = FIELDS.map((field) => REGISTER.columns[field].caption.fr);
  const values = [headings, ...rows.map((cells) => headings.map((heading) => cells[heading] ?? ""))];
  const reading = parseKept(registerTable(lastGood), { sheetName: "R", row: 0, column: 0, values });
  return {
    entries: entriesInForce(reading, lastGood),
    problems: reading.problems.map(({ address, cause }) => [address, cause.code]),
  };
}

const PRODUCT = {
  Indicateur: "fresh",
  Nom: "CA FreshAir",
  Calcul: "CA(produit=32 FreshAir)",
  Affiché: "oui",
  "Qui décide": "Directeur",
};

test("a row with a calculation is an own indicator, whose code others may name", () => {
  const { entries, problems } = readSheet([
    {
      Indicateur: "Part",
      Calcul: "FRESH / CA",
      Unité: "%",
      Mieux: "bas",
      "Seuils en": "valeur",
      Anticipation: 0.2,
      Alerte: 0.3,
    },
    PRODUCT,
    { Indicateur: "CA" },
  ]);
  expect(problems).toEqual([]);
  expect(entries.map(({ kpi, own, shown, thresholds }) => ({ kpi, own, shown, thresholds }))).toEqual([
    {
      kpi: "PART",
      own: { name: "", calculation: "FRESH / CA", unit: "percent", better: "low" },
      shown: false,
      thresholds: { anticipationValue: 0.2, alertValue: 0.3 },
    },
    {
      kpi: "FRESH",
      own: { name: "CA FreshAir", calculation: "CA(produit=32 FreshAir)", better: "high" },
      shown: true,
      thresholds: {},
    },
    { kpi: "CA", own: undefined, shown: false, thresholds: {} },
  ]);
  const registry = registryOf(entries);
  expect(registry.get("FRESH")).toMatchObject({ label: { fr: "CA FreshAir" }, unit: "money", flow: true });
  expect(registry.get("PART")).toMatchObject({ unit: "percent", flow: false });
});

test.each([
  [{ Calcul: "CA + VISITES" }, "R!M2", "calculation-kinds"],
  [{ Calcul: "CA / INCONNU" }, "R!M2", "calculation-kpi-unknown"],
  [{ Calcul: "PROPRE * 2" }, "R!M2", "calculation-circle"],
  [{ Indicateur: "CA" }, "R!A2", "own-code-taken"],
  [{ Indicateur: "mon indicateur" }, "R!A2", "own-code-invalid"],
  [{ Unité: "jours" }, "R!N2", "calculation-unit"],
  [{ Unité: "litres" }, "R!N2", "row-bad-choice"],
  [{ Mieux: "parfois" }, "R!O2", "row-bad-choice"],
])("%o is told at its cell", (typed, address, code) => {
  const { problems } = readSheet([{ Indicateur: "PROPRE", Calcul: "CA / VISITES", ...typed }]);
  expect(problems).toEqual([[address, code]]);
});

test("a second row of the same code is told, and the first counts", () => {
  const { entries, problems } = readSheet([PRODUCT, { ...PRODUCT, Indicateur: "FRESH", Calcul: "CA" }]);
  expect(problems).toEqual([["R!A3", "register-twice"]]);
  expect(entries.map(({ own }) => own?.calculation)).toEqual(["CA(produit=32 FreshAir)"]);
});

test("a calculation made wrong leaves what was last in force", () => {
  const before = readSheet([PRODUCT]).entries;
  const { entries, problems } = readSheet([{ ...PRODUCT, Calcul: "CA(produit" }], before);
  expect(problems).toEqual([["R!M2", "calculation-syntax"]]);
  expect(entries).toEqual(before);
});

test.each(["fr", "en"] as const)("an own indicator is written as it is read, in %s", (language) => {
  const before = readSheet([
    PRODUCT,
    { Indicateur: "PART", Calcul: "=FRESH / CA", Unité: "%", Mieux: "low" },
  ]).entries;
  const cells = before.map((entry) => REGISTER.write(entry, language));
  const rows = cells.map((row) =>
    Object.fromEntries(FIELDS.map((field) => [REGISTER.columns[field].caption.fr, row[field]])),
  );
  expect(readSheet(rows)).toEqual({ entries: before, problems: [] });
});

test("targets may be an own indicator's, by the axes that it has", () => {
  const kpis = registryOf([
    ...defaultRegister("fr"),
    ...readSheet([{ Indicateur: "RATIO", Calcul: "CA / VISITES" }]).entries,
  ]);
  const rows = [
    ["RATIO", "region", "Nord", "2024", 500],
    ["ratio", "produit", "A", "2024", 500],
    ["RATION", "", "", "2024", 500],
  ];
  const values = [["Indicateur", "Axe", "Membre", "Période", "Objectif"], ...rows];
  const reading = parseKept(targetsTable(kpis), { sheetName: "O", row: 0, column: 0, values });
  expect(reading.rows.map(({ value }) => value?.kpi)).toEqual(["RATIO", undefined, undefined]);
  expect(reading.problems.map(({ cause }) => cause.code)).toEqual(["dimension-not-available", "kpi-unknown"]);
});
