import type { Target } from "../../sales/targets";
import { currentPeriods, type Goal } from "./goalPeriod";
import { type Ledger, revenueBy, totals } from "./ledger";
import { dueShare, spanUpTo } from "./season";
import { REGIONS } from "./vocabulary";

/**
 * How far members are to be at the data date, as value ÷ pro-rated target: a demo in which every tier shows says
 * more than one in which all is well.
 */
const REGION_ATTAINMENTS = [1.06, 0.93, 0.74, 1.03, 0.96];
const SALESPERSON_ATTAINMENTS = [1.08, 0.95, 0.86, 0.71, 1.04, 1.12, 0.91, 0.77];

/** The targets the demo company suggests for the current year, quarter and month. */
export function goals(ledger: Ledger): Target[] {
  return currentPeriods(ledger.dataDate).flatMap((goal) => [
    ...revenueGoals(ledger, goal),
    ...totalGoals(ledger, goal),
  ]);
}

/** Revenue: per region and salesperson; the total is the sum of the regions. */
function revenueGoals(ledger: Ledger, goal: Goal): Target[] {
  const elapsed = dueOf(ledger, goal);
  const { regions, salespeople } = revenueBy(ledger, goal);
  const regional = regions.map((value, at) =>
    target("CA", "region", REGIONS[at]!, goal, value / elapsed / REGION_ATTAINMENTS[at]!),
  );
  const personal = salespeople.map((value, at) => {
    const attainment = SALESPERSON_ATTAINMENTS[at % SALESPERSON_ATTAINMENTS.length]!;
    return target("CA", "commercial", ledger.salespeople[at]!.name, goal, value / elapsed / attainment);
  });
  const total = regional.reduce((sum, { value }) => sum + value, 0);
  return [target("CA", "", "", goal, total), ...regional, ...personal].filter(({ value }) => value > 0);
}

function totalGoals(ledger: Ledger, goal: Goal): Target[] {
  const elapsed = dueOf(ledger, goal);
  return totals(ledger, goal)
    .map(({ kpi, value, attainment, flow, whole }) => {
      const wanted = value / (flow ? elapsed : 1) / attainment;
      return target(kpi, "", "", goal, whole ? Math.ceil(wanted) : wanted);
    })
    .filter(({ value }) => value > 0);
}

/** The share of a period's sales that is due by the data date, as the demo's year goes. */
const dueOf = ({ dataDate }: Ledger, { first, last }: Goal): number =>
  dueShare(spanUpTo(dataDate), first, last, dataDate);

const target = (kpi: string, dimension: string, member: string, { period }: Goal, value: number): Target => ({
  kpi,
  dimension,
  member,
  period,
  value: threeDigits(value),
});

/** People set round targets: three significant digits. */
const threeDigits = (value: number): number => Number(value.toPrecision(3));
