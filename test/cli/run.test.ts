import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DEMO, vigie } from "./streams";

const folder = mkdtempSync(join(tmpdir(), "vigie-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a command line that is wrong", () => {
  it.each([
    [[], 2, "Quelle commande ?"],
    [["evaluer"], 2, "« evaluer »"],
    [["eval"], 2, "--source"],
    [["build", ...DEMO], 2, "--out"],
    [["eval", "--sorce", "demo"], 2, "--sorce"],
    [["eval", "--source"], 2, "--source"],
    [["eval", ...DEMO, "surplus"], 2, "surplus"],
    [["eval", "--source", "demo", "--data-date", "2026-02-30"], 2, "AAAA-MM-JJ"],
    [["eval", "--source", "demo", "--lang", "de"], 2, "« de »"],
    [["check", "--source", "crm"], 2, "csv"],
    [["check", "--source", "csv"], 2, "csv:DOSSIER"],
    [["check", "--source", `csv:${join(folder, "absent")}`], 3, "n'existe pas"],
  ])("%j ends with %i and a sentence", async (args, code, part) => {
    const ran = await vigie(args);
    expect(ran).toEqual({ code, output: "", errors: expect.stringContaining(part) });
    expect(ran.errors).toMatch(/\S\n$/);
  });

  it("is told in the machine's language, or the one asked for", async () => {
    expect((await vigie([], "", { LANG: "en_GB.UTF-8" })).errors).toMatch(/^Which command/);
    expect((await vigie(["--lang", "en"], "", { LANG: "fr_FR.UTF-8" })).errors).toMatch(/^Which command/);
    expect((await vigie([], "", { LANG: "C" })).errors).toMatch(/^Quelle commande/);
  });

  it("finds the exit codes in the help", async () => {
    const help = await vigie(["--help"]);
    expect(help).toMatchObject({ code: 0, errors: "" });
    for (const code of [0, 1, 2, 3, 4, 5]) expect(help.output).toMatch(new RegExp(`\\b${code} \\S`));
  });
});

describe("vigie check", () => {
  const write = (name: string, lines: readonly string[]) =>
    writeFileSync(join(folder, "csv", name), lines.join("\n"));

  beforeAll(() => {
    mkdirSync(join(folder, "csv"));
    write("clients.csv", ["Identifiant;Nom;Région", "C1;Alpha;Nord"]);
    write("commerciaux.csv", ["Identifiant;Nom", "S1;Martin"]);
    write("produits.csv", ["Identifiant;Nom", "P1;Clim"]);
    write("commandes.csv", [
      "Identifiant;N° de commande;Commandé le;Client;Commercial;Produit;Canal;Quantité;Montant HT",
      "L1;O1;10/01/2024;C1;S1;P1;web;1;1 000,50",
      "L2;O1;32/01/2024;C1;S1;P1;web;1;10",
      "L3;O1;10/01/2024;C9;S1;P1;web;1;10",
      "L4;O1;10/01/2024;C1;S1;P1;web;1;=1+1",
    ]);
  });

  it("lists each row set aside with its place, caption and reason, then the counts, and ends with 1", async () => {
    const ran = await vigie(["check", "--source", `csv:${join(folder, "csv")}`, "--data-date", "2024-06-30"]);
    expect(ran).toMatchObject({ code: 1, errors: "" });
    const lines = ran.output.split("\n");
    expect(lines.filter((line) => line.startsWith("Commandes ·"))).toEqual([
      "Commandes · commandes.csv:3 : « 32/01/2024 » n'est pas une date (colonne « Commandé le »).",
      "Commandes · commandes.csv:4 : « C9 » ne correspond à aucune ligne de la table « Clients » (colonne « Client »).",
      "Commandes · commandes.csv:5 : « =1+1 » n'est pas un nombre accepté (colonne « Montant HT »).",
    ]);
    expect(lines).toContain(
      "À vérifier · « commandes.csv » : 1 dates de « Commandé le » ne sont pas de la forme jour/mois/année des autres.",
    );
    expect(lines).toContain("Commandes — chargées : 1, écartées : 3");
    expect(lines).toContain("Total — chargées : 4, écartées : 3. Données au 30/06/2024.");
  });

  it("lets the rest answer formulas", async () => {
    const ran = await vigie(["eval", "--source", `csv:${join(folder, "csv")}`], '=KPI.CA("region","2024")');
    expect(JSON.parse(ran.output)).toEqual({
      formula: '=KPI.CA("region","2024")',
      value: [["Nord", 1000.5]],
    });
  });

  it("answers why, never 0, where a KPI's data is not there; tells what was assumed beside the answers", async () => {
    const args = ["eval", "--source", `csv:${join(folder, "csv")}`, "--lang", "fr"];
    const ran = await vigie(args, '=KPI.VISITES(,"2024")\n=KPI.MARGE()');
    const answers = ran.output
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(answers.map(({ error }) => error)).toEqual([
      { code: "#N/A", message: expect.stringContaining("Sans fichier : Visites") },
      { code: "#N/A", message: expect.stringContaining("Sans coûts") },
    ]);
    expect(ran.errors).toContain("Note · Aucune devise n'est indiquée : les montants sont pris en EUR.");
  });

  it("writes every row set aside into a file, where no text is a formula", async () => {
    const file = join(folder, "ecartees.csv");
    await vigie(["check", "--source", `csv:${join(folder, "csv")}`, "--lang", "fr", "--rejected", file]);
    const text = readFileSync(file, "utf8");
    // Excel reads UTF-8 only behind its mark.
    expect(text.startsWith("\uFEFF")).toBe(true);
    const lines = text.trim().split(/\r?\n/);
    expect(lines[0]).toBe("Table;Place;Raison");
    expect(lines.slice(1).map((line) => line.split(";")[1])).toEqual([
      "commandes.csv:3",
      "commandes.csv:4",
      "commandes.csv:5",
    ]);
  });

  it("ends with 0 when nothing was set aside", async () => {
    expect(await vigie(["check", ...DEMO, "--lang", "en"])).toMatchObject({
      code: 0,
      output: expect.stringContaining("Orders — loaded: 300, set aside: 0"),
    });
  });
});

describe("vigie build where nothing can be written", () => {
  it.each([
    ["a folder that does not exist", join(folder, "absent", "x.xlsx")],
    ["a folder itself", folder],
  ])("says so before reading the source: %s", async (_, out) => {
    const before = readdirSync(folder);
    expect(await vigie(["build", "--source", "csv:/absent", "--out", out])).toEqual({
      code: 4,
      output: "",
      errors: `Le fichier « ${out} » ne peut pas être écrit.\n`,
    });
    expect(readdirSync(folder)).toEqual(before);
  });

  it("leaves an existing file as it was when the source fails", async () => {
    const out = join(folder, "kept.xlsx");
    writeFileSync(out, "old");
    expect(await vigie(["build", "--source", "csv:/absent", "--out", out])).toMatchObject({ code: 3 });
    expect(readdirSync(folder).filter((name) => name.startsWith("kept"))).toEqual(["kept.xlsx"]);
  });
});
