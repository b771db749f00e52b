import type { RefreshFrame } from "../../src/sales/stream";
import type * as Workbook from "../../src/workbook";
import { loadWorkbook } from "../../src/workbook";
import { LOCK } from "../../src/workbook/store/meta";
import { type OpenedOffice, openOffice } from "../../workbench/host/jsdom";
import { act, granted, refusal, same, sheetNames } from "./office";
import { everyTable, sample, streamed } from "./sampleFrames";

const OLD = sample({ rows: everyTable(3) });
const MINE = sample({ rows: everyTable(5), seed: 2 });
const THEIRS = sample({ rows: everyTable(4), seed: 3 });
/** Feuil1, the meta sheet and eleven tables: nothing is left over. */
const SHEETS = 14;

/** Another window: the same code loaded anew, as a browser does. */
function newWindow(): typeof Workbook {
  let loaded: typeof Workbook | undefined;
  jest.isolateModules(() => {
    loaded = require("../../src/workbook");
  });
  return loaded!;
}

/** The browser's own locks; `kill` ends those of every page, as closing them does. */
function browserLocks(): { readonly locks: Pick<LockManager, "query">; readonly kill: () => void } {
  let held: { name: string }[] = [];
  const locks = {
    request: async (name: string, work: () => Promise<void>) => {
      const own = { name };
      held.push(own);
      await work();
      held = held.filter((other) => other !== own);
    },
    query: async () => ({ held }),
  };
  return { locks, kill: () => held.splice(0) };
}

let office: OpenedOffice;
let browser: ReturnType<typeof browserLocks>;
beforeEach(async () => {
  office = await openOffice();
  browser = browserLocks();
  Object.defineProperty(navigator, "locks", { value: browser.locks, configurable: true });
  granted(await refreshIn(newWindow(), OLD.frames));
});
afterEach(() => {
  Object.defineProperty(navigator, "locks", { value: undefined, configurable: true });
  office.dispose();
});

const refreshIn = (
  { refreshWorkbook }: typeof Workbook,
  frames: readonly RefreshFrame[] | AsyncIterable<RefreshFrame>,
  user = "Anne",
) => refreshWorkbook(Symbol.asyncIterator in frames ? frames : streamed(frames), { user });

/** Frames that do something before the `nth` of them. */
async function* interrupted(
  frames: readonly RefreshFrame[],
  nth: number,
  act: () => Promise<unknown>,
): AsyncGenerator<RefreshFrame> {
  for (const [index, frame] of frames.entries()) {
    if (index === nth) await act();
    yield frame;
  }
}

const inForce = async () => granted(await loadWorkbook());

test("whichever request a pane dies at, its own user refreshes at once from a new one", async () => {
  for (let nth = 1; nth <= 12; nth++) {
    office.host.faults.stopAfter(nth);
    const dying = await refreshIn(newWindow(), MINE.frames);
    browser.kill();
    office.host.faults.clear();
    granted(await refreshIn(newWindow(), OLD.frames));
    expect([nth, same(await inForce(), OLD.data)]).toEqual([nth, true]);
    expect(sheetNames(office.host)).toHaveLength(SHEETS);
    if (dying.ok) break;
  }
}, 120_000);

test("a colleague still waits for it, and so does the same name on another machine", async () => {
  office.host.faults.stopAfter(3);
  await refreshIn(newWindow(), MINE.frames);
  browser.kill();
  office.host.faults.clear();
  expect(refusal(await refreshIn(newWindow(), OLD.frames, "Bruno"))).toBe("workbook-locked");
  localStorage.setItem("vigie.machine", "another");
  expect(refusal(await refreshIn(newWindow(), OLD.frames))).toBe("workbook-locked");
  localStorage.removeItem("vigie.machine");
});

test("where the browser cannot tell who is alive, a lock that was quiet for long enough is taken over", async () => {
  Object.defineProperty(navigator, "locks", { value: undefined, configurable: true });
  office.host.faults.stopAfter(3);
  await refreshIn(newWindow(), MINE.frames);
  office.host.faults.clear();
  expect(refusal(await refreshIn(newWindow(), OLD.frames))).toBe("workbook-locked-by-you");
  await act(({ worksheets }) => {
    const moment = new Date(Date.now() - 160_000).toISOString();
    const renewed = { ...LOCK, row: LOCK.row + 3, rows: 1 };
    worksheets
      .getItem("vigie.meta")
      .getRangeByIndexes(renewed.row, renewed.column, renewed.rows, renewed.columns).values = [[moment]];
  });
  granted(await refreshIn(newWindow(), OLD.frames));
});

test("while one window refreshes the other is refused in a sentence of its own, at whatever moment it begins", async () => {
  for (let nth = 1; nth < MINE.frames.length; nth += 4) {
    let outcome: unknown;
    const second = newWindow();
    const source = interrupted(MINE.frames, nth, async () => {
      outcome = refusal(await refreshIn(second, THEIRS.frames));
    });
    granted(await refreshIn(newWindow(), source));
    expect([nth, outcome]).toEqual([nth, "workbook-locked-by-you"]);
    expect(same(await inForce(), MINE.data)).toBe(true);
    expect(sheetNames(office.host)).toHaveLength(SHEETS);
  }
}, 120_000);

test("a window taken for dead that lives on changes nothing of the other's, at whatever moment it is overtaken", async () => {
  for (let nth = 1; nth < MINE.frames.length; nth += 4) {
    const second = newWindow();
    const source = interrupted(MINE.frames, nth, async () => {
      browser.kill();
      granted(await refreshIn(second, THEIRS.frames));
    });
    const overtaken = refusal(await refreshIn(newWindow(), source));
    expect([nth, overtaken]).toEqual([nth, expect.stringMatching(/^workbook-(taken-over|busy)$/)]);
    expect(same(await inForce(), THEIRS.data)).toBe(true);
    expect(sheetNames(office.host)).toHaveLength(SHEETS);
  }
}, 120_000);

test("two that begin together: one brings its data, the other says why not, and never that anything is damaged", async () => {
  for (let lead = 0; lead < 12; lead++) {
    const [first, second] = [newWindow(), newWindow()];
    const pause = async () => {
      for (let tick = 0; tick < lead; tick++) await new Promise((resolve) => setTimeout(resolve, 1));
    };
    const outcomes = await Promise.all([
      refreshIn(first, MINE.frames),
      pause().then(() => refreshIn(second, THEIRS.frames)),
    ]);
    const codes = outcomes.map((outcome) => (outcome.ok ? "done" : outcome.failure.code));
    expect(codes).toContain("done");
    for (const code of codes)
      expect(["done", "workbook-locked-by-you", "workbook-taken-over", "workbook-busy"]).toContain(code);
    const winner = outcomes[1]!.ok ? THEIRS : MINE;
    expect([lead, codes, same(await inForce(), winner.data)]).toEqual([lead, codes, true]);
    expect(sheetNames(office.host)).toHaveLength(SHEETS);
    granted(await refreshIn(newWindow(), OLD.frames));
  }
}, 120_000);
