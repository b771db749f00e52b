import { demoConnector } from "../../src/crm/demo/connector";
import { load } from "../../src/crm/load";
import type { CellProblem } from "../../src/kept";
import type { KpiSource } from "../../src/kpi/source";
import { CurrentData } from "../../src/live/currentData";
import { createLiveData } from "../../src/live/inForce";
import { createLiveWorkbook } from "../../src/live/liveWorkbook";
import type { RefreshFrame } from "../../src/sales/stream";
import { createExplainer } from "../../src/taskpane/explaining";
import { type OpenedOffice, openOffice } from "../../workbench/host/jsdom";
import { excel } from "./excel";

const DATA_DATE = "2026-11-23";
const never = new AbortController().signal;

async function* demoFrames(): AsyncGenerator<RefreshFrame> {
  const connector = demoConnector();
  const connection = await connector.connect({ dataDate: DATA_DATE, lines: 300 }, never);
  yield* load(connection, connector.declaration);
}

function liveOn() {
  const current = new CurrentData();
  const faults: unknown[] = [];
  const onFault = (fault: unknown) => void faults.push(fault);
  const live = createLiveData({ ...excel, current, onFault });
  const workbook = {
    ...createLiveWorkbook({ ...excel, live, language: "fr", onFault }),
    ...createExplainer({ ...excel, live, language: "fr" }),
  };
  const revenue = async () => {
    const source = await current.source(5_000);
    if (!source.ok) return source.failure.code;
    const total = await source.value.total({ kpi: "CA", filters: [] });
    return total.ok ? total.value : total.failure.code;
  };
  return { current, faults, workbook, revenue };
}

let office: OpenedOffice;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.dispose());

const sheetNames = () =>
  Excel.run(async (context) => {
    const sheets = context.workbook.worksheets.load("items/name,items/visibility");
    await context.sync();
    return sheets.items.filter(({ visibility }) => visibility === "Visible").map(({ name }) => name);
  });

const activeCell = () =>
  Excel.run(async (context) => {
    const cell = context.workbook.getSelectedRange().load("address");
    await context.sync();
    return cell.address;
  });

test("an empty workbook opens without data, and its cells are told so instead of waiting", async () => {
  const { workbook, revenue } = liveOn();
  expect(await workbook.open()).toEqual({ ok: true, value: undefined });
  expect(await revenue()).toBe("no-data");
});

test("a refresh puts data, targets and dashboards in force; the next opening finds them without any source", async () => {
  const { workbook, faults, revenue } = liveOn();
  await workbook.open();
  const refreshed = await workbook.refresh(() => demoFrames(), { user: "", signal: never });
  expect(refreshed).toMatchObject({ ok: true, value: { source: "demo" } });
  const figure = await revenue();
  expect(figure).toBeGreaterThan(0);
  expect(await workbook.buildDashboards({ show: true })).toEqual({ ok: true, value: [] });
  expect(await activeCell()).toMatch(/^Matinée!/);
  expect(await sheetNames()).toEqual(expect.arrayContaining(["Objectifs", "Chiffre d'affaires"]));
  expect(faults).toEqual([]);

  const again = liveOn();
  expect(await again.workbook.open()).toMatchObject({ ok: true, value: { source: "demo" } });
  expect(await again.revenue()).toBe(figure);
});

test("a refresh that breaks off leaves the cells with the data they had", async () => {
  const { workbook, revenue } = liveOn();
  await workbook.refresh(() => demoFrames(), { user: "Ana", signal: never });
  const before = await revenue();
  async function* cut(): AsyncGenerator<RefreshFrame> {
    let count = 0;
    for await (const frame of demoFrames()) {
      if (count++ > 8) return;
      yield frame;
    }
  }
  expect(await workbook.refresh(() => cut(), { user: "Ana", signal: never })).toMatchObject({
    ok: false,
    failure: { code: "stream-truncated" },
  });
  expect(await revenue()).toBe(before);
});

test("dashboards without any data are refused, nothing is written", async () => {
  const { workbook } = liveOn();
  const before = await sheetNames();
  expect(await workbook.buildDashboards({ show: true })).toMatchObject({
    ok: false,
    failure: { code: "no-data" },
  });
  expect(await sheetNames()).toEqual(before);
});

