import { copyFile, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { functionsSource, projectManifest } from "../src/addon/projectFiles";

const ROOT = join(__dirname, "..");
export const ADDON_DIST = join(ROOT, "dist", "addon");
/** The gateway of `npm start`; an administrator writes their own into `Config.js` and `appsscript.json`. */
const DEVELOPMENT = "https://localhost:3443";

/**
 * The Apps Script project, ready for clasp: one file with all of Vigie, one with the functions that Google finds by name,
 * the gateway's address (`VIGIE_GATEWAY` at build time), the pane's frame and the manifest. Class fields are refused when
 * a script is saved, hence es2019.
 */
export async function buildAddon(
  outdir = ADDON_DIST,
  gateway = process.env.VIGIE_GATEWAY ?? DEVELOPMENT,
): Promise<void> {
  await rm(outdir, { recursive: true, force: true });
  await mkdir(outdir, { recursive: true });
  await build({
    entryPoints: [join(ROOT, "src", "addon", "entry.ts")],
    outfile: join(outdir, "Vigie.js"),
    bundle: true,
    format: "iife",
    globalName: "Vigie",
    platform: "neutral",
    mainFields: ["module", "main"],
    target: "es2019",
    minify: true,
    charset: "utf8",
    logLevel: "warning",
  });
  await writeFile(join(outdir, "Functions.js"), functionsSource("fr"));
  await writeFile(join(outdir, "Config.js"), `var VIGIE_GATEWAY = ${JSON.stringify(gateway)};\n`);
  await writeFile(join(outdir, "appsscript.json"), projectManifest(gateway));
  await copyFile(join(ROOT, "src", "addon", "sidebar.html"), join(outdir, "sidebar.html"));
}
