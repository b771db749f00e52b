import webpack, { type Configuration } from "webpack";
import configure from "../webpack.config.js";

/** `npm run build`: the add-in into `dist/`, its function metadata generated from the code in each language. */
export function build(): Promise<void> {
  const configuration: Configuration = configure({
    emitted: {},
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

if (require.main === module) {
  build().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
