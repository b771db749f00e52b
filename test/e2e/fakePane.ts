/** The smallest add-in: real office.js, one custom function, one write. */
import type { BrowserContext, Route } from "playwright-core";
import { OFFICE_CDN, workbenchApp } from "../../workbench/page/serve";

export const ORIGIN = "https://localhost:4443";

const PANE = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Volet</title>
<script src="${OFFICE_CDN}office.js"></script></head><body><p id="state">attente</p><script>
Office.onReady(async (info) => {
  CustomFunctions.associate("CA", (axe, periode) => {
    if (axe === "planete") throw new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, "Axes possibles : region, secteur.");
    return [["Nord", 184250.5], ["Sud", 121400], ["Ouest", 98760.25]];
  });
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    const range = sheet.getRange("F2:G2");
    range.values = [["écrit par", "office.js"]];
    range.format.fill.color = "#E2F0D9";
    await context.sync();
  });
  document.getElementById("state").textContent = info.host + " " + info.platform;
});
</script></body></html>`;

const FUNCTIONS = {
  functions: [
    {
      id: "CA",
      name: "CA",
      description: "Chiffre d'affaires",
      parameters: ["axe", "période", "membre"].map((name) => ({
        name,
        type: "any",
        optional: true,
        dimensionality: "scalar",
      })),
      result: { dimensionality: "matrix" },
    },
  ],
};

/** Answers every request of the browser from this process: no server, no network. */
export async function routeWorkbench(context: BrowserContext): Promise<void> {
  const app = workbenchApp({ addinUrl: `${ORIGIN}/addin/taskpane.html`, namespace: "KPI" });
  await context.route("**/*", async (route: Route) => {
    const url = new URL(route.request().url());
    if (url.pathname === "/addin/taskpane.html")
      return route.fulfill({ contentType: "text/html", body: PANE });
    if (url.pathname === "/addin/functions.json") return route.fulfill({ json: FUNCTIONS });
    const path = url.href.startsWith(OFFICE_CDN)
      ? `/officejs/${url.href.slice(OFFICE_CDN.length)}`
      : url.origin === ORIGIN
        ? `${url.pathname}${url.search}`
        : undefined;
    if (path === undefined) return route.abort();
    const answer = await app.request(path);
    await route.fulfill({
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: Buffer.from(await answer.arrayBuffer()),
    });
  });
}
