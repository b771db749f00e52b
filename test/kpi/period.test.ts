import { PERIOD_EXAMPLES, parsePeriod } from "../../src/kpi/period";
import { formatIsoDay, parseIsoDay, toExcelSerial } from "../../src/sales/calendar";

const day = (text: string) => parseIsoDay(text)!;
const CALENDAR = { dataDate: day("2024-05-15"), fiscalFirstMonth: 1 };
const FROM_APRIL = { ...CALENDAR, fiscalFirstMonth: 4 };

function days(period: string | number | undefined, context = CALENDAR): string {
  const range = parsePeriod(period, context);
  if (!range.ok) return range.failure.code;
  const { from, to } = range.value;
  return `${from === undefined ? "" : formatIsoDay(from)} ${to === undefined ? "" : formatIsoDay(to)}`;
}

describe("a period is read as people type it", () => {
  test.each([
    ["2024", "2024-01-01 2024-12-31"],
    ["2024-S2", "2024-07-01 2024-12-31"],
    ["2024-Q1", "2024-01-01 2024-03-31"],
    ["2024-T4", "2024-10-01 2024-12-31"],
    ["2024-02", "2024-02-01 2024-02-29"],
    ["2023-02", "2023-02-01 2023-02-28"],
    ["2024-W12", "2024-03-18 2024-03-24"],
    ["2024-W01", "2024-01-01 2024-01-07"],
    ["2021-W01", "2021-01-04 2021-01-10"],
    ["2020-W53", "2020-12-28 2021-01-03"],
    ["2024-03-15", "2024-03-15 2024-03-15"],
    ["15/03/2024", "2024-03-15 2024-03-15"],
    ["5/3/2024", "2024-03-05 2024-03-05"],
    ["2024-01..2024-06", "2024-01-01 2024-06-30"],
    [" 2023-T4 .. 2024-W02 ", "2023-10-01 2024-01-14"],
    ["M-2..M-1", "2024-03-01 2024-04-30"],
    ["J", "2024-05-15 2024-05-15"],
    ["J-1", "2024-05-14 2024-05-14"],
    ["S", "2024-05-13 2024-05-19"],
    ["S-20", "2023-12-25 2023-12-31"],
    ["M", "2024-05-01 2024-05-31"],
    ["M-1", "2024-04-01 2024-04-30"],
    ["M-5", "2023-12-01 2023-12-31"],
    ["T", "2024-04-01 2024-06-30"],
    ["T-4", "2023-04-01 2023-06-30"],
    ["A", "2024-01-01 2024-12-31"],
    ["A-1", "2023-01-01 2023-12-31"],
    ["CUMUL", "2024-01-01 2024-05-15"],
    ["12M", "2023-05-01 2024-04-30"],
    ["", " "],
    ["  ", " "],
  ])("%p", (period, expected) => {
    expect(days(period)).toBe(expected);
    expect(days(period.toLowerCase())).toBe(expected);
  });

  test("nothing at all is all data", () => expect(days(undefined)).toBe(" "));

  test("an Excel date, with or without its hour, is its day", () => {
    expect(days(toExcelSerial(day("2024-03-15")))).toBe("2024-03-15 2024-03-15");
    expect(days(toExcelSerial(day("2024-03-15")) + 0.75)).toBe("2024-03-15 2024-03-15");
  });

  test("a year typed into a cell, where it becomes a number, is that year", () =>
    expect(days(2024)).toBe("2024-01-01 2024-12-31"));
});

describe("a fiscal year bears the number of the year it starts in", () => {
  test.each([
    ["2024", "2024-04-01 2025-03-31"],
    ["2024-S1", "2024-04-01 2024-09-30"],
    ["2024-T4", "2025-01-01 2025-03-31"],
    ["A", "2024-04-01 2025-03-31"],
    ["T-1", "2024-01-01 2024-03-31"],
    ["CUMUL", "2024-04-01 2024-05-15"],
    ["2024-03", "2024-03-01 2024-03-31"],
    ["2024-W12", "2024-03-18 2024-03-24"],
    ["12M", "2023-05-01 2024-04-30"],
  ])("%p", (period, expected) => expect(days(period, FROM_APRIL)).toBe(expected));

  test("before its first month, the year in progress is the one before", () =>
    expect(days("A", { dataDate: day("2024-02-10"), fiscalFirstMonth: 4 })).toBe("2023-04-01 2024-03-31"));
});

describe("what is no period is refused with the syntaxes that are", () => {
  test.each([
    "2024-13",
    "2024-00",
    "2024-02-30",
    "2023-02-29",
    "2024-W53",
    "2024-W00",
    "2024-W54",
    "2024-S3",
    "2024-T5",
    "31/02/2024",
    "2024-06..2024-01",
    "2024..",
    "..2024",
    "2024..2025..2026",
    "X-1",
    "M-",
    "hier",
    "1812",
    "0M",
    -3,
    0,
    3,
    202403,
    32_873,
    73_416,
    Number.NaN,
    Number.POSITIVE_INFINITY,
  ])("%p", (period) => {
    expect(parsePeriod(period, CALENDAR)).toEqual({
      ok: false,
      failure: { code: "period-syntax", params: { period: String(period), possible: PERIOD_EXAMPLES } },
    });
  });
});
