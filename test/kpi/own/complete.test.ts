import { completionAt, memberChoices } from "../../../src/kpi/own/complete";
import { KPIS } from "../../../src/kpi/registry";

const at = (text: string, language: "fr" | "en" = "fr") => completionAt(text, text.length, KPIS, language);

test.each([
  ["VIS", 0, "VIS", ["VISITES"]],
  ["CA / vis", 5, "vis", ["VISITES"]],
  ["(CA(canal=web) + MAR", 17, "MAR", ["MARGE"]],
  ["CA(can", 3, "can", ["canal="]],
  ["CA(region=Nord; se", 16, "se", ["secteur="]],
  ["CA(point", 3, "point", ["point de vente="]],
])("%s", (text, from, typed, choices) => {
  expect(at(text)).toEqual({ from, typed, choices });
});

test.each([
  ["CA(canal=", 9, "", "canal"],
  ["CA(canal=web|ph", 13, "ph", "canal"],
  ["CA(region=Nord; client = Mar", 25, "Mar", "client"],
])("%s asks for members", (text, from, typed, membersOf) => {
  expect(at(text)).toEqual({ from, typed, choices: { membersOf } });
});

test("axes are offered in the reader's language, and only the KPI's own", () => {
  expect(at("VISITES(", "en")).toMatchObject({
    choices: ["region=", "sector=", "salesperson=", "team=", "customer="],
  });
  expect(at("VISITES(produit=")).toMatchObject({ choices: [] });
});

test.each(["", "CA + ", "12", "CA(canal=web) "])("« %s »: nothing is being typed", (text) => {
  expect(at(text)).toBeUndefined();
});

test("members that begin so come first; what would end them stands in quotes", () => {
  expect(memberChoices("al", ["Pascal", "Alpha; Beta", "Alba (2)", "Gamma"])).toEqual([
    '"Alpha; Beta"',
    "Alba (2)",
    "Pascal",
  ]);
});
