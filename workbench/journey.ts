/** The main job in a browser, as a person does it: for the demo and for the test that proves it. */
import type { BrowserContext, FrameLocator, Page } from "playwright-core";
import { type RunningWorkbench, routeOfficeCdn } from "./page/run";

const START_MS = 120_000;
const REFRESH_MS = 180_000;
const SETTLE_MS = 60_000;

export interface Journey {
  readonly page: Page;
  /** The task pane's page, the unmodified production build. */
  readonly pane: FrameLocator;
}

/** Opens the workbench and waits until the add-in in its pane is ready to connect. */
export async function openCockpit(context: BrowserContext, workbench: RunningWorkbench): Promise<Journey> {
  await routeOfficeCdn(context, workbench.url);
  const page = await context.newPage();
  await page.goto(workbench.url);
  await page.waitForSelector("html[data-ready]", { timeout: START_MS });
  const pane = page.frameLocator(".pane iframe");
  await pane.getByRole("button", { name: "Se connecter" }).waitFor({ timeout: START_MS });
  return { page, pane };
}

/** Connects to the demo CRM, refreshes, and waits until dashboards and formulas have settled. */
export async function connectAndRefresh({ page, pane }: Journey): Promise<void> {
  await pane.getByRole("radio", { name: /démonstration/i }).check();
  await pane.getByRole("button", { name: "Se connecter" }).click();
  await pane.getByRole("heading", { name: "Vous êtes connecté" }).waitFor({ timeout: START_MS });
  await pane.getByRole("button", { name: "Actualiser" }).first().click();
  await pane.getByRole("heading", { name: "Données à jour" }).waitFor({ timeout: REFRESH_MS });
  await settle(page);
}

/** Waits until no formula is being calculated and what changed has been drawn. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate((ms) => window.workbench?.current().grid.settled(ms), SETTLE_MS);
  await page.waitForTimeout(500);
}

/** Puts a choice into a named cell (`Vigie_Periode`); milliseconds until every cell has followed. */
export const choose = (page: Page, name: string, choice: string): Promise<number> =>
  page.evaluate(
    async ({ name, choice, ms }) => {
      const { grid, host } = window.workbench!.current();
      const found = host.book.names.find((one) => one.name === name);
      if (!found || typeof found.refersTo === "string") throw new Error(`no cell ${name}`);
      const begun = performance.now();
      grid.writeValues({ ...found.refersTo, rows: 1, columns: 1 }, [[choice]]);
      await grid.settled(ms);
      return performance.now() - begun;
    },
    { name, choice, ms: SETTLE_MS },
  );

/** Requests and bytes of what is done meanwhile. */
export async function costOf(
  page: Page,
  work: () => Promise<void>,
): Promise<{ readonly syncs: number; readonly bytes: number }> {
  await page.evaluate(() => window.workbench!.current().host.resetCounters());
  await work();
  const cost = await page.evaluate(() => window.workbench!.current().host.counters());
  return { syncs: cost.syncs, bytes: cost.bytesUp + cost.bytesDown };
}

export interface VisibleSheet {
  readonly id: string;
  readonly name: string;
}

export const visibleSheets = (page: Page): Promise<readonly VisibleSheet[]> =>
  page.evaluate(() => {
    const { grid, host } = window.workbench!.current();
    return grid
      .sheetIds()
      .filter((id) => host.book.state(id).visibility === "Visible")
      .map((id) => ({ id, name: grid.sheetName(id) }));
  });

/** Brings a sheet to the front, its corner in view. */
export async function showSheet(page: Page, id: string): Promise<void> {
  await page.evaluate((sheet) => {
    const { grid } = window.workbench!.current();
    grid.activateSheet(sheet);
    grid.select({ sheet, row: 0, column: 0, rows: 1, columns: 1 });
  }, id);
  await settle(page);
}

/** The workbook as .xlsx bytes. */
export async function savedWorkbook(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(async () => {
    const bytes = await window.workbench!.xlsx();
    let text = "";
    for (let at = 0; at < bytes.length; at += 32_768) {
      text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
    }
    return btoa(text);
  });
  return Buffer.from(base64, "base64");
}

/** Errors shown in any cell of the visible sheets: `Sheet!row,column: #N/A`. */
export const errorCells = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const { grid, host } = window.workbench!.current();
    return grid
      .sheetIds()
      .filter((id) => host.book.state(id).visibility === "Visible")
      .flatMap((id) => {
        const used = grid.usedRange(id, true);
        if (!used) return [];
        return grid
          .values(used)
          .flatMap((cells, row) =>
            cells.flatMap((cell, column) =>
              cell.isError
                ? [`${grid.sheetName(id)}!${used.row + row},${used.column + column}: ${cell.value}`]
                : [],
            ),
          );
      });
  });
