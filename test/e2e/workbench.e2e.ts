import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "../../workbench/browser";
import { ORIGIN, routeWorkbench } from "./fakePane";

const START_MS = 120_000;
const OUT = join(__dirname, "..", "..", "out");

let browser: Browser;
let page: Page;
const errors: string[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  const context = await browser.newContext({ viewport: { width: 1440, height: 860 }, locale: "fr-FR" });
  await routeWorkbench(context);
  page = await context.newPage();
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(`${ORIGIN}/`);
  await page.waitForSelector("html[data-ready=true]", { timeout: START_MS });
  await page.frameLocator(".pane iframe").getByText("Excel OfficeOnline").waitFor({ timeout: START_MS });
  mkdirSync(OUT, { recursive: true });
}, 2 * START_MS);
afterAll(() => browser?.close());

/** Values of a range of the first sheet, read in the page. */
function values(row: number, column: number, rows: number, columns: number) {
  return page.evaluate(
    async (range) => {
      const { grid } = window.workbench!.current();
      await grid.settled(20_000);
      const sheet = grid.sheetIds()[0]!;
      return grid.values({ sheet, ...range }).map((line) => line.map((cell) => cell.value));
    },
    { row, column, rows, columns },
  );
}

async function typeInto(address: string, text: string): Promise<void> {
  const [, letter = "A", row = "1"] = /^([A-Z])(\d+)$/.exec(address) ?? [];
  const at = { row: Number(row) - 1, column: letter.charCodeAt(0) - 65 };
  await page.evaluate((place) => {
    const { grid } = window.workbench!.current();
    grid.select({ sheet: grid.activeSheet(), ...place, rows: 1, columns: 1 });
  }, at);
  await page.waitForTimeout(300);
  await page.keyboard.type(text, { delay: 15 });
  await page.keyboard.press("Enter");
  await page.waitForTimeout(300);
}

test("the unmodified office.js of the pane writes into the grid", async () => {
  expect(await values(1, 5, 1, 2)).toEqual([["écrit par", "office.js"]]);
  // The bar counts a moment after the cells are there.
  await page.locator("#status", { hasText: /[1-9]\d* sync/ }).waitFor();
});

test("a typed formula is answered by the add-in and spills", async () => {
  await typeInto("A1", '=KPI.CA("region","2024-T1")');
  expect(await values(0, 0, 3, 2)).toEqual([
    ["Nord", 184250.5],
    ["Sud", 121400],
    ["Ouest", 98760.25],
  ]);
});

test("the sentence behind an error is in the status line when the cell is selected", async () => {
  await typeInto("D1", '=KPI.CA("planete")');
  expect(await values(0, 3, 1, 1)).toEqual([["#VALUE!"]]);
  await page.evaluate(() => {
    const { grid } = window.workbench!.current();
    grid.select({ sheet: grid.activeSheet(), row: 0, column: 3, rows: 1, columns: 1 });
  });
  await page.locator("#status").getByText("Axes possibles : region, secteur.").waitFor({ timeout: 5000 });
});

test("formats look French, charts float over the grid", async () => {
  await page.evaluate(async () => {
    const { grid } = window.workbench!.current();
    const sheet = grid.activeSheet();
    grid.setFace({ sheet, row: 0, column: 1, rows: 3, columns: 1 }, { numberFormat: "#,##0.00 €" });
    grid.setColumnWidth(sheet, 0, 2, 120);
    grid.writeValues({ sheet, row: 5, column: 0, rows: 4, columns: 2 }, [
      ["Mois", "CA"],
      ["Janv.", 12],
      ["Févr.", 15],
      ["Mars", 11],
    ]);
    const data = { sheet, row: 5, column: 0, rows: 4, columns: 2 };
    grid.setChart({
      id: "c1",
      sheet,
      name: "CA",
      title: "CA par mois",
      type: "ColumnClustered",
      data,
      seriesBy: "Columns",
      left: 200,
      top: 80,
      width: 360,
      height: 200,
    });
    grid.setConditionalFormat({
      id: "low",
      range: { sheet, row: 6, column: 1, rows: 3, columns: 1 },
      formula: "=$B7<12",
      fill: "#FDE7E9",
      color: "#B10E1C",
    });
    await grid.settled(20_000);
  });
  await page.locator(".grid canvas").nth(1).waitFor();
  await page.waitForTimeout(1000);
  await page.screenshot({ path: join(OUT, "workbench.png") });
});

test("saved as .xlsx and opened again, the workbook holds what it held", async () => {
  const before = await values(0, 0, 9, 4);
  await page.evaluate(async () => {
    const bytes = await window.workbench!.xlsx();
    await window.workbench!.openXlsx(bytes.buffer as ArrayBuffer);
  });
  await page.frameLocator(".pane iframe").getByText("Excel OfficeOnline").waitFor({ timeout: START_MS });
  expect(await values(0, 0, 9, 4)).toEqual(before);
});

test("nothing threw on the page", () => {
  expect(errors).toEqual([]);
});
