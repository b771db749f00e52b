import {
  type Answering,
  answerFormula,
  type CellValue,
  cellError,
  functionCatalogue,
  namesOf,
} from "../../src/functions";
import { createEngine } from "../../src/kpi/engine/createEngine";
import { KPIS } from "../../src/kpi/registry";
import type { Language } from "../../src/sales/text";
import { smallCompany, smallTargets } from "./smallCompany";

const open: Answering = {
  source: createEngine(smallCompany, { targets: smallTargets }),
  catalogue: functionCatalogue(KPIS.all),
};

const value = async (formula: string, language: Language = "fr"): Promise<CellValue> => {
  const answer = await answerFormula(formula, open, language);
  if (!answer.ok) throw new Error(`${formula}: ${JSON.stringify(answer.failure)}`);
  return answer.value as CellValue;
};

const error = async (formula: string, language: Language = "fr") => {
  const answer = await answerFormula(formula, open, language);
  return answer.ok ? answer.value : cellError(answer.failure, language);
};

describe("the function of each KPI", () => {
  const TOTALS_2024: Readonly<Record<string, number>> = {
    CA: 310,
    MARGE: 100,
    TAUXMARGE: 100 / 310,
    CLIENTSACTIFS: 3,
    NOUVEAUXCLIENTS: 2,
    CLIENTSPERDUS: 0,
    VISITES: 1,
    RATIOVISITES: 1 / 3,
    MONTANTCOMMANDES: 390,
    COMMANDES: 3,
    PANIERMOYEN: 130,
    QUANTITE: 3,
    PIPE: 500,
    PIPEBRUT: 1000,
    OPPORTUNITES: 1,
    LEADSCHAUDS: 1,
    TAUXSIGNATURE: 0.5,
    ENCOURS: 300,
    ENCOURSECHU: 60,
    DSO: 75,
    TAUXOUVERTURE: 0.25,
    TAUXCLIC: 0.05,
    PANIERWEB: 200,
    ENTRANTS: 2,
    RECLAMATIONS: 1,
    LEADSCREES: 2,
  };

  it("is worked out by hand here for every KPI of the register", () => {
    expect(Object.keys(TOTALS_2024).sort()).toEqual(KPIS.all.map(({ id }) => id).sort());
  });

  it.each(Object.entries(TOTALS_2024))("KPI.%s over 2024 is %d", async (id, expected) => {
    expect(await value(`=KPI.${id}(,"2024")`)).toBeCloseTo(expected, 10);
  });

  it.each<[string, CellValue]>([
    [
      '=KPI.CA("region","2024-Q1")',
      [
        ["Sud", 160],
        ["Nord", 150],
      ],
    ],
    ['=KPI.CA("region","2024-T1","nord")', 150],
    ['=KPI.CHIFFREAFFAIRES("Région","2024","Nord")', 150],
    [
      '=KPI.CA("mois","2024")',
      [
        ["2024-01", 100],
        ["2024-02", 250],
        ["2024-03", -40],
      ],
    ],
    ['=KPI.CA("commercial","2024",,"region","Nord")', [["Martin", 150]]],
    ['=KPI.CA("commercial","2024","S2")', 160],
    ['=KPI.CA(,"2024",,"secteur","Santé","mois","2024-02")', 50],
    [
      '=KPI.CA("secteur","2024")',
      [
        ["Industrie", 160],
        ["Santé", 150],
      ],
    ],
    ['=KPI.MONTANTCOMMANDES("secteur","2024-05")', [["(non renseigné)", 80]]],
    ["=KPI.CA()", 410],
    ['=KPI.CA("region","2024","*")', 310],
    ["=KPI.CA(,DATE(2024,1,20))", 100],
    ["=KPI.CA(,45311)", 100],
    ['=KPI.CA(,"1990")', 0],
    ['=KPI.CA("region","1990")', [["", ""]]],
    [
      '=KPI.TAUXMARGE("region","2024")',
      [
        ["Nord", 0.4],
        ["Sud", 0.25],
      ],
    ],
  ])("%s", async (formula, expected) => {
    expect(await value(formula)).toEqual(expected);
  });
});

