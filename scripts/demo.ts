import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sentence } from "../src/i18n/sentence";
import { FailureError } from "../src/sales/failure";
import { launchBrowser } from "../workbench/browser";
import {
  choose,
  connectAndRefresh,
  costOf,
  errorCells,
  type Journey,
  openCockpit,
  savedWorkbook,
  settle,
  showSheet,
  visibleSheets,
} from "../workbench/journey";
import { runWorkbench } from "../workbench/page/run";
import { prepare } from "./prepare";

const OUT = "out";
const WINDOW = { width: 1680, height: 1050 };

/**
 * `npm run demo`: the main job without a person. Gateway with the demo CRM, workbench in headless Chromium, connect,
 * refresh, dashboards; leaves `out/vigie-demo.xlsx`, pictures, and a summary on the terminal.
 */
async function main(): Promise<void> {
  const started = Date.now();
  await prepare();
  mkdirSync(OUT, { recursive: true });
  const workbench = await runWorkbench({ port: 0, gateway: { port: 0, logLevel: "silent" } });
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({ viewport: WINDOW, locale: "fr-FR", ignoreHTTPSErrors: true });
    const journey = await openCockpit(context, workbench);
    await picture(journey, "01-connexion");
    const refreshStarted = Date.now();
    const cost = await costOf(journey.page, () => connectAndRefresh(journey));
    const refreshSeconds = (Date.now() - refreshStarted) / 1_000;
    await pictures(journey);
    const unchanged = await costOf(journey.page, () => showDashboards(journey));
    const switches = await switchPeriods(journey);
    const file = join(OUT, "vigie-demo.xlsx");
    rmSync(file, { force: true });
    writeFileSync(file, await savedWorkbook(journey.page));
    const seconds = (Date.now() - started) / 1_000;
    await summary(journey, { cost, refreshSeconds, unchanged, switches, seconds, file });
  } finally {
    await browser.close();
    await workbench.close();
  }
}

/** The pane alone, then each visible sheet with the pane beside it. */
async function pictures(journey: Journey): Promise<void> {
  await journey.page.locator("#pane").screenshot({ path: join(OUT, "02-volet.png") });
  for (const [index, sheet] of (await visibleSheets(journey.page)).entries()) {
    await showSheet(journey.page, sheet.id);
    await picture(journey, `${String(index + 3).padStart(2, "0")}-${fileName(sheet.name)}`);
  }
}

async function picture({ page }: Journey, name: string): Promise<void> {
  await settle(page);
  await page.screenshot({ path: join(OUT, `${name}.png`) });
}

const fileName = (sheet: string): string =>
  sheet
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .replace(/[^a-zA-Z0-9]+/g, "-")
    .toLowerCase();

/** Dashboards that are up to date, asked for once more. */
async function showDashboards({ page, pane }: Journey): Promise<void> {
  const button = pane.getByRole("button", { name: "Afficher le tableau de bord" });
  await button.click();
  await button.and(pane.locator(":not([aria-disabled=true])")).waitFor();
  await settle(page);
}

/** Milliseconds of each change of the period, all sheets followed; ends at the period of the beginning. */
async function switchPeriods({ page }: Journey): Promise<readonly number[]> {
  const taken: number[] = [];
  for (const period of ["2025", "2026-T2", "2026-11", "2026"])
    taken.push(await choose(page, "Vigie_Periode", period));
  return taken;
}

interface Cost {
  readonly syncs: number;
  readonly bytes: number;
}

interface Run {
  readonly cost: Cost;
  readonly refreshSeconds: number;
  readonly unchanged: Cost;
  readonly switches: readonly number[];
  readonly seconds: number;
  readonly file: string;
}

async function summary({ page }: Journey, run: Run): Promise<void> {
  const errors = await errorCells(page);
  const sheets = (await visibleSheets(page)).map(({ name }) => name).join(", ");
  const decimal = (value: number) => value.toFixed(1);
  console.log(`
Vigie demo
  refresh and dashboards   ${decimal(run.refreshSeconds)} s
  syncs, bytes             ${run.cost.syncs}, ${decimal(run.cost.bytes / 1e6)} MB
  dashboards unchanged     ${run.unchanged.syncs} syncs, ${decimal(run.unchanged.bytes / 1e3)} kB
  period switched          ${run.switches.map((ms) => decimal(ms / 1_000)).join(", ")} s, every sheet
  visible sheets           ${sheets}
  cells in error           ${errors.length === 0 ? "none" : errors.join("; ")}
  workbook                 ${run.file}
  pictures                 ${OUT}/*.png
  in all                   ${decimal(run.seconds)} s`);
  if (errors.length > 0) process.exitCode = 1;
}

main().catch((thrown: unknown) => {
  console.error(thrown instanceof FailureError ? sentence(thrown.failure, "fr") : thrown);
  process.exitCode = 1;
});
