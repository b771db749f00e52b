import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseIsoDay } from "../src/sales/calendar";
import type { SalesData } from "../src/sales/tables";
import { loaded } from "../test/crm/files/reading";
import { asOf, demoData } from "../test/kpi/alerts/asOf";
import { backtest, type Tried } from "./backtest";
import { SERIES, seriesData } from "./series";

const ROOT = join(__dirname, "..");
export const SEASONS_PAGE = join(ROOT, "docs", "seasons.md");
const DEMO_LINES = 20_000;

/** Each company or public series that the shares of a year are tried on, loaded when its turn comes. */
const TRIED: Readonly<Record<string, () => Promise<SalesData> | SalesData>> = {
  "Superstore, a flat export": superstore,
  ...Object.fromEntries(
    [32, 7, 2026].map((seed) => [
      `demo company, seed ${seed}`,
      () => demoData(parseIsoDay("2026-12-31")!, DEMO_LINES, seed),
    ]),
  ),
  "wine sold, Australia": () => seriesData(SERIES.wine, "1980-01"),
  "gas produced, Australia": () => seriesData(SERIES.gas, "1975-01"),
};

async function superstore(): Promise<SalesData> {
  const files = { "superstore.csv": readFileSync(join(ROOT, "test/data/superstore.csv")) };
  return (await loaded(files, { dataDate: "2019-12-31" })).data;
}

/** The table of all of them: a line a year, and how many of all intervals held. */
async function seasonsTable(): Promise<string> {
  const lines: string[] = [];
  let [held, intervals] = [0, 0];
  for (const [name, load] of Object.entries(TRIED)) {
    const data = await load();
    for (const { year, tried } of backtest({ data, asOf: (day) => asOf(data, day) })) {
      lines.push(lineOf(name, year, tried.seasons, tried.calendar));
      held += tried.seasons.held;
      intervals += tried.seasons.intervals;
    }
  }
  return [
    "| data | year | error, seasonal | error, calendar | false Alertes, seasonal | calendar | intervals that held |",
    "|---|---|---|---|---|---|---|",
    ...lines,
    `| all | | | | | | ${held} of ${intervals}, ${percent(held / intervals)} |`,
  ].join("\n");
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

const lineOf = (name: string, year: number, seasons: Tried, calendar: Tried): string =>
  `| ${[
    name,
    year,
    percent(seasons.meanError),
    percent(calendar.meanError),
    seasons.falseAlerts,
    calendar.falseAlerts,
    `${seasons.held} of ${seasons.intervals}`,
  ].join(" | ")} |`;

/** `docs/seasons.md` as the code of today writes it. */
export const seasonsPage = async (): Promise<string> => `# How well projections would have done

Written by \`npx tsx bench/seasons.ts --page\`. At each of eleven month ends of a year that has two before it, the data are
cut as a refresh on that day would have brought them, and the year's target is its outcome: an Alerte is then false, and
the projection should be the outcome. *Error* is the mean of |projection ÷ outcome − 1|. An interval is shown where
enough past years exist; nominally it holds 80 times in 100.

${await seasonsTable()}

Superstore: 9,994 lines of a public flat export. The demo company: ${DEMO_LINES.toLocaleString("en")} lines, three seeds.
The two series: monthly figures of the Australian Bureau of Statistics, spread over workdays (\`bench/series/\`).
`;

/**
 * `npx tsx bench/seasons.ts`: how far projections fell from what came, and how often an Alerte was false, at each month
 * end of each year that has two before it; the seasonal share beside calendar days. `--page` writes `docs/seasons.md`.
 */
async function main(): Promise<void> {
  if (process.argv.includes("--page")) writeFileSync(SEASONS_PAGE, await seasonsPage());
  else console.log(await seasonsTable());
}

if (require.main === module) void main();
