import { sentence } from "../../../src/i18n";
import { createCalculator } from "../../../src/kpi/engine";
import { type OwnIndicator, ownIndicators } from "../../../src/kpi/own/indicators";
import { KPIS } from "../../../src/kpi/registry";
import { salesOf } from "../sales";

const own = (code: string, calculation: string, more: Partial<OwnIndicator> = {}): OwnIndicator => ({
  code,
  name: "",
  better: "high",
  calculation,
  ...more,
});

const line = (id: string, channel: string, customer: string, revenue: number, cost?: number) => ({
  id,
  order_id: id,
  ordered_on: "2024-03-04",
  invoiced_on: "2024-03-04",
  customer_id: customer,
  salesperson_id: "s",
  product_id: "p",
  channel,
  quantity: 1,
  revenue,
  ...(cost !== undefined && { cost }),
});

/** Web 300, phone 100, store 600; margin 250 on the web. */
const DATA = salesOf(
  {
    salespeople: [{ id: "s", name: "Martin", region: "Nord" }],
    customers: [
      { id: "a", name: "Alpha; Beta", region: "Nord" },
      { id: "b", name: "Gamma (17)", region: "Sud" },
    ],
    products: [{ id: "p", name: "32 FreshAir" }],
    order_lines: [line("1", "web", "a", 300, 50), line("2", "phone", "a", 100), line("3", "store", "b", 600)],
    visits: [
      { id: "1", visited_on: "2024-03-05", salesperson_id: "s", customer_id: "a" },
      { id: "2", visited_on: "2024-03-05", salesperson_id: "s", customer_id: "b" },
    ],
  },
  "2024-05-15",
);

function figureOf(
  indicators: readonly OwnIndicator[],
  filters: readonly { axis: string; member: string }[] = [],
) {
  const { definitions, failures } = ownIndicators(indicators);
  if (failures.size > 0) return [...failures];
  const engine = createCalculator(DATA, { registry: KPIS.with(definitions) });
  const total = engine.total({ kpi: indicators[0]!.code, period: "2024", filters });
  return total.ok ? total.value : total.failure;
}

describe("a calculation counts as people read it", () => {
  test.each([
    ["CA(produit=32 FreshAir)", 1000],
    ["CA / VISITES", 500],
    ["(CA(canal=web) + CA(canal=phone)) / CA", 0.4],
    ["MARGE - 0,02 * CA", 230],
    ["MARGE - 0.02 * CA", 230],
    ["MARGE - 2 % * CA", 230],
    ["=CA(canal=web|phone)", 400],
    ["ca( Canal = Web | Téléphone ; région = nord )", 400],
    ['CA(client="Alpha; Beta")', 400],
    ["CA(client=Gamma (17))", 600],
    ["CA(channel=web; customer=b)", 0],
    ["CA(canal=web) - CA(canal=phone) - CA(canal=store)", -400],
    ["CA(canal=store) / CA(canal=web) / 2", 1],
    ["CA(canal=phone) + CA(canal=web) * 2", 700],
    ["-CA(canal=phone) + CA", 900],
    ["CLIENTSACTIFS(canal=web|phone)", 1],
    ["PANIERMOYEN(canal=web|phone)", 200],
    ["CA / CA(canal=field)", null],
  ])("%s is %s", (calculation, expected) => {
    expect(figureOf([own("TEST", calculation)])).toBe(expected);
  });

  test("a filter of the question meets the term's own", () => {
    const [web] = [own("WEB", "CA(canal=web)")];
    expect(figureOf([web!], [{ axis: "region", member: "Nord" }])).toBe(300);
    expect(figureOf([web!], [{ axis: "canal", member: "phone" }])).toBe(0);
  });

  test("an indicator may name another, and filter it", () => {
    const loin = own("LOIN", "CA(canal=web|phone) - MARGE");
    expect(figureOf([own("TEST", "LOIN(canal=web) / 2 + loin * 0"), loin])).toBe(25);
  });

  test("a share of a whole that is not positive is empty, another quotient is not", () => {
    const calculation = "MARGE / (CA(canal=phone) - CA)";
    expect(figureOf([own("TEST", calculation, { unit: "percent" })])).toBeNull();
    expect(figureOf([own("TEST", calculation)])).toBeCloseTo(-250 / 900, 12);
  });
});

describe("what an indicator is follows from its calculation", () => {
  test.each([
    ["CA + MARGE", "money", true],
    ["2 * CA - MARGE / 2", "money", true],
    ["CA + 100", "money", false],
    ["CA / VISITES", "money", false],
    ["CA / MARGE", "ratio", false],
    ["VISITES + COMMANDES", "count", true],
    ["TAUXMARGE * 2", "ratio", false],
    ["PIPE + ENCOURS", "money", false],
    ["DSO - 30", "days", false],
    ["VISITES / CA", "ratio", false],
  ])("%s: %s, a flow: %s", (calculation, unit, flow) => {
    const [definition] = ownIndicators([own("TEST", calculation)]).definitions;
    expect(definition).toMatchObject({ unit, flow });
  });

  test("it has the dimensions that all its terms have", () => {
    const [definition] = ownIndicators([own("TEST", "CA / VISITES")]).definitions;
    expect(definition?.dimensions).toEqual(["region", "secteur", "commercial", "equipe", "client"]);
  });

  test("the name is the code where none is given", () => {
    const { definitions } = ownIndicators([own("a1", "CA"), own("B2", "CA", { name: " Le nôtre " })]);
    expect(definitions.map(({ id, label }) => [id, label.fr])).toEqual([
      ["A1", "A1"],
      ["B2", "Le nôtre"],
    ]);
  });
});

