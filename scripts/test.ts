import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { build } from "./build";
import { ensureChromium, ensureLibreOffice, ensurePdfTools, ensureTryton } from "./system";

/**
 * `npm test`: everything, browser tests included. Builds first, because the tests run the shipped files. Ends with
 * a line `N passed, N failed`; a suite that could not start counts as one failure.
 */
const REPORT = "out/jest.json";

interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numRuntimeErrorTestSuites: number;
  readonly success: boolean;
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
  rmSync(REPORT, { force: true });
  const jest = require.resolve("jest/bin/jest");
  // Univer leaves timers behind when it is disposed of: the run must end all the same.
  const options = [
    "--maxWorkers=2",
    "--forceExit",
    "--json",
    `--outputFile=${REPORT}`,
    ...process.argv.slice(2),
  ];
  const run = spawnSync(process.execPath, ["--max-old-space-size=6144", jest, ...options], {
    stdio: ["ignore", "ignore", "inherit"],
    timeout: 60 * 60_000,
  });
  const report = readReport();
  const failures = report ? report.numFailedTests + report.numRuntimeErrorTestSuites : 1;
  process.exitCode = run.status === 0 && report?.success ? 0 : 1;
  console.log(`${report?.numPassedTests ?? 0} passed, ${failures} failed`);
}

function readReport(): JestReport | undefined {
  try {
    return JSON.parse(readFileSync(REPORT, "utf8")) as JestReport;
  } catch {
    return undefined;
  }
}

void main();