test("bad rows of the targets are told after a refresh, and again as the person mends them", async () => {
  const { workbook } = liveOn();
  const told: (readonly CellProblem[])[] = [];
  workbook.onKeptProblems(({ targets }) => told.push(targets));
  await workbook.open();
  await workbook.refresh(() => demoFrames(), { user: "Ana", signal: never });
  expect(told.at(-1)).toEqual([]);
  const type = (value: string | number, cell = "E5") =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Objectifs").getRange(cell).values = [[value]];
      await context.sync();
    });
  const problems = async () => {
    const count = told.length;
    for (const until = Date.now() + 8_000; told.length === count && Date.now() < until; )
      await new Promise((resolve) => setTimeout(resolve, 50));
    return told.at(-1);
  };
  await type("beaucoup");
  expect(await problems()).toMatchObject([
    { address: "Objectifs!E5", cause: { code: "row-bad-number", params: { value: "beaucoup" } } },
  ]);
  expect(await workbook.showCell("Objectifs!E5")).toMatchObject({ ok: true });
  expect(await activeCell()).toBe("Objectifs!E5");
  await type(12);
  expect(await problems()).toEqual([]);
  await type("03/2024x", "D5");
  expect(await problems()).toMatchObject([{ address: "Objectifs!D5", cause: { code: "period-syntax" } }]);
});

test("the cell of a sheet that is gone is shown by nothing, and nothing breaks", async () => {
  const { workbook } = liveOn();
  expect(await workbook.showCell("Disparue!A1")).toMatchObject({ ok: true });
});

const onSheet = (work: (sheet: Excel.Worksheet) => void) =>
  Excel.run(async (context) => {
    const name = "Essai";
    const found = context.workbook.worksheets.getItemOrNullObject(name);
    await context.sync();
    work(found.isNullObject ? context.workbook.worksheets.add(name) : found);
    await context.sync();
  });

const usedValues = (name: string) =>
  Excel.run(async (context) => {
    const used = context.workbook.worksheets.getItem(name).getUsedRange().load("values,formulas");
    await context.sync();
    return { values: used.values as unknown[][], formulas: used.formulas as unknown[][] };
  });

test("the selected cell is explained, and all its rows go to a new sheet that adds up to it", async () => {
  const { workbook, current } = liveOn();
  await workbook.open();
  await workbook.refresh(() => demoFrames(), { user: "Ana", signal: never });
  const source = await current.source(1_000);
  const [first] = source.ok ? await membersOf(source.value) : [];
  await onSheet((sheet) => {
    sheet.getRange("A1:B3").values = [
      ["Région", "CA"],
      [first!.member, ""],
      ["", 12],
    ];
    sheet.getRange("B2").formulas = [['=KPI.CA("region",,A2)']];
  });
  expect(await workbook.showCell("Essai!B2")).toMatchObject({ ok: true });
  const explained = await workbook.explain();
  expect(explained).toMatchObject({
    ok: true,
    value: { address: "Essai!B2", found: { explanation: { kpi: "CA", answer: first!.answer } } },
  });
  const found = explained.ok ? explained.value.found : undefined;
  expect(await workbook.writeDetail(found!)).toMatchObject({ ok: true });
  expect(await sheetNames()).toContain("Détail CA");
  const { values } = await usedValues("Détail CA");
  const column = values[0]!.indexOf("Montant HT");
  expect(values).toHaveLength(found!.explanation.rowCount + 1);
  const sum = values.slice(1).reduce((total, row) => total + Math.round(Number(row[column]) * 100), 0) / 100;
  expect(sum).toBeCloseTo(first!.answer as number, 2);
  expect(await workbook.writeDetail(found!)).toMatchObject({ ok: true });
  expect(await sheetNames()).toContain("Détail CA (2)");

  await workbook.showCell("Essai!B3");
  expect(await workbook.explain()).toEqual({ ok: true, value: { address: "Essai!B3", found: undefined } });
});

const membersOf = async (source: KpiSource) => {
  const list = await source.list({ kpi: "CA", axis: "region", filters: [] });
  return list.ok ? list.value : [];
};

test("without data there is nothing to explain, and it is said", async () => {
  const { workbook } = liveOn();
  await workbook.open();
  expect(await workbook.explain()).toMatchObject({ ok: false, failure: { code: "no-data" } });
});
