import type { FrameSource } from "../../src/live/reports";
import type { RefreshFrame } from "../../src/sales/stream";
import type { SalesData } from "../../src/sales/tables";
import { loadWorkbook, refreshWorkbook } from "../../src/workbook";
import type { Fault } from "../../workbench/host/faults";
import { type OpenedOffice, openOffice } from "../../workbench/host/jsdom";
import { MovingCrm } from "../crm/movingCrm";
import { hiddenCells } from "./hiddenCells";
import { dataOf, framesNow, oneDay, orderLine, smallMarket, sourceOf } from "./movingSource";
import { act, granted, refusal, same, sheetNames } from "./office";
import { streamed } from "./sampleFrames";

/** One moment of a CRM, the next one, and both ways from one to the other. */
let before: readonly RefreshFrame[];
let after: readonly RefreshFrame[];
let changes: readonly RefreshFrame[];
let OLD: SalesData;
let NEW: SalesData;

beforeAll(async () => {
  const crm = new MovingCrm(1_000);
  smallMarket(crm);
  before = await framesNow(crm);
  oneDay(crm);
  after = await framesNow(crm);
  const end = before.at(-1)!;
  changes = await framesNow(crm, "gone", end.type === "end" ? end.mark : undefined);
  [OLD, NEW] = [await dataOf(before), await dataOf(after)];
});

let office: OpenedOffice;
beforeEach(async () => {
  office = await openOffice();
  granted(await refreshWorkbook(streamed(before), { user: "Anne" }));
});
afterEach(() => office.dispose());

const changing: FrameSource = async function* (since) {
  if (since === undefined) throw new Error("everything was asked for");
  yield* changes;
};
const bring = (source: FrameSource = changing, options: { timeoutMs?: number; signal?: AbortSignal } = {}) =>
  refreshWorkbook(source, { user: "Anne", ...options });
const held = async () => granted(await loadWorkbook());
/** Feuil1, the meta sheet and eleven tables: nothing is left over. */
const SHEETS = 14;

test("changes leave the hidden sheets as a full load would, cell by cell and format by format", async () => {
  const report = granted(await bring());
  expect(report).toMatchObject({ mode: "changes", upserted: 24, removed: 1 });
  expect(report.fullBecause).toBeUndefined();
  expect(same(report.data, NEW)).toBe(true);
  expect(same(await held(), NEW)).toBe(true);
  const cells = await hiddenCells();
  expect(sheetNames(office.host)).toHaveLength(SHEETS);

  office.dispose();
  office = await openOffice();
  granted(await refreshWorkbook(streamed(after), { user: "Anne" }));
  expect(cells).toEqual(await hiddenCells());
});

test("tables without changes keep their sheets, small changes are written into theirs, large ones beside", async () => {
  granted(await bring());
  const names = sheetNames(office.host);
  expect(names).toEqual(
    expect.arrayContaining([
      "vigie.a.salespeople",
      "vigie.a.order_lines",
      "vigie.a.customers",
      "vigie.b.leads",
    ]),
  );
  expect(names.filter((name) => name.includes("journal"))).toEqual([]);
});

test("a refresh without any change writes the bookkeeping alone", async () => {
  const crm = new MovingCrm(1_000);
  smallMarket(crm);
  granted(await bring(sourceOf(crm)));
  office.host.resetCounters();
  const report = granted(await bring(sourceOf(crm)));
  expect(report).toMatchObject({ mode: "changes", upserted: 0, removed: 0 });
  const { syncs, bytesUp } = office.host.counters();
  expect(syncs).toBeLessThanOrEqual(6);
  expect(bytesUp).toBeLessThan(40_000);
});

const FAULTS: readonly [string, Fault][] = [
  ["is refused", { kind: "error", code: "GeneralException" }],
  ["is done and then reported as failed", { kind: "error-after", code: "InvalidOrTimedOutSession" }],
];

async function syncsOfChanges(): Promise<number> {
  const start = office.host.counters().syncs;
  granted(await bring());
  const syncs = office.host.counters().syncs - start;
  granted(await refreshWorkbook(streamed(before), { user: "Anne" }));
  return syncs;
}

