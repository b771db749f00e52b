import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { leaks } from "../sharing/leaks";
import { partsOf } from "./parts";
import { DEMO, vigie } from "./streams";
import { writeCsv } from "./tellingCompany";

const folder = mkdtempSync(join(tmpdir(), "vigie-register-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, ...lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join("\n")}\n`);
  return path;
}

const answersOf = (output: string) =>
  output
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { value?: unknown; error?: { code: string; message: string } });

describe("vigie --register", () => {
  const own = file(
    "propres.csv",
    "Indicateur;Nom;Calcul;Unité",
    "TICKET;CA par visite;CA / VISITES;",
    'DISTANCE;Part à distance;"(CA(canal=web) + CA(canal=phone)) / CA";%',
    'DEUX;;"2 * DISTANCE(region=Nord; canal=web|phone)";',
  );

  it("answers own indicators as their calculation says, everywhere a KPI is", async () => {
    const formulas = [
      '=KPI.VALEUR("TICKET",,"2026")',
      '=KPI.CA(,"2026")/KPI.VISITES(,"2026")',
      '=KPI.VALEUR("DISTANCE",,"2026")',
      '=(KPI.CA("canal","2026","web")+KPI.CA("canal","2026","phone"))/KPI.CA(,"2026")',
      '=INDEX(KPI.TABLEAU("ticket","region",,"2026"),1,2)',
      '=KPI.EVOLUTION("TICKET",,"2026")',
      '=KPI.EXPLIQUER("TICKET",,"2026")',
      '=KPI.DETAIL("TICKET",,"2026-11")',
      '=KPI.VALEUR("TIKET",,"2026")',
    ];
    const ran = await vigie(["eval", ...DEMO, "--register", own], formulas.join("\n"));
    expect(ran.code).toBe(0);
    const [ticket, quotient, share, sum, heading, evolution, told, detail, unknown] = answersOf(ran.output);
    expect(ticket?.value).toBe(quotient?.value);
    expect(share?.value).toBeCloseTo(sum?.value as number, 12);
    expect(heading?.value).toBe("CA par visite");
    expect(evolution?.value).toEqual(expect.any(Number));
    expect(told?.value).toEqual(
      expect.arrayContaining([
        ["Indicateur", "CA par visite (TICKET)"],
        ["Définition", "Indicateur de l'entreprise : CA / VISITES."],
        ["CA", expect.any(Number)],
        ["Lignes de données, VISITES", expect.any(Number)],
      ]),
    );
    expect(detail?.value).toContainEqual(expect.arrayContaining(["2026-11-21"]));
    expect(unknown?.error?.message).toContain("« TICKET »");
  });

  it("builds a workbook that holds them, and reads it back", async () => {
    const out = join(folder, "Vigie.xlsx");
    expect(await vigie(["build", ...DEMO, "--register", own, "--out", out])).toMatchObject({ code: 0 });
    const formula = '=KPI.VALEUR("DEUX",,"2026")';
    const [first, again] = await Promise.all(
      [own, out].map((register) => vigie(["eval", ...DEMO, "--register", register], formula)),
    );
    expect(again).toEqual(first);
    expect(answersOf(again!.output)[0]?.value).toEqual(expect.any(Number));
  });

  it.each([
    ["TICKET;CA / VISITSE", "C2 · Au caractère 6", "VISITES"],
    ["TICKET;CA + VISITES", "C2 · Au caractère 4", "ne s'additionnent pas"],
    ["CA;MARGE", "A2 · Le code CA", "déjà"],
  ])("refuses « %s » with its cell", async (line, place, words) => {
    const wrong = file("faux.csv", "Indicateur;Affiché;Calcul", line.replace(";", ";oui;"));
    const ran = await vigie(["eval", ...DEMO, "--register", wrong], "=KPI.MAJ()");
    expect(ran).toMatchObject({ code: 2, output: "" });
    expect(ran.errors).toContain(place);
    expect(ran.errors).toContain(words);
  });

  it("refuses a file without the columns, and one that is not there", async () => {
    const other = file("autre.csv", "a;b", "1;2");
    const ran = await vigie(["check", ...DEMO, "--register", other]);
    expect([ran.code, ran.output]).toEqual([3, ""]);
    expect(ran.errors).toContain("Indicateur");
    expect(await vigie(["check", ...DEMO, "--register", join(folder, "rien.csv")])).toMatchObject({
      code: 3,
    });
  });

  it("says a member that the source does not have, when checking", async () => {
    const stranger = file(
      "inconnu.csv",
      "Indicateur;Calcul",
      "TICKET;CA / VISITES",
      "AILLEURS;CA(region=Mars)",
    );
    const ran = await vigie(["check", ...DEMO, "--register", stranger]);
    expect(ran.code).toBe(1);
    expect(ran.output).toMatch(/^TICKET : /m);
    expect(ran.output).toMatch(/^AILLEURS : .*« Mars » est inconnu/m);
  });
});

describe("copies for a scope", () => {
  it.each(["frozen", "live"])("keep own indicators, but those that name others (%s)", async (kind) => {
    writeCsv(join(folder, "csv"));
    const register = file(
      "copies.csv",
      "Indicateur;Nom;Calcul;Affiché;Qui décide",
      "TICKET;Recette par visite;CA / VISITES;oui;Direction",
      "SIEN;Celui du Septentrion;CA(region=Septentrion);oui;Direction",
      "AUTRE;Celui du Ponant;CA(region=Ponant) / CA;oui;Direction",
      "DEUX;Deux fois;AUTRE * 2;oui;Direction",
    );
    const out = join(folder, kind);
    const source = ["--source", `csv:${join(folder, "csv")}`, "--data-date", "2026-11-23"];
    const ran = await vigie([
      "share",
      ...source,
      "--register",
      register,
      "--scope",
      "region=Septentrion",
      `--${kind}`,
      "--out",
      out,
    ]);
    expect(ran.code).toBe(0);
    expect(ran.errors).toContain("Septentrion : sans AUTRE, DEUX, dont le calcul nomme des membres hors");
    expect(readdirSync(out)).toEqual(["Vigie-Septentrion.xlsx"]);
    const parts = partsOf(join(out, "Vigie-Septentrion.xlsx"));
    expect(leaks(parts, { regions: ["Septentrion"] })).toEqual([]);
    const text = [...parts.values()].join("\n");
    expect(text).toContain("Recette par visite");
    expect(text).toContain("Celui du Septentrion");
    expect(text).not.toContain("Celui du Ponant");
    expect(text).not.toContain("Deux fois");
  });
});
