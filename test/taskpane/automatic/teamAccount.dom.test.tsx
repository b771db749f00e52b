import { act, screen } from "@testing-library/react";
import { failed, success } from "../../../src/sales/failure";
import type { GatewayClient, Session, Source } from "../../../src/taskpane/gatewayClient";
import type { PaneState } from "../../../src/taskpane/state";
import { demo, frames, hosted, paneDouble, provenance, session, states } from "../doubles";
import { renderPane } from "../rendering";

const team: Session = { ...session, source: "hosted", account: "team", user: "Équipe Nord" };
const { account: _, ...personal } = team;
const remembering = (isRemembered: boolean): Source => ({ ...hosted, teamAccount: { isRemembered } });
const ofHosted = { ...provenance, source: "hosted", sourceLabel: "HubSpot" };
const stream = () =>
  jest.fn(async function* () {
    yield* frames;
  });
const workbook = {
  refresh: async () => success(ofHosted),
};

function open(state: PaneState, gateway: Partial<GatewayClient> = {}) {
  const doubles = {
    refresh: stream(),
    connect: jest.fn(async () => success(session)),
    connectAsTeam: jest.fn(async () => success(team)),
    sources: async () => success(state.sources),
  };
  const refresh = jest.fn(workbook.refresh);
  const pane = paneDouble(state, { gateway: { ...doubles, ...gateway }, workbook: { refresh } });
  pane.automatic.change({ onOpen: true });
  return { pane, refresh, connect: doubles.connect, connectAsTeam: doubles.connectAsTeam };
}

/** A workbook that was last refreshed with some session, opened again. */
async function reopened(by: Session, source: Source, gateway: Partial<GatewayClient> = {}) {
  const first = open({ ...states.connect, sources: [source, demo], session: by });
  await first.pane.effects.refresh();
  first.pane.automatic.stop();
  const again = open({ ...states.connect, sources: [source, demo], provenance: ofHosted }, gateway);
  await again.pane.automatic.begin();
  again.pane.automatic.stop();
  return again;
}

beforeEach(() => localStorage.clear());

test("a workbook of the team's account is refreshed with it on opening, without its code", async () => {
  const { connect, connectAsTeam, refresh, pane } = await reopened(team, remembering(true));
  expect(connectAsTeam).toHaveBeenCalledWith(expect.objectContaining({ id: "hosted" }), undefined);
  expect(connect).not.toHaveBeenCalled();
  expect(refresh).toHaveBeenCalledTimes(1);
  expect(pane.automatic.usesTeam()).toBe(true);
});

test("one that was last refreshed with an account of one's own never is", async () => {
  const { connectAsTeam, refresh, pane } = await reopened(personal, remembering(true));
  expect(connectAsTeam).not.toHaveBeenCalled();
  expect(refresh).not.toHaveBeenCalled();
  expect(pane.automatic.usesTeam()).toBe(false);
});

test("nor one that a colleague refreshed since", async () => {
  await reopened(team, remembering(true));
  const since = { ...ofHosted, refreshedAt: "2026-11-23T09:00:00.000Z" };
  const { pane, connectAsTeam } = open({
    ...states.connect,
    sources: [remembering(true)],
    provenance: since,
  });
  await pane.automatic.begin();
  pane.automatic.stop();
  expect(connectAsTeam).not.toHaveBeenCalled();
});

test("where the team's account is forgotten one's own does not stand in for it: the pane asks", async () => {
  const own = { ...remembering(false), signIn: { ...hosted.signIn!, remembered: {} } };
  const { connect, connectAsTeam, refresh, pane } = await reopened(team, own);
  expect([connect, connectAsTeam, refresh].map(({ mock }) => mock.calls.length)).toEqual([0, 0, 0]);
  expect(pane.store.getState().failure?.failure.code).toBe("refresh-needs-connection");
});

test("a code that was changed meanwhile ends in the gateway's refusal, and the data stay", async () => {
  const { refresh, pane } = await reopened(team, remembering(true), {
    connectAsTeam: async () => failed("source-refused", { source: "hosted" }),
  });
  expect(refresh).not.toHaveBeenCalled();
  expect(pane.store.getState().failure?.failure.code).toBe("source-refused");
});

test("a session that ended overnight is opened anew", async () => {
  const state = { ...states.connect, sources: [remembering(true)], session: team, provenance: ofHosted };
  const { pane, refresh, connectAsTeam } = open(state);
  pane.services.teamRefreshes.add(ofHosted);
  refresh.mockImplementationOnce(async () => failed("session-expired") as never);
  await pane.automatic.begin();
  pane.automatic.stop();
  expect(connectAsTeam).toHaveBeenCalledTimes(1);
  expect(refresh).toHaveBeenCalledTimes(2);
  expect(pane.store.getState().failure).toBeUndefined();
});

test("the pane and its settings say that the automatic refresh uses the team's account; it can be forgotten there", async () => {
  const forgetTeam = jest.fn(async () => success(undefined));
  const state = { ...states.result, sources: [remembering(true)], session: team, provenance: ofHosted };
  const gateway = { forgetTeam, sources: async () => success([remembering(false)]) };
  const { user, pane } = renderPane(state, { gateway });
  expect(screen.getByText("Compte d'équipe : Équipe Nord")).toBeTruthy();
  expect(screen.queryByText(/L'actualisation automatique de ce classeur/)).toBeNull();
  await user.click(screen.getByRole("tab", { name: "Réglages" }));
  await screen.findByRole("heading", { name: "Réglages" });
  pane.services.teamRefreshes.add(ofHosted);
  await user.click(screen.getByRole("switch", { name: "Actualiser à l'ouverture du classeur" }));
  expect(screen.getByText(/utilise le compte d'équipe de HubSpot : elle montre/)).toBeTruthy();
  act(() => pane.store.dispatch({ type: "page-opened", page: "home" }));
  expect(
    screen.getByText("L'actualisation automatique de ce classeur utilise le compte d'équipe."),
  ).toBeTruthy();
  await user.click(screen.getByRole("tab", { name: "Réglages" }));
  await user.click(screen.getByRole("button", { name: "Oublier le compte d'équipe" }));
  expect(forgetTeam).toHaveBeenCalledWith(expect.objectContaining({ id: "hosted" }));
  expect(screen.getByText(/dont ce poste ne se souvient plus/)).toBeTruthy();
});

test("no secret is among what the browser keeps", async () => {
  await reopened(team, remembering(true));
  expect(localStorage.getItem("vigie.teamRefreshes")).toBe(`hosted ${ofHosted.refreshedAt}`);
});