test.each(FAULTS)(
  "whichever request %s, the old data or the new is there, never a mix, and the next refresh heals",
  async (_, fault) => {
    const syncs = await syncsOfChanges();
    expect(syncs).toBeGreaterThanOrEqual(5);
    const outcomes: boolean[] = [];
    for (let nth = 1; nth <= syncs; nth++) {
      office.host.faults.failSync(nth, fault);
      const outcome = await bring();
      office.host.faults.clear();
      expect(same(await held(), outcome.ok ? NEW : OLD)).toBe(true);
      outcomes.push(outcome.ok);

      const crm = new MovingCrm(1_000);
      smallMarket(crm);
      oneDay(crm);
      granted(await bring(sourceOf(crm)));
      expect(same((await held())?.tables as never, NEW.tables as never)).toBe(true);
      expect(sheetNames(office.host)).toHaveLength(SHEETS);
      granted(await refreshWorkbook(streamed(before), { user: "Anne" }));
      expect(sheetNames(office.host)).toHaveLength(SHEETS);
    }
    const pointer = syncs - 1;
    const firstSuccess = fault.kind === "error" ? pointer + 1 : pointer;
    expect(outcomes).toEqual(Array.from({ length: syncs }, (_sync, index) => index + 1 >= firstSuccess));
  },
  120_000,
);

/** The new data is in force by its journal alone: the request that writes it into the tables was refused. */
async function withJournalPending(): Promise<void> {
  const syncs = await syncsOfChanges();
  office.host.faults.failSync(syncs, { kind: "error", code: "GeneralException" });
  granted(await bring());
  office.host.faults.clear();
  expect(sheetNames(office.host)).toContain("vigie.a.journal");
}

test("a journal counts whether none, some or all of its rows are in their tables already", async () => {
  await withJournalPending();
  expect(same(await held(), NEW)).toBe(true);
  const sheet = sheetNames(office.host).find((name) => name.endsWith(".order_lines"))!;
  await act(({ worksheets }) => {
    const lines = worksheets.getItem(sheet);
    lines.getRange("K42").values = [[-40.5]];
    lines.getRange("A602:A605").values = [["x"], ["y"], [""], ["z"]];
  });
  expect(same(await held(), NEW)).toBe(true);
});

test("a hand in the journal, or without it, is told as damage; the next refresh reads everything", async () => {
  for (const deed of [
    (sheet: Excel.Worksheet) => {
      sheet.getRange("C1").values = [["?"]];
    },
    (sheet: Excel.Worksheet) => sheet.delete(),
  ]) {
    await withJournalPending();
    await act(({ worksheets }) => {
      const journal = worksheets.getItem("vigie.a.journal");
      journal.visibility = "Visible";
      deed(journal);
    });
    expect(refusal(await loadWorkbook())).toBe("workbook-damaged");
    granted(await refreshWorkbook(streamed(before), { user: "Anne" }));
    expect(same(await held(), OLD)).toBe(true);
    expect(sheetNames(office.host)).toHaveLength(SHEETS);
  }
});

test("a pending journal is healed by the next refresh, even one that finds no change", async () => {
  await withJournalPending();
  const crm = new MovingCrm(1_000);
  smallMarket(crm);
  oneDay(crm);
  const report = granted(await bring(sourceOf(crm)));
  expect(report.mode).toBe("changes");
  expect(sheetNames(office.host)).toHaveLength(SHEETS);
  expect(same(await held(), report.data)).toBe(true);
});

test("a workbook opened anew is read before changes are brought into it", async () => {
  const crm = new MovingCrm(1_000);
  smallMarket(crm);
  granted(await bring(sourceOf(crm)));
  const kept = office.host.counters().bytesDown;
  // Another workbook passes through this copy of the add-in: what it remembered is not this one's any more.
  await jest.isolateModulesAsync(async () => {
    const fresh = await import("../../src/workbook");
    oneDay(crm);
    const report = granted(await fresh.refreshWorkbook(sourceOf(crm), { user: "Anne" }));
    expect(report.mode).toBe("changes");
  });
  expect(office.host.counters().bytesDown - kept).toBeGreaterThan(10_000);
  expect(same(await held(), await dataOf(await framesNow(crm)))).toBe(true);
});

