import { sentence } from "../src/i18n/sentence";
import { FailureError } from "../src/sales/failure";
import { launchBrowser } from "../workbench/browser";
import { type RunningWorkbench, routeOfficeCdn, runWorkbench } from "../workbench/page/run";
import { prepare } from "./prepare";

const PORTS = { workbench: 3444, gateway: 3443 };

/**
 * `npm start`: the workbench with the embedded demo CRM, in a window of its own where there is a screen; else its
 * address. Ctrl+C ends it.
 */
async function main(): Promise<void> {
  await prepare();
  const workbench = await runWorkbench({
    port: PORTS.workbench,
    gateway: { port: PORTS.gateway, logLevel: "warn" },
  });
  console.log(`Vigie: ${workbench.url}   (gateway: ${workbench.gatewayUrl})   Ctrl+C ends it.`);
  process.once("SIGINT", () => void workbench.close().then(() => process.exit(0)));
  if (hasScreen()) await openWindow(workbench);
  else console.log("No screen here: open the address in Chrome or Edge and accept its local certificate.");
}

const hasScreen = (): boolean =>
  process.platform !== "linux" || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

async function openWindow(workbench: RunningWorkbench): Promise<void> {
  const browser = await launchBrowser({ headed: true });
  const context = await browser.newContext({ viewport: null, locale: "fr-FR", ignoreHTTPSErrors: true });
  await routeOfficeCdn(context, workbench.url);
  const page = await context.newPage();
  await page.goto(workbench.url);
  page.once("close", () => void browser.close().then(workbench.close));
}

main().catch((thrown: unknown) => {
  console.error(thrown instanceof FailureError ? sentence(thrown.failure, "fr") : thrown);
  process.exitCode = 1;
});
