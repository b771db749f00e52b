import { DEMO, vigie } from "./streams";

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);
/** Month of the demo's data date, 2026-11-23. */
const DATA_MONTH = 11;

/** `2025-04` for month 4 of 2025; month 13 is January of the next year. */
const month = (year: number, number: number): string =>
  `${year + Math.floor((number - 1) / 12)}-${String(((number - 1) % 12) + 1).padStart(2, "0")}`;

/** The period of each name by calendar months, which no fiscal year moves. */
const spans = (first: number): readonly (readonly [string, string])[] => {
  const current = first <= DATA_MONTH ? 2026 : 2025;
  return [
    ["2025", `${month(2025, first)}..${month(2025, first + 11)}`],
    ["2024-S2", `${month(2024, first + 6)}..${month(2024, first + 11)}`],
    ["2024-T2", `${month(2024, first + 3)}..${month(2024, first + 5)}`],
    ["A-1", `${month(current - 1, first)}..${month(current - 1, first + 11)}`],
    ["CUMUL", `${month(current, first)}-01..2026-11-23`],
  ];
};

const answers = async (formulas: readonly string[], options: readonly string[]) => {
  const { code, output, errors } = await vigie(["eval", ...DEMO, ...options], formulas.join("\n"));
  expect([code, errors]).toEqual([0, ""]);
  return output
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line).value as unknown);
};

test.each(MONTHS)(
  "a fiscal year that starts in month %i moves years, halves, quarters and CUMUL",
  async (first) => {
    const formulas = spans(first).flatMap((pair) => pair.map((period) => `=KPI.CA(,"${period}")`));
    const found = await answers(formulas, ["--fiscal-first-month", String(first)]);
    const named = found.filter((_, index) => index % 2 === 0);
    expect(named).toEqual(found.filter((_, index) => index % 2 === 1));
    for (const value of named) expect(value).toBeGreaterThan(0);
  },
);

test("the quarters of a year that starts in April are not those of the calendar", async () => {
  const formulas = ['=KPI.CA(,"2025-T1")', '=KPI.CA("trimestre","2025-04..2025-06")'];
  const [usual] = await answers(formulas, []);
  const [april, spill] = await answers(formulas, ["--fiscal-first-month", "avril"]);
  expect(april).not.toBe(usual);
  expect(spill).toEqual([["2025-T1", april]]);
});

test("customers are lost later when more months have to pass", async () => {
  const lost = async (months: string) =>
    (await answers(['=KPI.CLIENTSPERDUS(,"2026")'], ["--lost-after-months", months]))[0] as number;
  const [usual] = await answers(['=KPI.CLIENTSPERDUS(,"2026")'], []);
  expect(await lost("12")).toBe(usual);
  expect(await lost("1")).not.toBe(usual);
});

test.each([
  [
    "--fiscal-first-month",
    "13",
    "--fiscal-first-month : « 13 » n'est pas un nombre accepté. Attendu : 1–12.",
  ],
  [
    "--lost-after-months",
    "un an",
    "--lost-after-months : « un an » n'est pas un nombre accepté. Attendu : 1–120.",
  ],
])("%s %s is refused before anything is read", async (option, value, sentence) => {
  const { code, errors, output } = await vigie(["eval", ...DEMO, "--lang", "fr", option, value], "=KPI.CA()");
  expect([code, output]).toEqual([2, ""]);
  expect(errors).toContain(sentence);
});
