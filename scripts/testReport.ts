import { readFileSync } from "node:fs";
import { relative } from "node:path";

/** The part of jest's JSON report that is read here. */
export interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numRuntimeErrorTestSuites: number;
  readonly success: boolean;
  readonly testResults: readonly FileResult[];
}

interface FileResult {
  /** Absolute path of the test file. */
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly startTime: number;
  readonly endTime: number;
  readonly status: string;
  /** Empty when every test of the file passed. */
  readonly message: string;
  readonly assertionResults: readonly {
    readonly fullName: string;
    readonly status: string;
    readonly failureMessages: readonly string[];
  }[];
}

/** Tests counted; a suite that could not start is one failure. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
}

/** Undefined when jest wrote no readable report. */
export function readReport(path: string): JestReport | undefined {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as JestReport;
  } catch {
    return undefined;
  }
}

/** A run without a report, or one that jest calls a failure, has at least one failure. */
export function outcomeOf(report: JestReport | undefined, exitCode: number | null): Outcome {
  if (!report) return { passed: 0, failed: 1 };
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  const isSound = exitCode === 0 && report.success;
  return { passed: report.numPassedTests, failed: isSound ? failed : Math.max(1, failed) };
}

/** One line a file, slowest first, with its seconds of wall clock. */
export function slowestFiles(reports: readonly JestReport[], count: number, root: string): readonly string[] {
  return reports
    .flatMap(({ testResults }) => testResults)
    .map(({ name, startTime, endTime }) => ({ name, seconds: (endTime - startTime) / 1_000 }))
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, count)
    .map(({ name, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${relative(root, name)}`);
}

/** Name and message of each failed test; the message alone for a file that could not start. */
export function failures(reports: readonly JestReport[], root: string): readonly string[] {
  return reports
    .flatMap(({ testResults }) => testResults)
    .flatMap(({ name, status, message, assertionResults }) => {
      const file = relative(root, name);
      const failed = assertionResults.filter((test) => test.status === "failed");
      if (failed.length > 0)
        return failed.map(
          ({ fullName, failureMessages }) => `${file} › ${fullName}\n${failureMessages.join("\n")}`,
        );
      return status === "failed" ? [`${file} could not run\n${message}`] : [];
    });
}