describe("a wrong calculation is refused with its place", () => {
  const long = `CA${" + CA".repeat(124)}`;
  test.each<[string, OwnIndicator[], string, RegExp, RegExp]>([
    [
      "an unknown KPI",
      [own("TT", "CA + CHIFRE")],
      "calculation-kpi-unknown",
      /caractère 6 .*« CHIFRE »/,
      /character 6.*“CHIFRE”/,
    ],
    [
      "a mistyped one",
      [own("TT", "VISITSE / CA")],
      "calculation-kpi-unknown",
      /Vouliez-vous dire « VISITES »/,
      /Did you mean “VISITES”/,
    ],
    ["a table", [own("TT", "TOPCLIENTS")], "calculation-kpi-unknown", /caractère 1 /, /character 1/],
    ["itself", [own("TT", "CA - TT")], "calculation-circle", /caractère 6 .*TT → TT/, /character 6.*TT → TT/],
    [
      "a circle",
      [own("AA", "CA + BB"), own("BB", "AA * 2")],
      "calculation-circle",
      /caractère 6 .*AA → BB → AA/,
      /AA → BB → AA/,
    ],
    [
      "a wrong one",
      [own("AA", "1 + BB"), own("BB", "CA +")],
      "calculation-of-wrong",
      /caractère 5 .*BB/,
      /character 5.*BB/,
    ],
    ["a built-in's code", [own("CA", "MARGE")], "own-code-taken", /CA est déjà/, /CA is already/],
    ["a function's code", [own("VALEUR", "MARGE")], "own-code-taken", /déjà/, /already/],
    ["no code", [own("mon ca", "MARGE")], "own-code-invalid", /« mon ca »/, /“mon ca”/],
    [
      "no dimension",
      [own("TT", "VISITES(produit=x)")],
      "calculation-dimension",
      /caractère 9 .*VISITES.*region/,
      /character 9/,
    ],
    ["a period", [own("TT", "CA(mois=2024-03)")], "calculation-dimension", /caractère 4 /, /character 4/],
    [
      "what does not add up",
      [own("TT", "CA + VISITES")],
      "calculation-kinds",
      /caractère 4 : un montant et un nombre ne/,
      /an amount and a number do not/,
    ],
    [
      "days and money",
      [own("TT", "(DSO - CA) / 2")],
      "calculation-kinds",
      /caractère 6 : un nombre de jours et un montant/,
      /character 6/,
    ],
    [
      "another unit",
      [own("TT", "CA / MARGE", { unit: "money" })],
      "calculation-unit",
      /le calcul donne un nombre/,
      /gives a number/,
    ],
    ["no KPI", [own("TT", "2 * 3")], "calculation-without-kpi", /aucun indicateur/, /no KPI/],
    ["nothing", [own("TT", "")], "calculation-syntax", /caractère 1/, /character 1/],
    ["half of it", [own("TT", "(CA + ")], "calculation-syntax", /caractère 7/, /character 7/],
    ["a loose end", [own("TT", "CA MARGE")], "calculation-syntax", /caractère 4/, /character 4/],
    ["no member", [own("TT", "CA(canal=)")], "calculation-syntax", /caractère 10/, /character 10/],
    ["another operator", [own("TT", "CA ^ 2")], "calculation-syntax", /caractère 4/, /character 4/],
    ["too long", [own("TT", `${long} + MARGE`)], "calculation-too-long", /500 au plus/, /500 at most/],
    [
      "too many terms",
      [own("TT", Array(60).fill("CA").join(" + "))],
      "calculation-too-many-terms",
      /50 termes/,
      /50 terms/,
    ],
  ])("%s", (_, declared, code, french, english) => {
    const { failures } = ownIndicators(declared);
    const failure = failures.get(declared[0]!.code.toUpperCase());
    expect(failure?.code).toBe(code);
    expect(sentence(failure!, "fr")).toMatch(french);
    expect(sentence(failure!, "en")).toMatch(english);
  });

  test("both of a circle are, and who is well is kept", () => {
    const { definitions, failures } = ownIndicators([own("AA", "BB"), own("BB", "AA"), own("CC", "CA")]);
    expect([...failures.keys()]).toEqual(["AA", "BB"]);
    expect(definitions.map(({ id }) => id)).toEqual(["CC"]);
  });

  test("a member that the data does not have, when it is asked for", () => {
    const answer = figureOf([own("TT", "CA + CA(produit=32 FreshAi)")]);
    expect(answer).toMatchObject({
      code: "calculation-member-unknown",
      params: { nearest: "32 FreshAir", position: 17 },
    });
    expect(sentence(answer as never, "fr")).toBe(
      "Au caractère 17 du calcul : « 32 FreshAi » est inconnu sur l'axe « produit ». Le plus proche : « 32 FreshAir ».",
    );
  });
});

test("each term of an explained indicator has its figure and its rows", () => {
  const { definitions } = ownIndicators([own("LOIN", "(CA(canal=web|phone) - MARGE) / VISITES")]);
  const engine = createCalculator(DATA, { registry: KPIS.with(definitions) });
  const explained = engine.explain({ kpi: "LOIN", period: "2024", filters: [] });
  expect(explained.ok && explained.value).toMatchObject({
    answer: 75,
    rowCount: 3 - 1,
    terms: [
      { kpi: "CA", filters: [{ axis: "canal", members: ["web", "phone"] }], value: 400, rowCount: 2 },
      { kpi: "MARGE", filters: [], value: 250, rowCount: 1 },
      { kpi: "VISITES", filters: [], value: 2, rowCount: 2 },
    ],
  });
  const detail = engine.detail({ kpi: "LOIN", period: "2024", filters: [] }, 10);
  expect(detail.ok && detail.value.rows.map(([id]) => id)).toEqual(["1", "2"]);
});
