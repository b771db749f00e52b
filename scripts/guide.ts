import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { launchBrowser } from "../workbench/browser";
import {
  connectAndRefresh,
  type Journey,
  openCockpit,
  settle,
  showSheet,
  visibleSheets,
} from "../workbench/journey";
import { runWorkbench } from "../workbench/page/run";
import { prepare } from "./prepare";

const IMAGES = join("docs", "images");
const WINDOW = { width: 1680, height: 1000 };
/** Somewhere in the grid: keys pressed while the pane has the focus are the pane's own. */
const IN_GRID = { x: 500, y: 500 };
/** A cell of "Chiffre d'affaires" that holds a number of the list by sector. */
const EXPLAINED = { sheet: "Chiffre d'affaires", row: 14, column: 2 };

/** `tsx scripts/guide.ts`: takes the pictures of docs/guide-utilisateur.md anew, from the demo company. */
async function main(): Promise<void> {
  await prepare();
  mkdirSync(IMAGES, { recursive: true });
  const workbench = await runWorkbench({
    port: 0,
    gateway: { port: 0, logLevel: "silent", options: { demo: { dataDate: "2026-11-23" } } },
  });
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({ viewport: WINDOW, locale: "fr-FR", ignoreHTTPSErrors: true });
    const journey = await openCockpit(context, workbench);
    await pane(journey, "connexion");
    await connectAndRefresh(journey);
    await pane(journey, "actualisation");
    await sheet(journey, "Matinée", "matinee");
    await sheet(journey, "Commerciaux", "commerciaux");
    await explained(journey);
    for (const [tab, name] of [
      ["Alertes", "alertes"],
      ["Référentiel", "referentiel"],
      ["Diffuser", "diffuser"],
    ] as const) {
      await journey.pane.getByRole("tab", { name: tab }).click();
      await journey.pane.getByRole("heading", { level: 2, name: tab }).waitFor();
      await pane(journey, name);
    }
  } finally {
    await browser.close();
    await workbench.close();
  }
}

async function sheet(journey: Journey, name: string, picture: string): Promise<void> {
  await front(journey, name);
  await journey.page.screenshot({ path: join(IMAGES, `${picture}.png`) });
}

async function pane({ page }: Journey, picture: string): Promise<void> {
  await settle(page);
  await page.locator("#pane").screenshot({ path: join(IMAGES, `${picture}.png`) });
}

async function front({ page }: Journey, name: string): Promise<void> {
  const found = (await visibleSheets(page)).find((one) => one.name === name);
  if (!found) throw new Error(`no sheet ${name}`);
  await showSheet(page, found.id);
}

/** The story of one number, asked by keyboard as a person would. */
async function explained(journey: Journey): Promise<void> {
  const { page } = journey;
  await front(journey, EXPLAINED.sheet);
  await page.mouse.click(IN_GRID.x, IN_GRID.y);
  await page.evaluate(({ row, column }) => {
    const { grid } = window.workbench!.current();
    grid.select({ sheet: grid.activeSheet(), row, column, rows: 1, columns: 1 });
  }, EXPLAINED);
  await page.keyboard.press("Control+Alt+K");
  await journey.pane.getByRole("heading", { name: "D'où vient ce chiffre" }).waitFor();
  await page.screenshot({ path: join(IMAGES, "expliquer.png") });
}

main().catch((thrown: unknown) => {
  console.error(thrown);
  process.exitCode = 1;
});
