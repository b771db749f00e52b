import fc from "fast-check";
import { failure } from "../../src/sales/failure";
import { noProgress, position, rejectedOf, rowsOf, withFrame } from "../../src/taskpane/progress";
import { initialState, type PaneEvent, type PaneState, reduce, screenOf } from "../../src/taskpane/state";
import { frames, provenance, session, states } from "./doubles";

const after = (state: PaneState, ...events: readonly PaneEvent[]): PaneState => events.reduce(reduce, state);

test.each([
  ["starting", "starting"],
  ["connect", "connect"],
  ["connecting", "connect"],
  ["ready", "ready"],
  ["waiting", "refreshing"],
  ["refreshing", "refreshing"],
  ["building", "refreshing"],
  ["result", "result"],
  ["locked", "ready"],
  ["circulated", "circulated"],
  ["offline", "offline"],
] as const)("the state %s shows the screen %s", (name, screen) => {
  expect(screenOf(states[name])).toBe(screen);
});

test("a gateway out of reach does not hide an open session", () => {
  expect(screenOf({ ...states.again, isGatewayReachable: false })).toBe("ready");
});

test("a refresh that fails leaves the data as it was and keeps no half result", () => {
  const state = after(
    states.result,
    { type: "refresh-started", at: 1 },
    { type: "frame", frame: frames[0]! },
    { type: "failed", failure: failure("stream-truncated"), attempt: "refresh" },
  );
  expect(state).toMatchObject({ provenance, activity: "idle", failure: { attempt: "refresh" } });
  expect(state.progress).toBeUndefined();
  expect(screenOf(state)).toBe("ready");
});

test("dashboards that fail leave the result of the refresh in sight", () => {
  const state = after(states.building, {
    type: "failed",
    failure: failure("workbook-protected", { sheet: "CA" }),
    attempt: "build",
  });
  expect(screenOf(state)).toBe("result");
});

test("an expired session leads back to the connection form, with its reason", () => {
  const expired: PaneEvent = { type: "failed", failure: failure("session-expired"), attempt: "refresh" };
  const state = after(states.refreshing, expired);
  expect(screenOf(state)).toBe("connect");
  expect(state.failure?.failure.code).toBe("session-expired");
});

test("what a new step begins forgets the failure of the last", () => {
  for (const type of ["connecting", "starting", "failure-dismissed", "disconnected"] as const) {
    expect(after(states.refused, { type }).failure).toBeUndefined();
  }
});

test("disconnecting forgets the token", () => {
  expect(JSON.stringify(after(states.result, { type: "disconnected" }))).not.toContain(session.token);
});

test("progress counts rows, tables and what was set aside", () => {
  const progress = frames.slice(0, 7).reduce(withFrame, noProgress(0));
  expect(position(progress)).toMatchObject({ done: 4, current: { table: "order_lines", rows: 9_000 } });
  expect(rowsOf(progress)).toBe(24 + 812 + 32 + 12 + 9_000);
  expect(rejectedOf(progress)).toBe(2);
  const whole = frames.reduce(withFrame, noProgress(0));
  expect(whole.isReceived).toBe(true);
  expect(position(whole)).toEqual({ done: 12 });
});

test("whatever the order of events, some screen is shown and no token outlives its session", () => {
  const events: readonly PaneEvent[] = [
    { type: "starting" },
    { type: "workbook-opened", provenance },
    { type: "workbook-opened", provenance: undefined },
    { type: "sources-known", sources: [] },
    { type: "gateway-lost" },
    { type: "started" },
    { type: "connecting" },
    { type: "connected", session },
    { type: "disconnected" },
    { type: "refresh-started", at: 0 },
    { type: "stopping" },
    { type: "refreshed", provenance, at: 1 },
    { type: "built", edited: [] },
    { type: "failed", failure: failure("session-expired"), attempt: "refresh" },
    ...frames.map((frame): PaneEvent => ({ type: "frame", frame })),
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...events)), (list) => {
      const state = after(initialState, ...list);
      expect(screenOf(state)).toBeTruthy();
      if (screenOf(state) === "result") expect(state.progress && state.session).toBeTruthy();
      if (!state.session) expect(JSON.stringify(state)).not.toContain(session.token);
    }),
  );
});
