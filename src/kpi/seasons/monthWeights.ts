import type { Unit } from "../grain";
import type { Past } from "./past";
import { monthsOf, type PastYear } from "./pastYears";

/** By month of a period: its share of the period's outcome; they add up to 1. */
export type MonthWeights = readonly number[];

const meanOf = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

/** The months' shares of each past year. */
const sharesOf = (years: readonly PastYear[], past: Past): readonly MonthWeights[] =>
  years.map(({ period }) => {
    const outcome = past.value(period);
    return monthsOf(period).map((month) => past.value(month) / outcome);
  });

const meansOf = (shares: readonly MonthWeights[]): MonthWeights =>
  shares[0]!.map((_, month) => meanOf(shares.map((year) => year[month]!)));

/** The mean course of past years. */
export const ownWeights = (years: readonly PastYear[], past: Past): MonthWeights =>
  meansOf(sharesOf(years, past));

/**
 * The mean course of past years, drawn towards calendar days by how much chance is in it: the years' scatter beside
 * the months' (James and Stein, 1961; positive part). One year alone tells no scatter and stands as it is.
 */
export function steadyWeights(years: readonly PastYear[], past: Past, period: Unit): MonthWeights {
  const even = calendarWeights(period);
  const shares = sharesOf(years, past);
  const means = meansOf(shares);
  if (years.length === 1 || means.length === 1) return means;
  const season = means.reduce((sum, mean, month) => sum + (mean - even[month]!) ** 2, 0) / (means.length - 1);
  const chance = meanOf(
    means.map((mean, month) => meanOf(shares.map((year) => (year[month]! - mean) ** 2)) / (years.length - 1)),
  );
  const drawn = season === 0 ? 1 : Math.min(1, chance / season);
  return means.map((mean, month) => (1 - drawn) * mean + drawn * even[month]!);
}

/** By month: its share of the period's days. */
const calendarWeights = (period: Unit): MonthWeights =>
  monthsOf(period).map(({ from, to }) => (to - from + 1) / (period.to - period.from + 1));
