import { yearBefore } from "../../src/kpi/elapsed";
import { createCalculator } from "../../src/kpi/engine";
import type { Unit } from "../../src/kpi/grain";
import type { ShareBasis } from "../../src/kpi/seasons/basis";
import { courseOf, shareDue } from "../../src/kpi/seasons/course";
import { marginOf } from "../../src/kpi/seasons/margin";
import { shareSince } from "../../src/kpi/seasons/newcomer";
import type { Past } from "../../src/kpi/seasons/past";
import { type EpochDay, formatIsoDay, parseIsoDay } from "../../src/sales/calendar";
import type { Target } from "../../src/sales/targets";
import { salesOf } from "./sales";

const day = (text: string): EpochDay => parseIsoDay(text)!;
const days = (from: string, to: string): Unit => ({ from: day(from), to: day(to) });
const year = (number: number): Unit => days(`${number}-01-01`, `${number}-12-31`);

/** Sums over an amount a day, each with so many rows. */
const pastOf = (amount: (day: EpochDay) => number, rowsADay = 1): Past => {
  const over = ({ from, to }: Unit, each: (day: EpochDay) => number) => {
    let sum = 0;
    for (let at = from; at <= to; at++) sum += each(at);
    return sum;
  };
  return {
    value: (range) => over(range, amount),
    rowCount: (range) => over(range, (at) => (amount(at) > 0 ? rowsADay : 0)),
  };
};
const monthOf = (at: EpochDay) => Number(formatIsoDay(at).slice(5, 7));
/** A tenth of each day's usual from January to June, all of it afterwards. */
const lateYear = pastOf((at) => (monthOf(at) <= 6 ? 1 : 9));
const share = (past: Past, period: Unit, at: string, follows: ShareBasis = "seasons") =>
  shareDue(courseOf(period, past, true, follows), past, day(at));

