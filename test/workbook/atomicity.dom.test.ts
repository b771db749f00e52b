import type { RefreshFrame } from "../../src/sales/stream";
import { loadWorkbook, refreshWorkbook } from "../../src/workbook";
import type { Fault } from "../../workbench/host/faults";
import { type OpenedOffice, openOffice } from "../../workbench/host/jsdom";
import { inTurn } from "../support/runs";
import { granted, refusal, same, sheetNames } from "./office";
import { everyTable, sample, streamed } from "./sampleFrames";

/** Two generations that differ in every row; the second needs several requests. */
const OLD = sample({ rows: everyTable(7) });
const NEW = sample({ rows: { ...everyTable(9), leads: 75 }, seed: 3, bulky: "leads" });

let office: OpenedOffice;
beforeEach(async () => {
  office = await openOffice();
  granted(await refresh(OLD.frames));
});
afterEach(() => office.dispose());

const refresh = (
  frames: readonly RefreshFrame[],
  options: { timeoutMs?: number; signal?: AbortSignal } = {},
) => refreshWorkbook(streamed(frames), { user: "Anne", ...options });

/** Counts what the refresh sends when nothing goes wrong, then goes back to the old generation. */
async function syncsOfRefresh(): Promise<number> {
  const before = office.host.counters().syncs;
  granted(await refresh(NEW.frames));
  const syncs = office.host.counters().syncs - before;
  granted(await refresh(OLD.frames));
  return syncs;
}

/** The requests whose turn it is, and always those of the pointer and the one after it. */
const inTurnOf = (syncs: number): readonly number[] => {
  const all = Array.from({ length: syncs }, (_, index) => index + 1);
  return [...new Set([...inTurn(all), syncs - 1, syncs])];
};

const FAULTS: readonly [string, Fault][] = [
  ["is refused", { kind: "error", code: "GeneralException" }],
  ["is done and then reported as failed", { kind: "error-after", code: "InvalidOrTimedOutSession" }],
];

test.each(FAULTS)(
  "whichever request %s, one whole generation is in force and the next refresh heals",
  async (_, fault) => {
    const syncs = await syncsOfRefresh();
    expect(syncs).toBeGreaterThanOrEqual(6);
    const outcomes: [request: number, ok: boolean][] = [];
    for (const nth of inTurnOf(syncs)) {
      office.host.faults.failSync(nth, fault);
      const outcome = await refresh(NEW.frames);
      office.host.faults.clear();
      expect(same(granted(await loadWorkbook()), outcome.ok ? NEW.data : OLD.data)).toBe(true);
      outcomes.push([nth, outcome.ok]);

      granted(await refresh(OLD.frames));
      expect(same(granted(await loadWorkbook()), OLD.data)).toBe(true);
      expect(sheetNames(office.host)).toHaveLength(14);
    }
    // Up to the pointer's own request a fault fails the refresh; after it the new data is in force.
    const pointer = syncs - 1;
    const firstSuccess = fault.kind === "error" ? pointer + 1 : pointer;
    expect(outcomes).toEqual(outcomes.map(([nth]) => [nth, nth >= firstSuccess]));
  },
  120_000,
);

test.each(FAULTS)(
  "whichever request of a first refresh %s, the workbook holds all of it or nothing",
  async (_, fault) => {
    for (let nth = 1; nth <= 6; nth++) {
      office.dispose();
      office = await openOffice();
      office.host.faults.failSync(nth, fault);
      const outcome = await refresh(OLD.frames);
      office.host.faults.clear();
      expect(same(granted(await loadWorkbook()), outcome.ok ? OLD.data : undefined)).toBe(true);
      granted(await refresh(NEW.frames));
      expect(same(granted(await loadWorkbook()), NEW.data)).toBe(true);
      expect(sheetNames(office.host)).toHaveLength(14);
    }
  },
  60_000,
);

test("Excel that stops answering altogether fails the refresh in time and leaves the old data", async () => {
  const syncs = await syncsOfRefresh();
  for (const nth of [2, syncs - 2]) {
    office.host.faults.failSync(nth, { kind: "no-reply" });
    expect(refusal(await refresh(NEW.frames, { timeoutMs: 400 }))).toBe("workbook-busy");
    office.host.faults.clear();
    expect(same(granted(await loadWorkbook()), OLD.data)).toBe(true);
  }
  granted(await refresh(NEW.frames));
  expect(same(granted(await loadWorkbook()), NEW.data)).toBe(true);
  expect(sheetNames(office.host)).toHaveLength(14);
}, 60_000);

