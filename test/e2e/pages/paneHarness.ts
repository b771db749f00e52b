import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { checkConfig } from "../../../src/gateway/config";
import { type RunningGateway, startGateway } from "../../../src/gateway/server";

const ROOT = join(__dirname, "..", "..", "..");
const BUILT = join(ROOT, ".cache", "pane");

/** The pane's screens over doubles (test/taskpane/harness.tsx), in the production page without office.js. */
export async function buildPaneHarness(): Promise<void> {
  rmSync(BUILT, { recursive: true, force: true });
  mkdirSync(BUILT, { recursive: true });
  await build({
    entryPoints: { pane: join(ROOT, "test", "taskpane", "harness.tsx") },
    bundle: true,
    minify: true,
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"' },
    outdir: BUILT,
  });
  const page = readFileSync(join(ROOT, "src", "taskpane", "taskpane.html"), "utf8")
    .replace(/<script[^>]*><\/script>/, '<link rel="stylesheet" href="pane.css">')
    .replace("</body>", '<script src="pane.js"></script></body>');
  writeFileSync(join(BUILT, "taskpane.html"), page);
  cpSync(join(ROOT, "assets"), join(BUILT, "assets"), { recursive: true });
}

/** Those screens served by the real gateway: what is seen obeys the real Content-Security-Policy. */
export async function servePaneHarness(): Promise<RunningGateway> {
  const settings = { port: 0, https: "off", logLevel: "silent", requestsPerMinute: 10_000, dist: BUILT };
  const config = checkConfig(settings);
  if (!config.ok) throw new Error(config.failure.code);
  return startGateway(config.value);
}