describe("the functions that take a KPI's id", () => {
  it.each<[string, CellValue]>([
    ['=KPI.OBJECTIF("CA",,"2024")', 1000],
    ['=KPI.OBJECTIF("ca","region","2024-Q1","Nord")', 100],
    ['=KPI.OBJECTIF("MARGE",,"2024")', null],
    ['=KPI.ATTEINTE("CA",,"2024")', 310 / ((1000 * 182) / 366)],
    ['=KPI.ATTEINTE("CA","region","2024-Q1","Nord")', 1.5],
    ['=KPI.EVOLUTION("CA",,"2024-Q1")', 2.1],
    ['=KPI.PROJECTION("CA",,"2024")', (310 * 366) / 182],
    ['=KPI.NIVEAU("CA",,"2024")', "Alerte"],
    [
      '=KPI.NIVEAU("CA","region","2024-Q1")',
      [
        ["Sud", ""],
        ["Nord", "Équilibre"],
      ],
    ],
    ['=KPI.NIVEAU("MARGE",,"2024")', null],
    [
      '=KPI.TABLEAU("CA","region","mois","2024")',
      [
        ["", "2024-01", "2024-02", "2024-03", "Total"],
        ["Sud", 0, 200, -40, 160],
        ["Nord", 100, 50, 0, 150],
        ["Total", 100, 250, -40, 310],
      ],
    ],
    [
      '=KPI.TABLEAU("TAUXMARGE","region",,"2024")',
      [
        ["", "Taux de marge"],
        ["Nord", 0.4],
        ["Sud", 0.25],
        ["Total", 100 / 310],
      ],
    ],
    [
      '=KPI.TABLEAU("CA","secteur","trimestre","2024","region","Nord")',
      [
        ["", "2024-T1", "Total"],
        ["Santé", 150, 150],
        ["Total", 150, 150],
      ],
    ],
    [
      '=KPI.TOPCLIENTS(1,"2024")',
      [
        ["Client", "Chiffre d'affaires", "Part", "Part cumulée"],
        ["Beta", 160, 160 / 310, 160 / 310],
      ],
    ],
    ["=INDEX(KPI.TOPCLIENTS(),,1)", [["Client"], ["Alpha"], ["Beta"]]],
    [
      "=KPI.BALANCEAGEE()",
      [
        ["Tranche", "Encours", "Part"],
        ["Non échu", 240, 0.8],
        ["1–30", 60, 0.2],
        ["31–60", 0, 0],
        ["61–90", 0, 0],
        ["> 90", 0, 0],
      ],
    ],
    ['=INDEX(KPI.BALANCEAGEE("client",,"Alpha"),3,2)', 60],
    ["=KPI.MAJ()", 45473 + 510 / 1440],
    ['=KPI.PERIODE("2024-03-15")', "2024-03"],
    ['=KPI.PERIODE(45366,"trimestre")', "2024-T1"],
    ['=KPI.PERIODE("2024-12-30","semaine")', "2025-W01"],
    ['=KPI.PERIODE("J","year")', "2024"],
    ['=KPI.CA("region",KPI.PERIODE("2024-02-01","semestre"),"Nord")', 150],
  ])("%s", async (formula, expected) => {
    expect(await value(formula)).toEqual(expected);
  });

  it("DETAIL gives the rows behind a number, which sum to it", async () => {
    const [headings = [], ...rows] = (await value(
      '=KPI.DETAIL("CA","region","2024","Nord")',
    )) as CellValue[][];
    const revenue = headings.indexOf("Montant HT");
    expect(rows.map((row) => row[0])).toEqual(["L2", "L1"]);
    expect(rows.reduce((sum, row) => sum + Number(row[revenue]), 0)).toBe(150);
  });

  it("EXPLIQUER tells the story of a number", async () => {
    const story = await value('=KPI.EXPLIQUER("CA","region","2024-Q1","Nord","secteur","Santé")');
    expect(new Map(story as [string, CellValue][])).toEqual(
      new Map<string, CellValue>([
        ["Indicateur", "Chiffre d'affaires (CA)"],
        ["Définition", expect.stringContaining("date de facturation")],
        ["Valeur", 150],
        ["Période", "01/01/2024 – 31/03/2024"],
        ["Filtres", "region : Nord ; secteur : Santé"],
        ["Lignes de données", 2],
        ["Données au", "30/06/2024"],
      ]),
    );
  });

  it("speaks the reader's language", async () => {
    expect(await value('=KPI.NIVEAU("CA",,"2024")', "en")).toBe("Alert");
    expect(await value('=INDEX(KPI.EXPLIQUER("CA",,"2024"),7,2)', "en")).toBe("06/30/2024");
  });
});

