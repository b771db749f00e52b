import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** What the pane may weigh, compressed, until its first paint: everything but Microsoft's own office.js. */
const BUDGET_BYTES = 300_000;

/** gzip bytes of every script and style of the build, by file name. */
export function measure(dist: string): Readonly<Record<string, number>> {
  const files = readdirSync(dist).filter((name) => /\.(js|css|html)$/.test(name) && name !== "aide.html");
  return Object.fromEntries(files.map((name) => [name, gzipSync(readFileSync(join(dist, name))).length]));
}

if (require.main === module) {
  const sizes = measure(join(__dirname, "..", "dist"));
  const total = Object.values(sizes).reduce((sum, bytes) => sum + bytes, 0);
  for (const [name, bytes] of Object.entries(sizes))
    console.log(`${(bytes / 1000).toFixed(1).padStart(8)} KB  ${name}`);
  console.log(
    `${(total / 1000).toFixed(1).padStart(8)} KB  first paint, of ${BUDGET_BYTES / 1000} KB (gzip)`,
  );
  if (total > BUDGET_BYTES) {
    console.error(`The first paint is ${((total - BUDGET_BYTES) / 1000).toFixed(1)} KB over its budget.`);
    process.exitCode = 1;
  }
}
