import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { checkConfig } from "../../src/gateway/config";
import { type RunningGateway, startGateway } from "../../src/gateway/server";

const ROOT = join(__dirname, "..", "..");

/**
 * The pane's screens over doubles (test/taskpane/harness.tsx), served by the real gateway: what is seen obeys the real
 * Content-Security-Policy. The page is the production page, without office.js.
 */
export async function servePaneHarness(): Promise<RunningGateway> {
  const dist = mkdtempSync(join(tmpdir(), "vigie-pane-"));
  await build({
    entryPoints: { pane: join(ROOT, "test", "taskpane", "harness.tsx") },
    bundle: true,
    minify: true,
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"' },
    outdir: dist,
  });
  const page = readFileSync(join(ROOT, "src", "taskpane", "taskpane.html"), "utf8")
    .replace(/<script[^>]*><\/script>/, '<link rel="stylesheet" href="pane.css">')
    .replace("</body>", '<script src="pane.js"></script></body>');
  writeFileSync(join(dist, "taskpane.html"), page);
  cpSync(join(ROOT, "assets"), join(dist, "assets"), { recursive: true });
  const config = checkConfig({ port: 0, https: "off", logLevel: "silent", requestsPerMinute: 10_000, dist });
  if (!config.ok) throw new Error(config.failure.code);
  return startGateway(config.value);
}
