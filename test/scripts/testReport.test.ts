import { failures, type JestReport, outcomeOf, slowestFiles } from "../../scripts/testReport";

const file = (name: string, seconds: number, failed: readonly string[] = []) => ({
  name: `/repo/test/${name}`,
  startTime: 1_000,
  endTime: 1_000 + seconds * 1_000,
  status: failed.length > 0 ? "failed" : "passed",
  message: failed.length > 0 ? "boom" : "",
  assertionResults: [
    { fullName: "is fine", status: "passed", failureMessages: [] },
    ...failed.map((fullName) => ({ fullName, status: "failed", failureMessages: ["expected 1, got 2"] })),
  ],
});
const report = (testResults: JestReport["testResults"], success = true): JestReport => ({
  numPassedTests: 3,
  numFailedTests: 0,
  numRuntimeErrorTestSuites: 0,
  success,
  testResults,
});

test("the slowest files of all runs come first, as many as asked", () => {
  const reports = [report([file("a.test.ts", 2), file("b.test.ts", 30.25)]), report([file("c.e2e.ts", 11)])];
  expect(slowestFiles(reports, 2, "/repo")).toEqual([
    "   30.3 s  test/b.test.ts",
    "   11.0 s  test/c.e2e.ts",
  ]);
});

test("a failed test is told with its name and message, a file that could not start with its own", () => {
  const crashed = {
    ...file("d.test.ts", 1),
    status: "failed",
    message: "Cannot find module",
    assertionResults: [],
  };
  expect(failures([report([file("a.test.ts", 1, ["adds up"]), crashed])], "/repo")).toEqual([
    "test/a.test.ts › adds up\nexpected 1, got 2",
    "test/d.test.ts could not run\nCannot find module",
  ]);
});

test("a run without a report, or that jest calls failed, counts one failure at least", () => {
  expect(outcomeOf(undefined, 0)).toEqual({ passed: 0, failed: 1 });
  expect(outcomeOf(report([], false), 1)).toEqual({ passed: 3, failed: 1 });
  expect(outcomeOf(report([]), null)).toEqual({ passed: 3, failed: 1 });
  expect(outcomeOf(report([]), 0)).toEqual({ passed: 3, failed: 0 });
});
