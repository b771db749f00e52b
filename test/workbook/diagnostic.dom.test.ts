import { diagnose, environment, type Finding, PROBE_IDS } from "../../src/workbook";
import { MemoryGrid } from "../../workbench/grid/memoryGrid";
import type { Behaviours } from "../../workbench/host/behaviours";
import { type OpenedOffice, openOffice } from "../../workbench/host/jsdom";
import { granted, refusal, sheetNames } from "./office";

let office: OpenedOffice;
let calls = 0;
/** An Excel of these behaviours in which KPI functions answer. */
const open = async (behaviours: Partial<Behaviours> = {}) => {
  const grid = new MemoryGrid();
  office = await openOffice({ grid, behaviours });
  calls = 0;
  grid.registerCustomFunctions(["KPI.MAJ", "KPI.CA", "KPI.CHIFFREAFFAIRES"], async () => {
    calls++;
    return { value: 46_000 };
  });
  grid.registerCustomFunctions(["KPI.OBJECTIF"], async () => {
    calls++;
    return { error: "#VALUE!" };
  });
};
afterEach(() => office.dispose());

const run = async () => {
  const seen: string[] = [];
  const findings = granted(
    await diagnose({ callsMade: () => calls, onFinding: ({ id }) => void seen.push(id) }),
  );
  expect(seen).toEqual(PROBE_IDS);
  return Object.fromEntries(findings.map((finding) => [finding.id, finding])) as Record<string, Finding>;
};
const others = (findings: Record<string, Finding>) =>
  Object.values(findings).flatMap(({ id, verdict }) => (verdict === "other" ? [id] : []));

test("in an Excel as Vigie assumes it, everything is as expected, and the workbook is as it was", async () => {
  await open();
  const findings = await run();
  expect(others(findings)).toEqual([]);
  expect(findings.apostrophe?.found).toBe("@ stripped, General stripped");
  expect(findings.chartSeries?.found).toBe("2: CA, Objectif");
  expect(findings.calculate?.found).toBe("asked again");
  expect(findings.spillParent?.found).toBe("spill yes, parent found");
  expect(findings.limits?.found).toContain("alert message 225: taken, 226: InvalidArgument");
  expect(findings.limits?.found).toContain("formula 8192: taken, 8193: InvalidArgument");
  expect(sheetNames(office.host)).toEqual(["Feuil1"]);
  expect(office.host.book.validations).toEqual([]);
  expect(environment()).toContain("ExcelApi 1.15");
}, 60_000);

test("each way in which an Excel may differ is found by its probe", async () => {
  await open({ textMark: "keeps", chartSeries: "contents" });
  const kept = await run();
  expect(kept.apostrophe?.found).toBe("@ kept, General stripped");
  expect(others(kept)).toEqual([]);
  office.dispose();
  await open({ excelApi: "1.9", workbookInFront: "other" });
  const older = await run();
  expect(older.spillParent).toEqual({
    id: "spillParent",
    verdict: "told",
    found: "spill yes, getSpillParent missing",
  });
  expect(older.panes).toEqual({ id: "panes", verdict: "other", found: "GeneralException" });
}, 60_000);

test("functions that Excel does not ask again are found", async () => {
  await open();
  const silent = granted(await diagnose({ callsMade: () => 0, patienceMs: 300 }));
  expect(silent.find(({ id }) => id === "calculate")).toEqual({
    id: "calculate",
    verdict: "other",
    found: "not asked again",
  });
}, 60_000);

test("a workbook whose structure is protected says so before anything is tried", async () => {
  await open({ structure: "protected" });
  expect(refusal(await diagnose({ callsMade: () => calls }))).toBe("workbook-protected");
});
