import { existsSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";

const BUILT = join("dist", "addin");

/**
 * The folder of the built add-in: that beside the built gateway (`dist/server/gateway.mjs`), wherever it is started
 * from; run from its sources, `dist/addin` of the working directory.
 */
export function addInFolder(program = process.argv[1]): string {
  if (program === undefined || !existsSync(program)) return BUILT;
  const beside = join(dirname(realpathSync(program)), "..", "addin");
  return existsSync(beside) ? beside : BUILT;
}
