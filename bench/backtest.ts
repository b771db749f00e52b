import { createCalculator } from "../src/kpi/engine";
import { lastDay, monthIndex, monthOfDay, yearOfMonth } from "../src/kpi/months";
import type { ShareBasis } from "../src/kpi/seasons/basis";
import { type EpochDay, formatIsoDay } from "../src/sales/calendar";
import type { SalesData } from "../src/sales/tables";

/** Record of one way to share a year's target, at the eleven month ends before its close. */
export interface Tried {
  /** Mean of |projection ÷ outcome − 1|. */
  readonly meanError: number;
  /** Month ends in Alerte although the target was the outcome itself. */
  readonly falseAlerts: number;
  /** Month ends with an interval, and those of them whose interval held the outcome. */
  readonly intervals: number;
  readonly held: number;
}

export interface TriedYear {
  readonly year: number;
  readonly tried: Readonly<Record<"seasons" | "calendar", Tried>>;
}

export interface Backtest {
  /** The data as a refresh on that day would have brought them. */
  readonly asOf: (day: EpochDay) => SalesData;
  readonly data: SalesData;
  readonly kpi?: string;
}

const MONTH_ENDS = 11;

/** Every calendar year of the data that has two whole ones before it, as the product would have judged it. */
export function backtest({ asOf, data, kpi = "CA" }: Backtest): readonly TriedYear[] {
  const whole = createCalculator(data);
  const months = whole.list({ kpi, axis: "mois", filters: [] });
  if (!months.ok) throw new Error(months.failure.code);
  const count = new Map<number, number>();
  for (const { member } of months.value)
    count.set(Number(member.slice(0, 4)), (count.get(Number(member.slice(0, 4))) ?? 0) + 1);
  const last = yearOfMonth(monthOfDay(data.provenance.dataDate + 1)) - 1;
  const isFull = (year: number) => count.get(year) === 12;
  return [...count.keys()]
    .filter((year) => year <= last && [year, year - 1, year - 2].every(isFull))
    .map((year) => ({ year, tried: tryYear(year) }));

  function tryYear(year: number): TriedYear["tried"] {
    const outcome = whole.total({ kpi, period: String(year), filters: [] });
    if (!outcome.ok) throw new Error(outcome.failure.code);
    const cuts = Array.from({ length: MONTH_ENDS }, (_, month) => asOf(lastDay(monthIndex(year, month + 1))));
    const by = (shares: ShareBasis) => judged(cuts, kpi, String(year), Number(outcome.value), shares);
    return { seasons: by("seasons"), calendar: by("calendar") };
  }
}

function judged(
  cuts: readonly SalesData[],
  kpi: string,
  period: string,
  outcome: number,
  shares: ShareBasis,
): Tried {
  const targets = [{ kpi, dimension: "", member: "", period, value: outcome }];
  let [error, falseAlerts, intervals, held] = [0, 0, 0, 0];
  for (const data of cuts) {
    const source = createCalculator(data, { targets, settings: { shares } });
    const explained = source.explain({ kpi, aspect: "tier", period, filters: [] });
    if (!explained.ok) throw new Error(`${explained.failure.code} ${formatIsoDay(data.provenance.dataDate)}`);
    const { answer, outlook } = explained.value;
    error += Math.abs((outlook?.projection ?? 0) / outcome - 1);
    falseAlerts += Number(answer === "alerte");
    const [low, high] = outlook?.interval ?? [];
    intervals += Number(low !== undefined);
    held += Number(low !== undefined && high !== undefined && low <= outcome && outcome <= high);
  }
  return { meanError: error / cuts.length, falseAlerts, intervals, held };
}
