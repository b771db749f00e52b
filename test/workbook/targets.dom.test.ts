import { layoutSheet } from "../../src/dashboard/layout";
import { revenueSheet } from "../../src/dashboard/sheets/revenue";
import type { Target } from "../../src/sales/targets";
import {
  buildDashboards,
  ensureTargets,
  readTargets,
  refreshWorkbook,
  watchTargets,
} from "../../src/workbook";
import { type OpenedOffice, openOffice } from "../../workbench/host/jsdom";
import { facts } from "../dashboard/madeUp";
import { act, granted, refusal, sheetNames } from "./office";
import { everyTable, sample, streamed } from "./sampleFrames";

const TARGETS: readonly Target[] = [
  { kpi: "CA", dimension: "", member: "", period: "2024", value: 1_200_000.5 },
  { kpi: "CA", dimension: "region", member: "=Nord", period: "2024-03", value: 100_000 },
  { kpi: "TAUXMARGE", dimension: "commercial", member: "O'Neil", period: "2024-T1", value: 0.35 },
];

let office: OpenedOffice;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.dispose());

/** What a person types under the headings. */
const type = (address: string, values: unknown[][]) =>
  act(({ worksheets }) => {
    worksheets.getItem("Objectifs").getRange(address).values = values;
  });

test("a workbook without the sheet has no targets", async () => {
  expect(granted(await readTargets())).toMatchObject({ targets: [], rows: [], problems: [] });
});

test("proposed targets are written once and read back exactly", async () => {
  expect(granted(await ensureTargets(TARGETS))).toBe(true);
  expect(granted(await readTargets())).toMatchObject({ targets: TARGETS, rows: [5, 6, 7], problems: [] });
  expect(granted(await ensureTargets([]))).toBe(false);
  expect(granted(await readTargets()).targets).toEqual(TARGETS);
});

test("without proposals the sheet is there to be filled", async () => {
  granted(await ensureTargets([]));
  expect(granted(await readTargets())).toMatchObject({ targets: [], rows: [], problems: [] });
  await type("A5:E5", [["ca", "", "", "'2025", 5]]);
  expect(granted(await readTargets()).targets).toEqual([
    { kpi: "ca", dimension: "", member: "", period: "2025", value: 5 },
  ]);
});

test("neither refresh nor dashboards touch the user's targets", async () => {
  granted(await ensureTargets(TARGETS));
  await type("E5", [[42]]);
  granted(
    await refreshWorkbook(streamed(sample({ rows: everyTable(3), targets: TARGETS }).frames), {
      user: "Anne",
    }),
  );
  granted(await ensureTargets(TARGETS));
  granted(await buildDashboards([layoutSheet(revenueSheet, facts())]));
  expect(granted(await readTargets()).targets.map(({ value }) => value)).toEqual([42, 100_000, 0.35]);
});

test("rows that are no targets are listed with their cell and what is wrong", async () => {
  granted(
    await ensureTargets(
      Array.from({ length: 8 }, (_, index) => ({
        kpi: "CA",
        dimension: "",
        member: "",
        period: `202${index}`,
        value: 1,
      })),
    ),
  );
  await type("A5:E12", [
    ["CHIFRE", "", "", "2024", 1],
    ["CA", "planète", "Mars", "2024", 1],
    ["PIPE", "canal", "web", "2024", 1],
    ["CA", "region", "", "2024", 1],
    ["CA", "", "", "'2024-13", 1],
    ["CA", "", "", "2024", "'beaucoup"],
    ["CA", "", "", "2024", ""],
    ["CA", "", "", 2024, 7],
  ]);
  const { targets, rows, problems } = granted(await readTargets());
  expect(
    problems.map(({ address, failure, cause }) => [address, failure.code, failure.params.row, cause.code]),
  ).toEqual([
    ["Objectifs!A5", "target-invalid", 5, "kpi-unknown"],
    ["Objectifs!B6", "target-invalid", 6, "dimension-unknown"],
    ["Objectifs!B7", "target-invalid", 7, "dimension-not-available"],
    ["Objectifs!C8", "target-invalid", 8, "row-missing-value"],
    ["Objectifs!D9", "target-invalid", 9, "period-syntax"],
    ["Objectifs!E10", "target-invalid", 10, "row-bad-number"],
    ["Objectifs!E11", "target-invalid", 11, "row-missing-value"],
  ]);
  expect(targets).toEqual([{ kpi: "CA", dimension: "", member: "", period: "2024", value: 7 }]);
  expect(rows).toEqual([12]);
});

test("a renamed sheet is still the user's targets; plain cells under the same headings too", async () => {
  granted(await ensureTargets(TARGETS));
  await act(({ worksheets }) => {
    worksheets.getItem("Objectifs").name = "Mes buts";
  });
  expect(granted(await ensureTargets([]))).toBe(false);
  expect(granted(await readTargets()).targets).toEqual(TARGETS);
  await act(({ worksheets, tables }) => {
    worksheets.getItem("Mes buts").name = "Objectifs";
    tables.getItem("Vigie_Objectifs").convertToRange();
  });
  expect(granted(await readTargets())).toMatchObject({ targets: TARGETS, rows: [5, 6, 7], problems: [] });
});

test("a sheet of that name without the headings is told, and never overwritten", async () => {
  await act(({ worksheets }) => {
    worksheets.add("Objectifs").getRange("A1").values = [["Mes notes"]];
  });
  expect(granted(await ensureTargets(TARGETS))).toBe(false);
  const { targets, problems } = granted(await readTargets());
  expect(targets).toEqual([]);
  expect(problems.map(({ cause }) => cause.code)).toEqual(["file-missing-columns"]);
});

test("a deleted sheet is made anew from the proposals", async () => {
  granted(await ensureTargets(TARGETS));
  await act(({ worksheets }) => worksheets.getItem("Objectifs").delete());
  expect(granted(await ensureTargets(TARGETS))).toBe(true);
  expect(granted(await readTargets()).targets).toEqual(TARGETS);
});

test("a workbook whose structure is protected refuses the sheet and says so", async () => {
  await act((workbook) => workbook.protection.protect());
  expect(refusal(await ensureTargets(TARGETS))).toBe("workbook-protected");
  expect(sheetNames(office.host)).toEqual(["Feuil1"]);
});

const moments = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test("edits of targets call back once a burst, other sheets' never; asked before the sheet is there", async () => {
  let calls = 0;
  const stop = granted(await watchTargets(() => calls++));
  granted(await ensureTargets(TARGETS));
  await type("E5", [[1]]);
  await type("E6", [[2]]);
  await type("E7", [[3]]);
  await moments(700);
  expect(calls).toBe(1);
  await act(({ worksheets }) => {
    worksheets.getItem("Feuil1").getRange("A1").values = [[9]];
  });
  await moments(600);
  expect(calls).toBe(1);
  await stop();
  await type("E5", [[4]]);
  await moments(600);
  expect(calls).toBe(1);
});