describe("a question that has no answer", () => {
  it.each([
    ['=KPI.CA("galaxie")', "#VALUE!", "Axes possibles : region, secteur"],
    ['=KPI.VISITES("produit","2024")', "#VALUE!", "VISITES"],
    ['=KPI.CA("region","2024-13")', "#VALUE!", "Exemples : 2024"],
    ['=KPI.CA("region","2024","Nrod")', "#N/A", "« Nord »"],
    ['=KPI.OBJECTIF("CAA",,"2024")', "#VALUE!", "« CA »"],
    ['=KPI.CA("region",,,"secteur")', "#VALUE!", "axe_membre"],
    ['=KPI.CA(,,"Nord")', "#VALUE!", "membre"],
    ['=KPI.TABLEAU("CA",,"mois","2024")', "#VALUE!", "lignes"],
    ['=KPI.TOPCLIENTS("CUMUL")', "#VALUE!", "nombre"],
    ['=KPI.TOPCLIENTS("2024")', "#VALUE!", "nombre"],
    ['=KPI.TAUXMARGE(,"1990")', "#DIV/0!", "diviser"],
    ['=KPI.EVOLUTION("CA",,"2023")', "#DIV/0!", "diviser"],
    ["=KPI.INCONNU()", "#NAME?", "KPI.INCONNU"],
    ["=SOMME(1)", "#NAME?", "SOMME"],
    ["=KPI.CA(", "#VALUE!", "caractère 9"],
    ['=KPI.PERIODE("2024","mois")', "#VALUE!", "Exemples : 2024"],
    ['=KPI.PERIODE("2024-03-15","region")', "#VALUE!", "jour, semaine, mois"],
    ["=KPI.PERIODE()", "#VALUE!", "date"],
    ['=KPI.MAJ("x")', "#VALUE!", "moins d'arguments"],
  ])("%s shows %s and says why", async (formula, code, part) => {
    expect(await error(formula)).toMatchObject({ code, message: expect.stringContaining(part) });
  });

  it("says it in English too", async () => {
    expect(await error('=KPI.CA("region","2024","Nrod")', "en")).toEqual({
      code: "#N/A",
      message: expect.stringContaining("The nearest is “Nord”"),
    });
  });
});

describe("the examples of the documentation", () => {
  const examples = open.catalogue.declarations.flatMap(({ examples }) => examples);

  it.each(examples)("%s is understood", async (formula) => {
    const answer = await answerFormula(formula, open, "fr");
    const code = answer.ok ? undefined : answer.failure.code;
    expect([undefined, "division-by-zero", "member-unknown"]).toContain(code);
  });

  it("exist for every function", () => {
    for (const declaration of open.catalogue.declarations) {
      expect(declaration.examples.length).toBeGreaterThan(0);
      for (const example of declaration.examples) {
        expect(namesOf(declaration).some((name) => example.startsWith(`=KPI.${name}(`))).toBe(true);
      }
    }
  });
});
