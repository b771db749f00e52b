import { act } from "@testing-library/react";
import { success } from "../../../src/sales/failure";
import type { GatewayClient } from "../../../src/taskpane/gatewayClient";
import type { PaneState } from "../../../src/taskpane/state";
import { crm, demo, frames, paneDouble, provenance, session, states } from "../doubles";

const at = (hours: number, minutes: number) => new Date(2026, 10, 24, hours, minutes).getTime();
const OPENED: PaneState = { ...states.connect, provenance };

beforeEach(() => {
  localStorage.clear();
  jest.useFakeTimers({ now: at(8, 0), doNotFake: ["queueMicrotask"] });
});
afterEach(() => jest.useRealTimers());

function open(
  state: PaneState,
  wanted: { onOpen: boolean; at?: string },
  gateway: Partial<GatewayClient> = {},
) {
  const refresh = jest.fn(async function* () {
    yield* frames;
  });
  const connect = jest.fn(async () => success(session));
  const loadWithWorkbook = jest.fn(async () => undefined);
  const pane = paneDouble(state, {
    gateway: { refresh, connect, ...gateway },
    loadWithWorkbook,
    now: Date.now,
  });
  pane.automatic.change(wanted);
  return { pane, refresh, connect, loadWithWorkbook };
}

const pass = (minutes: number) => act(() => jest.advanceTimersByTimeAsync(minutes * 60_000));

test("nothing happens by itself until the person wants it", async () => {
  const { pane, refresh, connect, loadWithWorkbook } = open(OPENED, { onOpen: false });
  await pane.automatic.begin();
  await pass(48 * 60);
  expect([refresh.mock.calls.length, connect.mock.calls.length]).toEqual([0, 0]);
  expect(loadWithWorkbook).toHaveBeenLastCalledWith(false);
  pane.automatic.stop();
});

test("on opening, a source that asks nothing is connected and refreshed, and Excel is told to load the add-in", async () => {
  const { pane, refresh, connect, loadWithWorkbook } = open(OPENED, { onOpen: true });
  expect(loadWithWorkbook).toHaveBeenLastCalledWith(true);
  await pane.automatic.begin();
  expect(connect).toHaveBeenCalledWith(demo, {}, undefined);
  expect(refresh).toHaveBeenCalledTimes(1);
  expect(pane.store.getState().activity).toBe("idle");
  pane.automatic.stop();
});

test("a workbook without data is not filled by itself", async () => {
  const { pane, refresh } = open(states.connect, { onOpen: true });
  await pane.automatic.begin();
  expect(refresh).not.toHaveBeenCalled();
  pane.automatic.stop();
});

test("at half past eight, once a day, while the workbook stays open", async () => {
  const { pane, refresh } = open({ ...OPENED, session }, { onOpen: false, at: "08:30" });
  await pane.automatic.begin();
  await pass(29);
  expect(refresh).toHaveBeenCalledTimes(0);
  await pass(2);
  expect(refresh).toHaveBeenCalledTimes(1);
  await pass(23 * 60);
  expect(refresh).toHaveBeenCalledTimes(1);
  await pass(60);
  expect(refresh).toHaveBeenCalledTimes(2);
  pane.automatic.stop();
});

test("a workbook opened after the time waits for tomorrow's", async () => {
  jest.setSystemTime(at(9, 0));
  const { pane, refresh } = open({ ...OPENED, session }, { onOpen: false, at: "08:30" });
  await pane.automatic.begin();
  await pass(10 * 60);
  expect(refresh).not.toHaveBeenCalled();
  pane.automatic.stop();
});

test("a machine that slept through the time refreshes when it wakes", async () => {
  const { pane, refresh } = open({ ...OPENED, session }, { onOpen: false, at: "08:30" });
  await pane.automatic.begin();
  jest.setSystemTime(at(11, 0));
  await pass(1);
  expect(refresh).toHaveBeenCalledTimes(1);
  pane.automatic.stop();
});

test("what is under way goes first, and is not interrupted", async () => {
  const { pane, refresh } = open(
    { ...OPENED, session, activity: "building" },
    { onOpen: false, at: "08:30" },
  );
  await pane.automatic.begin();
  await pass(45);
  expect(refresh).not.toHaveBeenCalled();
  pane.store.dispatch({ type: "built", edited: [] });
  await pass(1);
  expect(refresh).toHaveBeenCalledTimes(1);
  pane.automatic.stop();
});

test("a source that remembers the person is entered without asking", async () => {
  const remembered = { url: "https://crm.example.com" };
  const source = { ...crm, signIn: { isRegistered: true, remembered, registration: demo.label } };
  const { pane, connect, refresh } = open(
    { ...OPENED, sources: [source], provenance: { ...provenance, source: source.id } },
    { onOpen: true },
  );
  await pane.automatic.begin();
  expect(connect).toHaveBeenCalledWith(source, remembered, undefined);
  expect(refresh).toHaveBeenCalledTimes(1);
  pane.automatic.stop();
});

test("a source that asks for a password is not entered: the pane says what is needed", async () => {
  const { pane, connect, refresh } = open(
    { ...OPENED, provenance: { ...provenance, source: crm.id } },
    { onOpen: true },
  );
  await pane.automatic.begin();
  expect([connect.mock.calls.length, refresh.mock.calls.length]).toEqual([0, 0]);
  expect(pane.store.getState().failure?.failure.code).toBe("refresh-needs-connection");
  pane.automatic.stop();
});
