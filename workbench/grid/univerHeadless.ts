/**
 * The grid without a screen, for Node. Univer's packages are ES modules that neither jest nor a plain `require` can
 * load, so they are bundled once into `.cache/univer/`.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { UniverKit } from "./univerEngine";
import { createUniverGrid, type GridSnapshot, type UniverGrid } from "./univerGrid";

const ROOT = join(__dirname, "..", "..");
const ENTRY = join(ROOT, "workbench", "grid", "univerKit.ts");
const LOCK = join(ROOT, "package-lock.json");
const BUNDLE = join(ROOT, ".cache", "univer", "kit.cjs");
const BUNDLING_MS = 120_000;

/** Bundles Univer for Node if that was not done yet, or not since it last changed. Returns the bundle's path. */
function ensureUniverBundle(): string {
  const made = existsSync(BUNDLE) ? statSync(BUNDLE).mtimeMs : 0;
  if (made > Math.max(statSync(ENTRY).mtimeMs, statSync(LOCK).mtimeMs)) return BUNDLE;
  mkdirSync(dirname(BUNDLE), { recursive: true });
  const temporary = `${BUNDLE}.${process.pid}`;
  const options = { entryPoints: [ENTRY], outfile: temporary, bundle: true, platform: "node", format: "cjs" };
  // In a process of its own: esbuild refuses to run inside jsdom.
  const program = `require("esbuild").buildSync(${JSON.stringify({ ...options, logLevel: "error" })})`;
  execFileSync(process.execPath, ["-e", program], { cwd: ROOT, timeout: BUNDLING_MS, stdio: "inherit" });
  renameSync(temporary, BUNDLE);
  return BUNDLE;
}

/** A grid in this process. `snapshot` is what `save()` gave; without it the workbook has one empty sheet. */
export function createHeadlessGrid(snapshot?: GridSnapshot): UniverGrid {
  const kit = require(ensureUniverBundle()) as UniverKit;
  const univer = new kit.Univer({
    locale: kit.LocaleType.FR_FR,
    locales: { [kit.LocaleType.FR_FR]: {} },
    logLevel: kit.LogLevel.ERROR,
  });
  for (const plugin of kit.headlessPlugins) univer.registerPlugin(plugin);
  return createUniverGrid(kit, univer, snapshot);
}
