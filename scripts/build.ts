import webpack, { type Configuration } from "webpack";
import { functionCatalogue } from "../src/functions/catalogue";
import { functionsFile } from "../src/functions/metadata";
import { KPIS } from "../src/kpi/registry";
import type { Language } from "../src/sales/text";
import configure from "../webpack.config.js";

/** `npm run build`: the add-in into `dist/`, its function metadata generated from the code in each language. */
export function build(): Promise<void> {
  const configuration: Configuration = configure({
    emitted: { "functions.json": functionsJson("fr"), "functions.en.json": functionsJson("en") },
  });
  return new Promise((resolve, reject) => {
    const compiler = webpack(configuration);
    compiler.run((error, stats) => {
      compiler.close(() => {
        if (error) return reject(error);
        if (stats?.hasErrors()) return reject(new Error(stats.toString({ all: false, errors: true })));
        console.log(
          stats?.toString({ all: false, timings: true, warnings: true, assets: true, cachedAssets: true }),
        );
        resolve();
      });
    });
  });
}

const functionsJson = (language: Language): string =>
  `${JSON.stringify(functionsFile(functionCatalogue(KPIS.all), language), undefined, 1)}\n`;

if (require.main === module) {
  build().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
