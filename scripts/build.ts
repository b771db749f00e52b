import { writeFileSync } from "node:fs";
import { join } from "node:path";
import webpack, { type Configuration, type Stats } from "webpack";
import { functionCatalogue, functionsFile } from "../src/functions";
import { KPIS } from "../src/kpi/registry";
import type { Language } from "../src/sales/text";
import configure from "../webpack.config.js";
import { buildAddon } from "./buildAddon";
import { buildServer } from "./buildServer";
import { FIRST_PAINT_LIST } from "./size";

/** `npm run build`: the add-in into `dist/addin/`, the gateway and the command line into `dist/server/`, Google's project into `dist/addon/`. */
export async function build(): Promise<void> {
  await Promise.all([buildAddIn(), buildServer(), buildAddon()]);
}

/** The add-in, its function metadata generated from the code in each language. */
function buildAddIn(): Promise<void> {
  const configuration: Configuration = configure({
    emitted: { "functions.json": functionsJson("fr"), "functions.en.json": functionsJson("en") },
  });
  return new Promise((resolve, reject) => {
    const compiler = webpack(configuration);
    compiler.run((error, stats) => {
      compiler.close(() => {
        if (error) return reject(error);
        if (stats?.hasErrors()) return reject(new Error(stats.toString({ all: false, errors: true })));
        if (stats) keepFirstPaint(stats);
        console.log(
          stats?.toString({ all: false, timings: true, warnings: true, assets: true, cachedAssets: true }),
        );
        resolve();
      });
    });
  });
}

/** The chunks that the pane needs before it can be drawn: pages and windows of its own come later. */
const FIRST_PAINT = ["functions", "pane"];

/** Tells `npm run size` which files those are. */
function keepFirstPaint(stats: Stats): void {
  const { namedChunkGroups = {}, outputPath = "" } = stats.toJson({
    all: false,
    chunkGroups: true,
    outputPath: true,
  });
  const files = FIRST_PAINT.flatMap((name) => namedChunkGroups[name]?.assets ?? []).map(({ name }) =>
    name.replace(/\?.*/, ""),
  );
  writeFileSync(join(outputPath, FIRST_PAINT_LIST), JSON.stringify([...new Set(files), "taskpane.html"]));
}

const functionsJson = (language: Language): string =>
  `${JSON.stringify(functionsFile(functionCatalogue(KPIS.all), language), undefined, 1)}\n`;

if (require.main === module) {
  build().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
