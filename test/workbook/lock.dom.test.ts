import type { RefreshFrame } from "../../src/sales/stream";
import { loadWorkbook, refreshWorkbook } from "../../src/workbook";
import { LOCK } from "../../src/workbook/store/meta";
import { type OpenedOffice, openOffice } from "../../workbench/host/jsdom";
import { act, granted, refusal, sheetNames } from "./office";
import { everyTable, sample, streamed } from "./sampleFrames";

const OLD = sample({ rows: everyTable(3) });
const NEW = sample({ rows: everyTable(5), seed: 2 });
const MINUTE = 60_000;

let office: OpenedOffice;
beforeEach(async () => {
  office = await openOffice();
  granted(await refresh(OLD.frames));
});
afterEach(() => office.dispose());

const refresh = (frames: readonly RefreshFrame[], user = "Anne") =>
  refreshWorkbook(streamed(frames), { user });

/** The lock's cells as a colleague's add-in writes them. */
const colleagueLocks = (minutesAgo: number, holder = "another-machine") =>
  act(({ worksheets }) => {
    const moment = new Date(Date.now() - minutesAgo * MINUTE).toISOString();
    worksheets
      .getItem("vigie.meta")
      .getRangeByIndexes(LOCK.row, LOCK.column, LOCK.rows, LOCK.columns).values = [
      [holder],
      ["Bruno"],
      [moment],
      [moment],
    ];
  });

const lockCells = () => {
  const [, meta] = office.grid.sheetIds();
  return office.grid.values({ sheet: meta!, ...LOCK }).map(([cell]) => cell!.value);
};

test("a colleague's refresh under way refuses ours, and says who and since when", async () => {
  await colleagueLocks(2);
  const outcome = await refresh(NEW.frames);
  expect(outcome).toMatchObject({
    ok: false,
    failure: { code: "workbook-locked", params: { user: "Bruno" } },
  });
  expect(outcome.ok || Date.parse(String(outcome.failure.params.since))).toBeLessThan(Date.now() - MINUTE);
  expect(granted(await loadWorkbook())).toEqual(OLD.data);
  expect(lockCells()[1]).toBe("Bruno");
});

test("a lock without a sign of life for ten minutes is stale", async () => {
  await colleagueLocks(11);
  granted(await refresh(NEW.frames));
  expect(granted(await loadWorkbook())).toEqual(NEW.data);
});

test("the lock is given back in all endings", async () => {
  const endings: (() => Promise<unknown>)[] = [
    () => refresh(NEW.frames),
    () => refresh(NEW.frames.slice(0, 6)),
    () => refreshWorkbook(streamed(NEW.frames), { user: "Anne", signal: AbortSignal.abort() }),
    async () => {
      office.host.faults.failSync(3);
      await refresh(NEW.frames);
      office.host.faults.clear();
    },
  ];
  for (const ending of endings) {
    await ending();
    expect(lockCells()).toEqual([null, null, null, null]);
  }
});

test("a second refresh in the same pane is refused while the first runs", async () => {
  const gate = new EventTarget();
  const opened = new Promise((resolve) => gate.addEventListener("open", resolve));
  async function* slow(): AsyncGenerator<RefreshFrame> {
    for (const frame of NEW.frames) {
      if (frame.type === "end") await opened;
      yield frame;
    }
  }
  const first = refreshWorkbook(slow(), { user: "Anne" });
  expect(refusal(await refresh(OLD.frames))).toBe("workbook-locked-by-you");
  gate.dispatchEvent(new Event("open"));
  granted(await first);
});

test("a refresh that slept while a colleague took over stops, and touches neither lock nor data of theirs", async () => {
  async function* interrupted(): AsyncGenerator<RefreshFrame> {
    for (const frame of NEW.frames) {
      if (frame.type === "end") await colleagueLocks(0);
      yield frame;
    }
  }
  expect(refusal(await refreshWorkbook(interrupted(), { user: "Anne" }))).toBe("workbook-locked");
  expect(lockCells()[1]).toBe("Bruno");
  expect(granted(await loadWorkbook())).toEqual(OLD.data);
  await colleagueLocks(11);
  granted(await refresh(NEW.frames));
  expect(sheetNames(office.host)).toHaveLength(14);
});
