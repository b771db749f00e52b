import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { vigie } from "./streams";

const SALES = [
  "Client;Commercial;Région;Produit;Date de commande;Quantité;Montant HT",
  "Alpha;Martin;Nord;Split;2024-03-05;1;100,00",
  "Beta;Durand;Sud;Split;2024-03-25;1;50,00",
].join("\n");
const TARGETS = [
  "Indicateur;Axe;Membre;Période;Valeur",
  "Chiffre d'affaires;;;03/2024;300",
  "ca;région;NORD;mars 2024;200",
  "CA;commercial;Parti;2024-03;10",
  "CA;region;Norrd;2024-03;10",
  "CHIFRE;;;2024-03;10",
].join("\n");

const folder = mkdtempSync(join(tmpdir(), "vigie-targets-"));
writeFileSync(join(folder, "commandes.csv"), SALES);
writeFileSync(join(folder, "objectifs.csv"), TARGETS);
const source = ["--source", `csv:${folder}`, "--data-date", "2024-04-15", "--lang", "fr"];

test("targets with one reading count, by label, month and any spelling", async () => {
  const formulas = ['=KPI.OBJECTIF("CA",,"2024-03")', '=KPI.OBJECTIF("CA","region","2024-03","nord")'];
  const { output } = await vigie(["eval", ...source], formulas.join("\n"));
  expect(
    output
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).value),
  ).toEqual([300, 200]);
});

test("targets that answer nothing are told by eval and check, each with its place and reason", async () => {
  const { errors } = await vigie(["eval", ...source], "=KPI.CA()");
  const { output, code } = await vigie(["check", ...source]);
  for (const text of [errors, output]) {
    const told = text.split("\n").filter((line) => line.includes("Objectif sans réponse"));
    expect(told).toHaveLength(3);
    expect(told[0]).toContain("CA, commercial, Parti, 2024-03");
    expect(told[1]).toMatch(/CA, region, Norrd, 2024-03 .*« Nord »/);
    expect(told[2]).toContain("CHIFRE");
  }
  expect(code).toBe(1);
});