describe("the share of a year's target due by a day", () => {
  test("follows the past years, whose first half brought 181 of 1 837 in a common year", () => {
    // 181 days at 1, 184 days at 9: 181 ÷ (181 + 1 656). A leap year among the three adds a day at 1.
    const common = 181 / 1837;
    const leap = 182 / 1838;
    expect(share(lateYear, year(2024), "2024-06-30")).toBeCloseTo((2 * common + common) / 3, 3);
    expect(share(lateYear, year(2025), "2025-06-30")).toBeCloseTo((2 * common + leap) / 3, 4);
  });

  test("of calendar days, where the setting says so or no past is known", () => {
    expect(share(lateYear, year(2023), "2023-06-30", "calendar")).toBe(181 / 365);
    expect(
      share(
        pastOf((at) => (at >= day("2023-01-01") ? 1 : 0)),
        year(2023),
        "2023-06-30",
      ),
    ).toBe(181 / 365);
  });

  test("inside a month follows weekdays as they sold", () => {
    const workdays = pastOf((at) => ((at + 3) % 7 < 5 ? 1 : 0), 5);
    // November 2026 has 21 workdays; 16 of them lie before the 23rd, a Monday.
    expect(share(workdays, days("2026-11-01", "2026-11-30"), "2026-11-23")).toBeCloseTo(16 / 21, 10);
  });

  test("is 0 before the period, 1 at its end, and never falls", () => {
    const course = courseOf(year(2024), lateYear, true, "seasons");
    let last = 0;
    for (let at = day("2024-01-01"); at <= day("2024-12-31"); at++) {
      const now = shareDue(course, lateYear, at);
      expect(now).toBeGreaterThanOrEqual(last);
      last = now;
    }
    expect([shareDue(course, lateYear, day("2023-12-31")), last]).toEqual([0, 1]);
  });

  test("of a fiscal year follows fiscal years", () => {
    // July first: the strong half comes first.
    expect(share(lateYear, days("2024-07-01", "2025-06-30"), "2024-12-31")).toBeCloseTo(1656 / 1837, 3);
  });

  test("of a period that ends on 29 February compares with the 28th", () => {
    expect(yearBefore(days("2024-02-01", "2024-02-29"))).toEqual(days("2023-02-01", "2023-02-28"));
    const leap = share(lateYear, days("2024-01-01", "2024-03-31"), "2024-02-29");
    expect(leap).toBeCloseTo(59 / 90, 2);
  });

  test("leaves out a year with a hole, and one that the data begin in", () => {
    const holed = pastOf((at) => (formatIsoDay(at).startsWith("2022-09") ? 0 : monthOf(at) <= 6 ? 1 : 9));
    expect(courseOf(year(2024), holed, true, "seasons").years.map(({ period }) => period)).toEqual([
      year(2023),
      year(2021),
    ]);
    const begun = pastOf((at) => (at >= day("2022-03-15") ? 1 : 0));
    expect(courseOf(year(2024), begun, true, "seasons").years.map(({ period }) => period)).toEqual([
      year(2023),
    ]);
  });

  test("takes a member's own course by its rows, its total's for the rest", () => {
    const early = pastOf((at) => (monthOf(at) <= 6 ? 9 : 1));
    const course = courseOf(year(2024), lateYear, true, "seasons");
    const total = shareDue(course, lateYear, day("2024-06-30"));
    const own = (181 * 9) / (181 * 9 + 184);
    // Three years of 365 rows: 1 095 of them beside the 360 of half trust.
    const trust = 1095 / (1095 + 360);
    expect(shareDue(course, early, day("2024-06-30"))).toBeCloseTo(trust * own + (1 - trust) * total, 3);
    const few = pastOf((at) => (monthOf(at) === 1 ? 1 : 0), 1 / 31);
    const trusted = shareDue(course, few, day("2024-06-30"));
    expect(trusted).toBeCloseTo((3 / 363) * 1 + (360 / 363) * total, 3);
  });

  test("of a member that began in the midst of the past year is its total's", () => {
    const hired = pastOf((at) => (at >= day("2023-09-01") ? 1 : 0));
    const course = courseOf(year(2024), lateYear, true, "seasons");
    expect(shareDue(course, hired, day("2024-06-30"))).toBe(shareDue(course, lateYear, day("2024-06-30")));
  });

  test("of a product that began inside the period begins there", () => {
    const launched = pastOf((at) => (at >= day("2024-07-01") ? 1 : 0));
    const course = courseOf(year(2024), lateYear, true, "seasons");
    const since = shareSince(course, launched, day("2024-09-30"))!;
    expect(formatIsoDay(since.since)).toBe("2024-07-01");
    expect(since.share).toBeCloseTo(92 / 184, 3);
    expect(shareSince(course, lateYear, day("2024-09-30"))).toBeUndefined();
  });
});

test("the margin of a course that never errs is nothing, and unknown with one past year", () => {
  const even = pastOf(() => 1);
  expect(marginOf(courseOf(year(2023), even, true, "seasons"), even, day("2023-06-30"))).toBeLessThan(0.01);
  const short = pastOf((at) => (at >= day("2022-01-01") ? 1 : 0));
  expect(marginOf(courseOf(year(2023), short, true, "seasons"), short, day("2023-06-30"))).toBeUndefined();
});

test("targets of shorter periods say what is due, where they cover the year", () => {
  const line = {
    id: "a",
    order_id: "a",
    ordered_on: "2024-03-31",
    invoiced_on: "2024-03-31",
    customer_id: "c",
    salesperson_id: "s",
    product_id: "p",
    channel: "web",
    quantity: 1,
    revenue: 50,
  };
  const target = (period: string, value: number): Target => ({
    kpi: "CA",
    dimension: "",
    member: "",
    period,
    value,
  });
  const source = createCalculator(salesOf({ order_lines: [line] }, "2024-03-31"), {
    targets: [target("2024", 200), target("2024-T1", 60), target("2024-T2", 20), target("2024-S2", 20)],
  });
  const asked = (aspect: "due" | "attainment") =>
    source.total({ kpi: "CA", aspect, period: "2024", filters: [] });
  expect(asked("due")).toEqual({ ok: true, value: 120 });
  expect(asked("attainment")).toEqual({ ok: true, value: 50 / 120 });
});
