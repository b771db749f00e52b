import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Rooms where a wrong character is a wrong number, a lost row or an open door, and the tests that must notice it. */
const ROOMS: Readonly<Record<string, Room>> = {
  sales: { sources: "src/sales", tests: ["test/sales"], suite: "unit" },
  kpi: { sources: "src/kpi", tests: ["test/kpi"], suite: "unit" },
  store: { sources: "src/workbook/store", tests: ["test/workbook"], suite: "office" },
  sharing: { sources: "src/sharing", tests: ["test/sharing", "test/cli/share"], suite: "unit" },
  gateway: { sources: "src/gateway", tests: ["test/gateway"], suite: "unit" },
};

interface Room {
  readonly sources: string;
  /** Beginnings of the paths of test files. */
  readonly tests: readonly string[];
  readonly suite: "unit" | "office";
}

const OUT = "out/mutants";
/** A mutant that makes a loop endless is noticed after so long, beside what its tests take. */
const ENDLESS_MS = 15_000;

/**
 * `npm run mutants -- ROOM [FILE…]`: changes one expression at a time in a room of the code, or in some of its files,
 * and lists those changes that none of the room's tests notices. Hours for a whole room; what was tried before and
 * has not changed since is taken from `out/mutants/`.
 */
function main([name = "", ...files]: readonly string[]): void {
  const room = ROOMS[name];
  if (!room) {
    console.error(`Rooms: ${Object.keys(ROOMS).join(", ")}.`);
    process.exitCode = 1;
    return;
  }
  mkdirSync(OUT, { recursive: true });
  const config = join(OUT, `${name}.config.json`);
  writeFileSync(config, JSON.stringify(optionsOf(name, room, files)));
  const env = { ...process.env, VIGIE_MUTANTS: JSON.stringify(room) };
  process.exitCode = spawnSync("stryker", ["run", config], { stdio: "inherit", env }).status ?? 1;
}

function optionsOf(name: string, { sources }: Room, files: readonly string[]) {
  return {
    testRunner: "jest",
    plugins: ["@stryker-mutator/jest-runner"],
    coverageAnalysis: "perTest",
    // Code that runs once, when its file is loaded, would make every test of the room run for each of its mutants.
    ignoreStatic: true,
    mutate: files.length > 0 ? [...files] : [`${sources}/**/*.ts`],
    timeoutMS: ENDLESS_MS,
    concurrency: 1,
    incremental: true,
    incrementalFile: `${OUT}/${name}.json`,
    reporters: ["clear-text", "progress-append-only"],
    clearTextReporter: { logTests: false, reportTests: false },
    tempDirName: "out/.stryker",
    ignorePatterns: ["dist", "out", ".cache", "docs", "biome.json"],
    jest: {
      projectType: "custom",
      enableFindRelatedTests: false,
      configFile: "scripts/mutants.jest.js",
    },
  };
}

main(process.argv.slice(2));
