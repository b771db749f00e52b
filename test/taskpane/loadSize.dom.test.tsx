import { act, screen } from "@testing-library/react";
import { failed, success } from "../../src/sales/failure";
import { refreshFromRibbon } from "../../src/taskpane/actions";
import type { LoadEstimate } from "../../src/taskpane/gatewayClient";
import { provenance, session, states } from "./doubles";
import { renderPane } from "./rendering";

const plain = (text: string | null) => (text ?? "").replace(/[\u00a0\u202f]/g, " ");
const button = (name: string) => screen.getByRole("button", { name });
const question = () => screen.queryByRole("alertdialog");

/** The pane connected and told that much, with a workbook that counts what it is asked to refresh. */
function connected(
  estimate: LoadEstimate | undefined,
  state: Parameters<typeof renderPane>[0] = states.ready,
) {
  const refresh = jest.fn(async (..._: unknown[]) => success(provenance));
  const ask = jest.fn(async (..._: unknown[]) => success(estimate));
  return { refresh, ask, ...renderPane(state, { workbook: { refresh }, gateway: { estimate: ask } }) };
}

const overCalls: LoadEstimate = { rows: 2_000_000, calls: 10_050, callsLeft: 1_000 };
const overRows: LoadEstimate = { rows: 1_000_001, calls: 501 };
const modest: LoadEstimate = { rows: 20_000, calls: 101, callsLeft: 1_000 };

test("once connected, the pane tells what a first refresh will bring and cost", async () => {
  const { ask } = connected(modest);
  const line = await screen.findByText(/appels au CRM/);
  expect(plain(line.textContent)).toBe("Environ 20 000 lignes, 101 appels au CRM");
  expect(ask).toHaveBeenCalledTimes(1);
});

test("a modest load starts at once", async () => {
  const { user, refresh } = connected(modest);
  await user.click(button("Actualiser"));
  expect(question()).toBeNull();
  expect(refresh).toHaveBeenCalledTimes(1);
});

test("two million rows on a plan with a thousand calls are asked about, with both figures, by keyboard", async () => {
  const { user, refresh } = connected(overCalls);
  await screen.findByText(/appels au CRM/);
  button("Actualiser").focus();
  await user.keyboard("{Enter}");
  expect(refresh).not.toHaveBeenCalled();
  const asked = question();
  expect(plain(asked?.textContent ?? "")).toContain("Environ 2 000 000 lignes, 10 050 appels au CRM");
  expect(plain(asked?.textContent ?? "")).toContain("n'accorde plus que 1 000 appels aujourd'hui");
  expect(document.activeElement === button("Annuler")).toBe(true);

  await user.keyboard("{Enter}");
  expect(question()).toBeNull();
  expect(document.activeElement === button("Actualiser")).toBe(true);
  expect(refresh).not.toHaveBeenCalled();

  await user.keyboard("{Enter}");
  await screen.findByRole("alertdialog");
  // Tab itself is the browser's: jsdom has no layout for Fluent's focus to go by.
  button("Actualiser quand même").focus();
  await user.keyboard("{Enter}");
  expect(question()).toBeNull();
  expect(refresh).toHaveBeenCalledTimes(1);
});

test("two refreshes never run at once, not even while the estimate is awaited", async () => {
  const { pane, refresh, ask } = connected(modest);
  await act(async () => {
    await Promise.all([pane.actions.refresh.run(), pane.actions.refresh.run()]);
  });
  expect(refresh).toHaveBeenCalledTimes(1);
  expect(ask).toHaveBeenCalledTimes(1);
});

test("more rows than a workbook holds are asked about too, in English as well", async () => {
  const refresh = jest.fn(async (..._: unknown[]) => success(provenance));
  const estimate = async () => success(overRows);
  const { user } = renderPane(states.ready, { workbook: { refresh }, gateway: { estimate }, language: "en" });
  await user.click(button("Refresh"));
  expect(question()?.textContent).toContain("About 1,000,001 rows, 501 calls to the CRM");
  expect(question()?.textContent).toContain("A workbook holds about a million rows");
  expect(refresh).not.toHaveBeenCalled();
  await user.click(button("Refresh all the same"));
  expect(refresh).toHaveBeenCalledTimes(1);
});

test("changes alone are neither estimated nor asked about; another source's data are", async () => {
  const same = { ...provenance, source: session.source };
  const first = connected(overCalls, { ...states.again, provenance: same });
  await first.user.click(button("Actualiser"));
  expect(first.ask).not.toHaveBeenCalled();
  expect(first.refresh).toHaveBeenCalledTimes(1);
  first.unmount();

  const other = connected(overCalls, { ...states.again, provenance: { ...provenance, source: "other" } });
  await other.user.click(button("Actualiser"));
  expect(question()).not.toBeNull();
  expect(other.refresh).not.toHaveBeenCalled();
});

test("the ribbon's Refresh shows the question instead of refreshing", async () => {
  const { pane, refresh } = connected(overCalls);
  const showPane = jest.fn(async () => undefined);
  await act(() => refreshFromRibbon(pane.store, pane.actions, showPane));
  expect(refresh).not.toHaveBeenCalled();
  expect(showPane).toHaveBeenCalledTimes(1);
  expect(question()).not.toBeNull();
});

test("a refresh that nobody pressed waits for the answer too", async () => {
  const { pane, refresh } = connected(overCalls, {
    ...states.again,
    provenance: { ...provenance, source: "other" },
  });
  pane.services.preferences.write({ onOpen: true });
  await act(() => pane.automatic.begin());
  pane.automatic.stop();
  pane.services.preferences.write({ onOpen: false });
  expect(refresh).not.toHaveBeenCalled();
  expect(question()).not.toBeNull();
});

test("a copy of a scope asks first whether to widen, then whether to load that much", async () => {
  const { user, refresh } = connected(overCalls, { ...states.widening, asksToWiden: true });
  await user.click(button("Actualiser avec toutes mes données"));
  expect(refresh).not.toHaveBeenCalled();
  expect(plain(question()?.textContent ?? "")).toContain("10 050 appels");
  await user.click(button("Actualiser quand même"));
  expect(refresh).toHaveBeenCalledTimes(1);
});

test.each([
  ["cannot tell", async () => success(undefined)],
  ["fails", async () => failed("source-unavailable")],
])("a source that %s holds nobody up", async (_, estimate) => {
  const refresh = jest.fn(async (..._: unknown[]) => success(provenance));
  const { user } = renderPane(states.ready, { workbook: { refresh }, gateway: { estimate } });
  await user.click(button("Actualiser"));
  expect(refresh).toHaveBeenCalledTimes(1);
  expect(screen.queryByText(/appels au CRM/)).toBeNull();
});

test("an estimate that never comes is given up after ten seconds; its request is aborted", async () => {
  jest.useFakeTimers();
  try {
    const refresh = jest.fn(async (..._: unknown[]) => success(provenance));
    const signals: AbortSignal[] = [];
    const estimate = (_: unknown, signal: AbortSignal) => {
      signals.push(signal);
      return new Promise<never>(() => undefined);
    };
    const { pane } = renderPane(states.ready, { workbook: { refresh }, gateway: { estimate } });
    await act(async () => {
      const refreshing = pane.actions.refresh.run();
      await jest.advanceTimersByTimeAsync(9_900);
      expect(refresh).not.toHaveBeenCalled();
      expect(pane.store.getState().activity).toBe("estimating");
      await jest.advanceTimersByTimeAsync(200);
      await refreshing;
    });
    expect(refresh).toHaveBeenCalledTimes(1);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  } finally {
    jest.useRealTimers();
  }
});