test("a session that is lost for good leaves the old data; later refreshes clear up", async () => {
  office.host.faults.stopAfter(3);
  expect(refusal(await refresh(NEW.frames))).toBe("workbook-busy");
  office.host.faults.clear();
  expect(same(granted(await loadWorkbook()), OLD.data)).toBe(true);
  granted(await refresh(NEW.frames));
  expect(sheetNames(office.host)).toHaveLength(14);
});

test.each([
  ["AccessDenied", "workbook-protected"],
  ["InvalidOperationInCellEditMode", "workbook-editing"],
  ["ActivityLimitReached", "workbook-busy"],
  ["RequestPayloadSizeLimitExceeded", "workbook-too-large"],
] as const)("%s of Excel becomes %s", async (code, expected) => {
  office.host.faults.failSync(2, { kind: "error", code });
  expect(refusal(await refresh(NEW.frames))).toBe(expected);
});

test("a stream cut anywhere leaves the old data", async () => {
  for (const length of [0, 1, 2, 9, NEW.frames.length - 1]) {
    expect(refusal(await refresh(NEW.frames.slice(0, length)))).toBe("stream-truncated");
    expect(same(granted(await loadWorkbook()), OLD.data)).toBe(true);
  }
  expect(sheetNames(office.host)).toHaveLength(14);
});

test("a stream that throws, ends in an error or contradicts itself leaves the old data", async () => {
  async function* throwing(): AsyncGenerator<RefreshFrame> {
    yield* NEW.frames.slice(0, 5);
    throw new TypeError("network error");
  }
  expect(refusal(await refreshWorkbook(throwing(), { user: "Anne" }))).toBe("stream-truncated");
  const refused: RefreshFrame = { type: "error", failure: { code: "source-unavailable", params: {} } };
  expect(refusal(await refresh([...NEW.frames.slice(0, 5), refused]))).toBe("source-unavailable");
  const wrongCount = NEW.frames.map((frame) => (frame.type === "table-end" ? { ...frame, rows: 1 } : frame));
  expect(refusal(await refresh(wrongCount))).toBe("gateway-invalid-answer");
  expect(same(granted(await loadWorkbook()), OLD.data)).toBe(true);
  expect(sheetNames(office.host)).toHaveLength(14);
});

test("Stop in the middle of a table leaves the old data and gives the lock back", async () => {
  const controller = new AbortController();
  let seen = 0;
  const outcome = await refreshWorkbook(streamed(NEW.frames), {
    user: "Anne",
    signal: controller.signal,
    onProgress: ({ table, rows }) => {
      seen++;
      if (table === "leads" && rows > 0) controller.abort();
    },
  });
  expect(refusal(outcome)).toBe("stopped");
  expect(seen).toBeGreaterThan(10);
  expect(same(granted(await loadWorkbook()), OLD.data)).toBe(true);
  expect(sheetNames(office.host)).toHaveLength(14);
  granted(await refresh(NEW.frames));
});

test("Stop while the source is silent ends at once", async () => {
  async function* silent(): AsyncGenerator<RefreshFrame> {
    yield NEW.frames[0]!;
    await new Promise(() => undefined);
  }
  const outcome = refreshWorkbook(silent(), { user: "Anne", signal: AbortSignal.timeout(200) });
  expect(refusal(await outcome)).toBe("stopped");
  expect(same(granted(await loadWorkbook()), OLD.data)).toBe(true);
});

test("progress tells table, place, rows and time", async () => {
  const told: string[] = [];
  await refreshWorkbook(streamed(OLD.frames), {
    user: "Anne",
    onProgress: ({ table, index, of, rows, expectedRows, elapsedMs }) => {
      expect(elapsedMs).toBeGreaterThanOrEqual(0);
      told.push(`${table} ${index}/${of} ${rows}/${expectedRows}`);
    },
  });
  expect(told.slice(0, 3)).toEqual(["salespeople 1/12 0/7", "salespeople 1/12 7/7", "customers 2/12 0/7"]);
});
