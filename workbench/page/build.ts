/** Bundles the page into a folder: one script, one style sheet, one HTML file. */
import { copyFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";

const HERE = __dirname;
export const WORKBENCH_DIST = join(HERE, "..", "..", ".cache", "workbench");

export interface WorkbenchBuild {
  readonly folder: string;
  /** Bytes of the script. */
  readonly scriptBytes: number;
}

export async function buildWorkbench(folder = WORKBENCH_DIST): Promise<WorkbenchBuild> {
  await mkdir(folder, { recursive: true });
  const result = await build({
    entryPoints: { page: join(HERE, "main.ts") },
    outdir: folder,
    bundle: true,
    minify: true,
    format: "iife",
    platform: "browser",
    target: "chrome110",
    define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
    loader: { ".woff2": "dataurl", ".ttf": "dataurl", ".svg": "dataurl" },
    metafile: true,
    logLevel: "error",
  });
  const styles = await build({
    entryPoints: { own: join(HERE, "page.css") },
    outdir: folder,
    minify: true,
    logLevel: "error",
  });
  if (styles.errors.length > 0) throw new Error("the style sheet does not build");
  await copyFile(join(HERE, "index.html"), join(folder, "index.html"));
  const scriptBytes =
    Object.entries(result.metafile.outputs).find(([name]) => name.endsWith("page.js"))?.[1].bytes ?? 0;
  return { folder, scriptBytes };
}
