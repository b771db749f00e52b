import { demoConnector } from "../../src/crm/demo/connector";
import { load } from "../../src/crm/load";
import { CurrentData } from "../../src/functions/currentData";
import type { RefreshFrame } from "../../src/sales/stream";
import { createLiveWorkbook } from "../../src/taskpane/liveWorkbook";
import { type OpenedOffice, openOffice } from "../../workbench/host/jsdom";

const DATA_DATE = "2026-11-23";
const never = new AbortController().signal;

async function* demoFrames(): AsyncGenerator<RefreshFrame> {
  const connector = demoConnector();
  const connection = await connector.connect({ dataDate: DATA_DATE, lines: 300 }, never);
  yield* load(connection, connector.declaration);
}

function liveOn() {
  const current = new CurrentData();
  const showSheet = jest.fn(async () => undefined);
  const faults: unknown[] = [];
  const workbook = createLiveWorkbook({ current, language: "fr", showSheet, onFault: (f) => faults.push(f) });
  const revenue = async () => {
    const source = await current.source(5_000);
    if (!source.ok) return source.failure.code;
    const total = await source.value.total({ kpi: "CA", filters: [] });
    return total.ok ? total.value : total.failure.code;
  };
  return { current, showSheet, faults, workbook, revenue };
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

test("an empty workbook opens without data, and its cells are told so instead of waiting", async () => {
  const { workbook, revenue } = liveOn();
  expect(await workbook.open()).toEqual({ ok: true, value: undefined });
  expect(await revenue()).toBe("no-data");
});

test("a refresh puts data, targets and dashboards in force; the next opening finds them without any source", async () => {
  const { workbook, showSheet, faults, revenue } = liveOn();
  await workbook.open();
  const refreshed = await workbook.refresh(demoFrames(), { user: "", signal: never });
  expect(refreshed).toMatchObject({ ok: true, value: { source: "demo" } });
  const figure = await revenue();
  expect(figure).toBeGreaterThan(0);
  expect(await workbook.buildDashboards({ show: true })).toEqual({ ok: true, value: undefined });
  expect(showSheet).toHaveBeenCalledWith("Chiffre d'affaires");
  expect(await sheetNames()).toEqual(expect.arrayContaining(["Objectifs", "Chiffre d'affaires"]));
  expect(faults).toEqual([]);

  const again = liveOn();
  expect(await again.workbook.open()).toMatchObject({ ok: true, value: { source: "demo" } });
  expect(await again.revenue()).toBe(figure);
});

test("a refresh that breaks off leaves the cells with the data they had", async () => {
  const { workbook, revenue } = liveOn();
  await workbook.refresh(demoFrames(), { user: "Ana", signal: never });
  const before = await revenue();
  async function* cut(): AsyncGenerator<RefreshFrame> {
    let count = 0;
    for await (const frame of demoFrames()) {
      if (count++ > 8) return;
      yield frame;
    }
  }
  expect(await workbook.refresh(cut(), { user: "Ana", signal: never })).toMatchObject({
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
