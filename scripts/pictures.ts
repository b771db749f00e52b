import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
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
import { buildWorkbench } from "../workbench/page/build";
import { runWorkbench } from "../workbench/page/run";
import { pagesAsPictures } from "./pictures/paper";
import { prepare } from "./prepare";

/** The two screens of issue 15: a small one with the pane closed, a laptop with the pane open. */
const SCREENS = [
  { name: "1280", size: { width: 1280, height: 800 }, pane: false },
  { name: "1536", size: { width: 1536, height: 864 }, pane: true },
] as const;

const PAGES = ["Aujourd'hui", "Données", "Alertes", "Contrôler", "Référentiel", "Réglages", "Diffuser"];

/**
 * `tsx scripts/pictures.ts FOLDER`: each sheet on two screens, each page of the pane, and a frozen copy on A4 (by
 * LibreOffice), of the demo company. Pictures go to FOLDER, by default `docs/images/look`.
 */
async function main(): Promise<void> {
  const folder = process.argv[2] ?? join("docs", "images", "look");
  mkdirSync(folder, { recursive: true });
  if (process.argv.includes("--built")) await buildWorkbench();
  else await prepare();
  const workbench = await runWorkbench({
    port: 0,
    gateway: { port: 0, logLevel: "silent", options: { demo: { dataDate: "2026-11-23" } } },
  });
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({
      viewport: SCREENS[0].size,
      locale: "fr-FR",
      ignoreHTTPSErrors: true,
    });
    const journey = await openCockpit(context, workbench);
    await connectAndRefresh(journey);
    await panePages(journey, folder);
    for (const { name, size, pane } of SCREENS) {
      await journey.page.setViewportSize(size);
      await journey.page.evaluate((shown) => {
        document.getElementById("pane")?.toggleAttribute("hidden", !shown);
      }, pane);
      for (const sheet of await visibleSheets(journey.page)) {
        await showSheet(journey.page, sheet.id);
        await journey.page.screenshot({ path: join(folder, `${fileName(sheet.name)}-${name}.png`) });
      }
    }
  } finally {
    await browser.close();
    await workbench.close();
  }
  const scratch = mkdtempSync(join(tmpdir(), "vigie-pictures-"));
  try {
    await pagesAsPictures({ source: "demo", scratch, folder, name: "a4" });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function panePages({ page, pane }: Journey, folder: string): Promise<void> {
  for (const name of PAGES) {
    const tab = pane.getByRole("tab", { name });
    if ((await tab.count()) === 0) continue;
    await tab.click();
    await settle(page);
    await page.locator("#pane").screenshot({ path: join(folder, `volet-${fileName(name)}.png`) });
  }
}

const fileName = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .replace(/[^a-zA-Z0-9]+/g, "-")
    .toLowerCase();

main().catch((thrown: unknown) => {
  console.error(thrown);
  process.exitCode = 1;
});
