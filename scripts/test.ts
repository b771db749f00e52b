import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { build } from "./build";
import { ensureChromium, ensureLibreOffice, ensurePdfTools, ensureTryton } from "./system";

/**
 * `npm test`: everything, browser tests included. Builds first, because the tests run the shipped files. Ends with
 * a line `N passed, N failed`; a suite that could not start counts as one failure. Arguments go to jest.
 */
const REPORT = "out/jest.json";
const LONGEST_RUN_MS = 60 * 60_000;

/** Browsers come last and alone: beside other suites on two cores, a spreadsheet takes minutes to settle. */
const RUNS = [
  { projects: ["unit", "office"], workers: 2 },
  { projects: ["e2e"], workers: 1 },
] as const;

interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numRuntimeErrorTestSuites: number;
  readonly success: boolean;
}

interface Outcome {
  readonly passed: number;
  readonly failed: number;
}

async function main(): Promise<void> {
  const complete = [ensureChromium(), ensureLibreOffice(), ensurePdfTools(), ensureTryton()].every(Boolean);
  if (!complete) {
    process.exitCode = 1;
    console.log("0 passed, 1 failed");
    return;
  }
  await build();
  mkdirSync("out", { recursive: true });
  const outcomes = RUNS.map(run);
  const sum = (of: keyof Outcome) => outcomes.reduce((total, outcome) => total + outcome[of], 0);
  process.exitCode = sum("failed") === 0 ? 0 : 1;
  console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
}

function run({ projects, workers }: (typeof RUNS)[number]): Outcome {
  rmSync(REPORT, { force: true });
  const jest = require.resolve("jest/bin/jest");
  const options = [
    "--selectProjects",
    ...projects,
    `--maxWorkers=${workers}`,
    // Univer leaves timers behind when it is disposed of: the run must end all the same.
    "--forceExit",
    // Arguments may name suites of the other run alone.
    "--passWithNoTests",
    "--json",
    `--outputFile=${REPORT}`,
    ...process.argv.slice(2),
  ];
  const { status } = spawnSync(process.execPath, ["--max-old-space-size=6144", jest, ...options], {
    stdio: ["ignore", "ignore", "inherit"],
    timeout: LONGEST_RUN_MS,
  });
  const report = readReport();
  if (!report) return { passed: 0, failed: 1 };
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  const isSound = status === 0 && report.success;
  return { passed: report.numPassedTests, failed: isSound ? failed : Math.max(1, failed) };
}

function readReport(): JestReport | undefined {
  try {
    return JSON.parse(readFileSync(REPORT, "utf8")) as JestReport;
  } catch {
    return undefined;
  }
}

void main();
