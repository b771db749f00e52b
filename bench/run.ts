import { spawnSync } from "node:child_process";
import { join } from "node:path";

/**
 * `npm run bench`: each benchmark in a process of its own, so that none pays for another's memory. Ratios side by
 * side in one run; nothing here can fail a build.
 */
const BENCHMARKS = [
  { title: "(a) engine: 10,000 KPI cells over 1,000,000 order lines", file: join(__dirname, "engine.ts") },
  { title: "(b) refresh of 100,000 lines beside a bare write", file: join(__dirname, "refresh.ts") },
  {
    title: "(c) bundle sizes",
    file: join(__dirname, "..", "scripts", "size.ts"),
    before: join(__dirname, "..", "scripts", "build.ts"),
  },
  { title: "(d) connectors beside a bare fetch of the same bytes", file: join(__dirname, "connectors.ts") },
  {
    title: "(e) a workbook of 240,000 cells as a file, beside the bare library",
    file: join(__dirname, "xlsx.ts"),
  },
  { title: "(f) starting the built gateway and command line", file: join(__dirname, "start.ts") },
  {
    title: "(g) projections of past years, seasonal beside calendar days",
    file: join(__dirname, "seasons.ts"),
  },
  {
    title: "(h) fifty own indicators beside fifty built-in KPIs, over 1,000,000 order lines",
    file: join(__dirname, "ownIndicators.ts"),
  },
] as const;

const tsx = require.resolve("tsx/cli");

for (const benchmark of BENCHMARKS) {
  console.log(`\n── ${benchmark.title}`);
  if ("before" in benchmark)
    spawnSync(process.execPath, [tsx, benchmark.before], { stdio: ["ignore", "ignore", "inherit"] });
  spawnSync(process.execPath, [tsx, benchmark.file], { stdio: "inherit" });
}
