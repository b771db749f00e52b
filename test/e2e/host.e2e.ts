/** The host on a page: a frame holds an add-in page with the library's address of production, and talks to it. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import type { Browser, Page, Route } from "playwright-core";
import { launchBrowser } from "../../workbench/browser";

const ROOT = join(__dirname, "..", "..");
const DIST = join(ROOT, "node_modules", "@microsoft", "office-js", "dist");
const LIBRARY = "https://appsforoffice.microsoft.com/lib/1/hosted/";
const HOST_PAGE = "https://localhost:4000/";
const ADDIN_PAGE = "https://localhost:3000/taskpane.html";

const ADDIN = `<!doctype html><script src="${LIBRARY}office.js"></script><body><script>
Office.onReady(async (info) => {
  CustomFunctions.associate("DOUBLE", (n) => n * 2);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange("A1:B1").values = [["écrit depuis le volet", 42]];
    await context.sync();
  });
  document.body.textContent = info.host + " " + info.platform;
});
</script>`;

const HOST = `
import { MemoryGrid } from "./workbench/grid/memoryGrid";
import { createHost } from "./workbench/host/host";
import { attachFrame } from "./workbench/host/frame";
const grid = new MemoryGrid();
const host = createHost(grid);
host.registerFunctions({ functions: [{ id: "DOUBLE", name: "DOUBLE", parameters: [{ name: "n" }] }] }, "KPI");
const frame = document.body.appendChild(document.createElement("iframe"));
window.workbench = { grid, host, attached: attachFrame(host, frame, "${ADDIN_PAGE}") };
`;

let browser: Browser;
let page: Page;

const fulfil = (contentType: string, body: string) => (route: Route) =>
  route.fulfill({ contentType, body, headers: { "access-control-allow-origin": "*" } });

beforeAll(async () => {
  const { outputFiles } = buildSync({
    stdin: { contents: HOST, resolveDir: ROOT, loader: "ts" },
    bundle: true,
    write: false,
    platform: "browser",
    format: "iife",
  });
  const script = (outputFiles[0]?.text ?? "").replaceAll("</script", "<\\/script");
  browser = await launchBrowser();
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  await context.route("**/*", (route) => route.abort());
  await context.route(
    `${HOST_PAGE}**`,
    fulfil("text/html", `<!doctype html><meta charset="utf-8"><body><script>${script}</script>`),
  );
  await context.route(`${ADDIN_PAGE}**`, fulfil("text/html; charset=utf-8", ADDIN));
  await context.route(`${LIBRARY}**`, (route) => {
    const file = join(
      DIST,
      new URL(route.request().url()).pathname.replace("/lib/1/hosted/", "").toLowerCase(),
    );
    return existsSync(file) ? fulfil("text/javascript", readFileSync(file, "utf8"))(route) : route.abort();
  });
  page = await context.newPage();
  await page.goto(HOST_PAGE);
});
afterAll(() => browser.close());

interface Workbench {
  readonly workbench: {
    readonly grid: import("../../workbench/grid/memoryGrid").MemoryGrid;
    readonly host: import("../../workbench/host/host").Host;
    readonly attached: import("../../workbench/host/frame").AttachedFrame;
  };
}

const firstCells = () =>
  page.evaluate(() => {
    const { grid } = (window as unknown as Workbench).workbench;
    return grid
      .values({ sheet: grid.activeSheet(), row: 0, column: 0, rows: 1, columns: 2 })[0]
      ?.map((cell) => cell.value);
  });

test("the library of production, in a frame, starts and writes into the grid", async () => {
  await page.frameLocator("iframe").locator("text=Excel OfficeOnline").waitFor({ timeout: 15_000 });
  expect(await firstCells()).toEqual(["écrit depuis le volet", 42]);
});

test("a custom function typed on the page is answered by the frame", async () => {
  const answer = await page.evaluate(async () => {
    const { grid } = (window as unknown as Workbench).workbench;
    const sheet = grid.activeSheet();
    grid.writeFormula(sheet, 2, 0, "=KPI.DOUBLE(21)");
    await grid.settled(10_000);
    return grid.values({ sheet, row: 2, column: 0, rows: 1, columns: 1 })[0]?.[0]?.value;
  });
  expect(answer).toBe(42);
});

test("the frame loads again in a conversation of its own", async () => {
  await page.evaluate(() => {
    const { grid, attached } = (window as unknown as Workbench).workbench;
    grid.writeValues({ sheet: grid.activeSheet(), row: 0, column: 0, rows: 1, columns: 2 }, [[null, null]]);
    attached.reload();
  });
  await page.waitForFunction(
    () => {
      const { grid } = (window as unknown as Workbench).workbench;
      return (
        grid.values({ sheet: grid.activeSheet(), row: 0, column: 1, rows: 1, columns: 1 })[0]?.[0]?.value ===
        42
      );
    },
    undefined,
    { timeout: 15_000 },
  );
  expect((await firstCells())?.[1]).toBe(42);
});
