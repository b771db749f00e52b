import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** Weight allowed to the pane, compressed, until its first paint: everything but Microsoft's own office.js. */
const BUDGET_BYTES = 280_000;

/** Beside the source maps, which nobody is served: the names of the files of the first paint. */
export const FIRST_PAINT_LIST = "maps/first-paint.json";

/** gzip bytes of every script and style of the build, by file name. */
export function measure(dist: string): Readonly<Record<string, number>> {
  const files = readdirSync(dist).filter((name) => /\.(js|css|html)$/.test(name) && name !== "aide.html");
  return Object.fromEntries(files.map((name) => [name, gzipSync(readFileSync(join(dist, name))).length]));
}

if (require.main === module) {
  const dist = join(__dirname, "..", "dist", "addin");
  const sizes = measure(dist);
  const first = new Set(JSON.parse(readFileSync(join(dist, FIRST_PAINT_LIST), "utf8")) as string[]);
  const total = Object.entries(sizes).reduce((sum, [name, bytes]) => sum + (first.has(name) ? bytes : 0), 0);
  for (const [name, bytes] of Object.entries(sizes))
    console.log(`${(bytes / 1000).toFixed(1).padStart(8)} KB  ${name}${first.has(name) ? "" : "  (later)"}`);
  console.log(
    `${(total / 1000).toFixed(1).padStart(8)} KB  first paint, of ${BUDGET_BYTES / 1000} KB (gzip)`,
  );
  if (total > BUDGET_BYTES) {
    console.error(`The first paint is ${((total - BUDGET_BYTES) / 1000).toFixed(1)} KB over its budget.`);
    process.exitCode = 1;
  }
}
