import { spawnSync } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "./build";
import { ensureChromium, ensureLibreOffice, ensurePdfTools, ensureTryton } from "./system";
import { failures, type JestReport, type Outcome, outcomeOf, readReport, slowestFiles } from "./testReport";

const OUT = "out";
const ROOT = join(__dirname, "..");
const LONGEST_RUN_MS = 60 * 60_000;
const SLOWEST_FILES = 10;

/** Our own arguments; all others go to jest. */
const BUILT = "--built";
const LONG = "--long";

/** Spreadsheets come last and alone: beside other suites on two cores, one takes minutes to settle. */
const RUNS = [
  { name: "code", projects: ["unit", "office", "pages"], workers: 2 },
  { name: "spreadsheet", projects: ["e2e"], workers: 1 },
] as const;

/**
 * `npm test`: everything, browser tests included. Builds first, because the tests run the shipped files; `--built`
 * takes the files of the build just made. `--long` runs every case of the suites that otherwise rotate through a
 * tenth. Ends with a line `N passed, N failed`; a suite that could not start counts as one failure.
 */
async function main(): Promise<void> {
  const programs = [ensureChromium(), ensureLibreOffice(), ensurePdfTools(), ensureTryton()];
  if (!programs.every(Boolean)) {
    process.exitCode = 1;
    console.log("0 passed, 1 failed");
    return;
  }
  if (!process.argv.includes(BUILT)) await build();
  mkdirSync(OUT, { recursive: true });
  const runs = RUNS.map(run);
  const reports = runs.flatMap(({ report }) => report ?? []);
  const sum = (of: keyof Outcome) => runs.reduce((total, { outcome }) => total + outcome[of], 0);
  console.log(["Slowest files", ...slowestFiles(reports, SLOWEST_FILES, ROOT)].join("\n"));
  for (const failure of failures(reports, ROOT)) console.log(`\nFAILED ${failure}`);
  process.exitCode = sum("failed") === 0 ? 0 : 1;
  console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
}

interface Run {
  readonly outcome: Outcome;
  readonly report: JestReport | undefined;
}

/** Runs some of jest's projects; leaves `out/jest-NAME.json`, and the output in `out/jest-NAME.log`, shown on failure. */
function run({ name, projects, workers }: (typeof RUNS)[number]): Run {
  const reportPath = join(OUT, `jest-${name}.json`);
  const logPath = join(OUT, `jest-${name}.log`);
  rmSync(reportPath, { force: true });
  const options = [
    "--selectProjects",
    ...projects,
    `--maxWorkers=${workers}`,
    // Univer leaves timers behind when it is disposed of: the run must end all the same.
    "--forceExit",
    // Arguments may name suites of the other run alone.
    "--passWithNoTests",
    "--json",
    `--outputFile=${reportPath}`,
    ...process.argv.slice(2).filter((argument) => argument !== BUILT && argument !== LONG),
  ];
  const started = Date.now();
  const log = openSync(logPath, "w");
  const { status } = spawnSync(
    process.execPath,
    ["--max-old-space-size=6144", require.resolve("jest/bin/jest"), ...options],
    {
      stdio: ["ignore", log, "inherit"],
      timeout: LONGEST_RUN_MS,
      env: { ...process.env, ...(process.argv.includes(LONG) && { VIGIE_LONG: "1" }) },
    },
  );
  closeSync(log);
  const report = readReport(reportPath);
  const outcome = outcomeOf(report, status);
  if (outcome.failed > 0) console.log(readFileSync(logPath, "utf8"));
  console.log(`${projects.join(" and ")}: ${((Date.now() - started) / 1_000).toFixed(0)} s`);
  return { outcome, report };
}

void main();
