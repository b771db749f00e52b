import { functionCatalogue, functionsFile } from "../../src/functions";
import { KPIS } from "../../src/kpi";
import { defaultRegister } from "../../src/kpi/register/defaults";
import type * as Live from "../../src/live";
import { success } from "../../src/sales/failure";
import type { RefreshFrame } from "../../src/sales/stream";
import type * as Part from "../../src/taskpane/writing";
import type * as Workbook from "../../src/workbook";
import { type Colleague, joinOffice, type OpenedOffice, openOffice } from "../../workbench/host/jsdom";
import { granted, refusal } from "./office";
import { everyTable, sample, streamed } from "./sampleFrames";

/** Longer than the walk: no event of the other's tells anything, all has to be found by looking. */
const NEVER_MS = 600_000;
const never = new AbortController().signal;
const [OLD, NEW, NEWER] = [3, 6, 9].map((rows, seed) => sample({ rows: everyTable(rows), seed: seed + 1 }));
const CA = "=KPI.CA()";

/** Vigie in one Excel: the code loaded anew, as each runtime does. */
function vigie(name: string) {
  let rooms!: { live: typeof Live; workbook: typeof Workbook; part: typeof Part };
  jest.isolateModules(() => {
    rooms = {
      live: require("../../src/live"),
      workbook: require("../../src/workbook"),
      part: require("../../src/taskpane/writing"),
    };
    require("../../src/functions/entry");
  });
  const faults: unknown[] = [];
  const { createLiveData, createLiveWorkbook, currentData } = rooms.live;
  const options = {
    workbook: rooms.workbook.excelWorkbook,
    writing: async () => success(rooms.part.writing),
    language: "fr" as const,
    onFault: (fault: unknown) => void faults.push(fault),
  };
  const live = createLiveData({ ...options, current: currentData });
  const workbook = createLiveWorkbook({ ...options, live });
  const refresh = (frames: readonly RefreshFrame[] | AsyncIterable<RefreshFrame>) =>
    workbook.refresh(() => (Symbol.asyncIterator in frames ? frames : streamed(frames)), {
      user: name,
      signal: never,
    });
  return { excel: rooms.workbook, writing: options.writing, faults, live, open: workbook, refresh };
}

let office: OpenedOffice;
let colleague: Colleague;
beforeEach(async () => {
  office = await openOffice({ remoteDelayMs: NEVER_MS });
  colleague = await joinOffice(office);
  office.host.registerFunctions(functionsFile(functionCatalogue(KPIS.all), "fr"), "KPI");
});
afterEach(() => {
  colleague.close();
  office.dispose();
});

let row = 0;
/** A formula that the colleague, or whoever is left, types in a fresh cell, and what it shows in the end. */
async function typed(formula: string): Promise<unknown> {
  const { grid } = office;
  // What others asked before is done: from here on the change is hers.
  await new Promise((resolve) => setTimeout(resolve, 300));
  colleague.acts();
  const cell = { sheet: grid.sheetIds()[0]!, row: row++, column: 0, rows: 1, columns: 1 };
  grid.writeFormula(cell.sheet, cell.row, 0, formula);
  await grid.settled(20_000);
  return grid.values(cell)[0]![0]!.value;
}
const entryOf = (kpi: string) => defaultRegister("fr").find((entry) => entry.kpi === kpi)!;

test("two people in one workbook: no old number under a new date, no edit lost, and one may close Excel", async () => {
  const anne = vigie("Anne");
  await anne.open.open();
  granted(await anne.refresh(OLD!.frames));
  const bruno = colleague.run(() => vigie("Bruno"));
  granted(await colleague.run(() => bruno.open.open()));
  const before = await typed(CA);

  granted(await anne.refresh(NEW!.frames));
  const [hers, date] = [await typed(CA), await typed("=KPI.MAJ()")];
  expect(hers).not.toBe(before);
  const total = await anne.live.now()!.source.total({ kpi: "CA", filters: [] });
  expect([hers, date]).toEqual([granted(total), NEW!.data.provenance.dataDate + 25_569]);
  expect(bruno.live.now()!.data.provenance).toEqual(NEW!.data.provenance);

  const both = await Promise.all([
    anne.refresh(NEWER!.frames),
    colleague.run(() => bruno.refresh(NEWER!.frames)),
  ]);
  expect(both.some(({ ok }) => ok)).toBe(true);
  for (const one of both) if (!one.ok) expect(one.failure.code).toMatch(/^workbook-(locked|busy)$/);

  const change = (kpi: string, user: string) => ({ ...entryOf(kpi), user });
  const signed = (by: string) => ({ language: "fr" as const, by, at: by.length });
  granted(await anne.excel.ensureRegister());
  const saved = await Promise.all([
    anne.excel.saveEntry(change("CA", "Ana"), signed("Anne")),
    colleague.run(() => bruno.excel.saveEntry(change("MARGE", "Bob"), signed("Bruno"))),
  ]);
  for (const one of saved) granted(one);
  granted(await anne.excel.keepRegister(signed("Anne")));
  const register = granted(await anne.excel.readRegister({}));
  const users = register.entries.filter(({ kpi }) => ["CA", "MARGE"].includes(kpi)).map(({ user }) => user);
  expect(users).toEqual(["Ana", "Bob"]);
  expect(new Set(register.versions.map(({ before: { kpi } }) => kpi))).toEqual(new Set(["CA", "MARGE"]));

  const action = (note: string) => ({
    ...{ kpi: "CA", axis: "", member: "", alert: "a", decision: "d", owner: "", due: null, createdOn: null },
    ...{ state: "todo" as const, note },
  });
  const writers = [granted(await anne.writing()), granted(await colleague.run(() => bruno.writing()))];
  granted(await writers[0]!.keepAlerts({ makeSheet: true }, { language: "fr" }));
  await Promise.all([
    writers[0]!.keepAlerts({ add: action("Anne's") }, { language: "fr" }),
    colleague.run(() => writers[1]!.keepAlerts({ add: action("Bruno's") }, { language: "fr" })),
  ]);
  const actions = granted(await writers[0]!.readAlerts()).actions;
  // None is lost; one of them may stand twice (docs/limits.md).
  expect(new Set(actions.map(({ note }) => note))).toEqual(new Set(["Anne's", "Bruno's"]));
  expect(new Set(actions.map(({ id }) => id)).size).toBe(actions.length);

  async function* cut() {
    for (const [index, frame] of OLD!.frames.entries()) {
      if (index === 8) colleague.close();
      yield frame;
    }
  }
  void colleague.run(() => bruno.refresh(cut()));
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  expect(refusal(await anne.refresh(OLD!.frames))).toBe("workbook-locked");
  expect(await typed(CA)).toBe(granted(await anne.live.now()!.source.total({ kpi: "CA", filters: [] })));
  expect([anne.faults, bruno.faults]).toEqual([[], []]);
}, 240_000);
