import { readFileSync } from "node:fs";
import { backtest } from "../../../bench/backtest";
import { asOf } from "../../kpi/alerts/asOf";
import { loaded } from "./reading";

test("on Superstore the seasonal share errs by at most 9 and 13.5 %, and cries no false Alerte", async () => {
  const { data } = await loaded(
    { "superstore.csv": readFileSync("test/data/superstore.csv") },
    { dataDate: "2019-12-31" },
  );
  const tried = backtest({ data, asOf: (day) => asOf(data, day) });
  expect(tried.map(({ year }) => year)).toEqual([2018, 2019]);
  const [first, second] = tried.map((one) => one.tried.seasons);
  expect(first!.meanError).toBeLessThanOrEqual(0.09);
  expect(second!.meanError).toBeLessThanOrEqual(0.135);
  expect(tried.map((one) => one.tried.seasons.falseAlerts)).toEqual([0, 0]);
  // What it is beside: the figures that calendar days gave.
  expect(tried.map((one) => one.tried.calendar.falseAlerts)).toEqual([8, 8]);
  expect(tried.map((one) => one.tried.calendar.meanError.toFixed(2))).toEqual(["0.30", "0.26"]);
  // Nominally 80 %.
  const held = tried.reduce((sum, one) => sum + one.tried.seasons.held, 0);
  const intervals = tried.reduce((sum, one) => sum + one.tried.seasons.intervals, 0);
  expect(intervals).toBe(22);
  expect(held / intervals).toBeGreaterThanOrEqual(0.7);
}, 120_000);
