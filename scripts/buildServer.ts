import { rm } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { dependencies } from "../package.json";

const ROOT = join(__dirname, "..");
/** Asked for by a development certificate alone, and not there in production. */
const DEVELOPMENT_CERTIFICATES = "office-addin-dev-certs";
const SERVER_DIST = join(ROOT, "dist", "server");

/**
 * The gateway and the command line as plain JavaScript, `dist/server/{gateway,vigie}.mjs`. Production dependencies stay
 * imports, so that `npm audit` sees and `npm ci --omit=dev` updates them; all else is in the files.
 */
export async function buildServer(outdir = SERVER_DIST): Promise<void> {
  await rm(outdir, { recursive: true, force: true });
  await build({
    entryPoints: {
      gateway: join(ROOT, "src", "gateway", "main.ts"),
      vigie: join(ROOT, "src", "cli", "main.ts"),
    },
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    external: [...Object.keys(dependencies), DEVELOPMENT_CERTIFICATES],
    platform: "node",
    target: "node20.10",
    format: "esm",
    splitting: true,
    chunkNames: "chunks/[name]-[hash]",
    sourcemap: true,
    sourcesContent: false,
    minifySyntax: true,
    logLevel: "warning",
  });
}