test("changes to what a colleague has replaced meanwhile are never written over it", async () => {
  let asked = 0;
  const overtaken: FrameSource = async function* (since) {
    asked += 1;
    if (since === undefined) return yield* after;
    await jest.isolateModulesAsync(async () => {
      const colleague = await import("../../src/workbook");
      granted(await colleague.refreshWorkbook(streamed(before.slice()), { user: "Bruno" }));
    });
    yield* changes;
  };
  const report = granted(await bring(overtaken));
  expect([report.mode, asked]).toEqual(["full", 2]);
  expect(same(await held(), NEW)).toBe(true);
  expect(sheetNames(office.host)).toHaveLength(SHEETS);
});

test("changes of a stream that is cut, stopped or refused leave the old data and no lock", async () => {
  for (const length of [0, 1, 2, 9, changes.length - 1]) {
    const cut: FrameSource = () => streamed(changes.slice(0, length));
    expect(refusal(await bring(cut))).toBe("stream-truncated");
  }
  const stopped: FrameSource = async function* () {
    yield changes[0]!;
    await new Promise(() => undefined);
  };
  expect(refusal(await bring(stopped, { signal: AbortSignal.timeout(200) }))).toBe("stopped");
  const mixed: FrameSource = () =>
    streamed(
      changes.map((frame) => (frame.type === "gone" ? { ...frame, table: "visits" as const } : frame)),
    );
  expect(refusal(await bring(mixed))).toBe("gateway-invalid-answer");
  expect(same(await held(), OLD)).toBe(true);
  expect(sheetNames(office.host)).toHaveLength(SHEETS);
  granted(await bring());
});

test("Excel that stops answering fails the refresh in time; the data is old or new", async () => {
  const syncs = await syncsOfChanges();
  for (const nth of [3, syncs]) {
    office.host.faults.failSync(nth, { kind: "no-reply" });
    const outcome = await bring(changing, { timeoutMs: 400 });
    office.host.faults.clear();
    expect(same(await held(), outcome.ok ? NEW : OLD)).toBe(true);
    granted(await refreshWorkbook(streamed(before), { user: "Anne" }));
  }
}, 60_000);

describe("when everything has to be read", () => {
  test("a source that dates no changes is read in full, and the report says so", async () => {
    const crm = new MovingCrm(1_000);
    smallMarket(crm);
    granted(await bring(sourceOf(crm, "undated")));
    expect(granted(await bring(sourceOf(crm, "undated")))).toMatchObject({
      mode: "full",
      fullBecause: { code: "changes-not-dated", params: { source: "CRM mouvant" } },
    });
  });

  test("a source that has lost its changes is asked once more, for everything", async () => {
    const crm = new MovingCrm(1_000);
    smallMarket(crm);
    granted(await bring(sourceOf(crm)));
    oneDay(crm);
    crm.horizon = crm.clock + 1;
    const report = granted(await bring(sourceOf(crm)));
    expect(report).toMatchObject({ mode: "full", fullBecause: { code: "source-changes-lost" } });
    expect(same(await held(), await dataOf(await framesNow(crm)))).toBe(true);
  });

  test("a row that was set aside and may be valid now is fetched by a full refresh", async () => {
    const crm = new MovingCrm(1_000);
    smallMarket(crm);
    const customer = crm.ids("order_lines").length + 1_000;
    crm.insert("order_lines", { ...orderLine(1), customer_id: customer });
    granted(await bring(sourceOf(crm)));
    while (crm.insert("customers", { name: "Nouveau" }) < customer);
    const report = granted(await bring(sourceOf(crm)));
    expect(report.fullBecause).toMatchObject({ code: "changes-set-aside", params: { table: "order_lines" } });
    expect(same(await held(), await dataOf(await framesNow(crm)))).toBe(true);
  });

  test("a first refresh has nothing to explain", async () => {
    office.dispose();
    office = await openOffice();
    const crm = new MovingCrm(1_000);
    smallMarket(crm);
    const report = granted(await bring(sourceOf(crm)));
    expect(report.mode).toBe("full");
    expect(report.fullBecause).toBeUndefined();
  });

  test("a sheet that somebody deleted is told, and everything read", async () => {
    await act(({ worksheets }) => {
      const sheet = worksheets.getItem("vigie.a.leads");
      sheet.visibility = "Visible";
      sheet.delete();
    });
    const crm = new MovingCrm(1_000);
    smallMarket(crm);
    expect(granted(await bring(sourceOf(crm)))).toMatchObject({
      mode: "full",
      fullBecause: { code: "workbook-damaged" },
    });
    expect(sheetNames(office.host)).toHaveLength(SHEETS);
  });
});
