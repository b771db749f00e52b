import { act, cleanup, screen, within } from "@testing-library/react";
import { failed, failure, success } from "../../src/sales/failure";
import type { RefreshFrame } from "../../src/sales/stream";
import { explainFromSheet, refreshFromRibbon } from "../../src/taskpane/actions";
import { crm, csv, demo, explained, frames, provenance, session, states } from "./doubles";
import { renderPane } from "./rendering";

const button = (name: string | RegExp) => screen.getByRole("button", { name });
const heading = () => screen.getByRole("heading", { level: 2 });

test("by keyboard alone: connect, refresh, read what was set aside", async () => {
  const buildDashboards = jest.fn(async () => success([]));
  const { pane, user } = renderPane(undefined, { workbook: { buildDashboards } });
  await act(() => pane.effects.start());
  expect(heading().textContent).toBe("Connecter vos données");
  // Opening the pane must not take the focus from the sheet.
  expect(document.activeElement).toBe(document.body);

  await user.tab();
  expect(document.activeElement).toBe(screen.getByRole("radio", { name: demo.label.fr }));
  await user.tab();
  await user.keyboard("{Enter}");
  expect(heading().textContent).toBe("Vous êtes connecté");
  expect(document.activeElement).toBe(heading());

  await user.tab();
  expect(document.activeElement).toBe(button("Actualiser"));
  await user.keyboard("{Enter}");
  expect(heading().textContent).toBe("Données à jour");
  expect(document.activeElement).toBe(heading());
  expect(buildDashboards).toHaveBeenCalledWith({ show: true });
  expect(screen.getByText(/Données au 23\/11\/2026/)).toBeTruthy();

  const expander = button("Voir les lignes écartées : Clients");
  expander.focus();
  await user.keyboard("{Enter}");
  const list = within(screen.getByRole("list", { name: "Voir les lignes écartées : Clients" }));
  expect(list.getByText("clients.csv, ligne 203 · Créé le")).toBeTruthy();
  expect(list.getByText("« 31/02/2024 » n'est pas une date (colonne « Créé le »).")).toBeTruthy();
});

test("the form asks for what is missing and puts the focus there, then sends what was typed, trimmed", async () => {
  const connect = jest.fn(async () => success(session));
  const { user } = renderPane({ ...states.connect, sources: [crm] }, { gateway: { connect } });
  await user.click(button("Se connecter"));
  expect(connect).not.toHaveBeenCalled();
  expect(screen.getAllByText("À renseigner")).toHaveLength(3);
  await act(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  expect(document.activeElement).toBe(screen.getByLabelText("Adresse"));

  await user.type(screen.getByLabelText("Adresse"), "http://crm.test");
  expect(screen.getByText("Une adresse commence par https://")).toBeTruthy();
  await user.clear(screen.getByLabelText("Adresse"));
  await user.type(screen.getByLabelText("Adresse"), "https://crm.test");
  await user.type(screen.getByLabelText("Identifiant"), "ana");
  await user.type(screen.getByLabelText("Clé d'API"), " s3cret {Enter}");
  expect(connect).toHaveBeenCalledWith(
    crm,
    { url: "https://crm.test", user: "ana", key: "s3cret" },
    undefined,
  );
});

test("the name that was typed signs the refresh, and is there again the next time", async () => {
  localStorage.clear();
  const anonymous = { ...session, user: "" };
  const refresh = jest.fn(async (..._: unknown[]) => success(provenance));
  const first = renderPane(
    { ...states.connect, sources: [demo] },
    { gateway: { connect: async () => success(anonymous) }, workbook: { refresh } },
  );
  await first.user.type(screen.getByLabelText("Votre nom (facultatif)"), " Ana  Silva ");
  await first.user.click(button("Se connecter"));
  await first.user.click(button("Actualiser"));
  expect(refresh.mock.calls[0]?.[1]).toMatchObject({ user: "Ana Silva" });
  first.unmount();
  renderPane({ ...states.connect, sources: [demo] });
  expect(screen.getByLabelText<HTMLInputElement>("Votre nom (facultatif)").value).toBe("Ana Silva");
});

test("who the source says is connected signs before the name that was typed", async () => {
  localStorage.setItem("vigie.userName", "Somebody");
  const refresh = jest.fn(async (..._: unknown[]) => success(provenance));
  const { user } = renderPane(states.again, { workbook: { refresh } });
  await user.click(button("Actualiser"));
  expect(refresh.mock.calls[0]?.[1]).toMatchObject({ user: "Ana" });
});

test("no secret that was typed is kept in the browser", async () => {
  const { user, container } = renderPane({ ...states.connect, sources: [crm] });
  const secret = screen.getByLabelText("Clé d'API");
  expect(secret.getAttribute("type")).toBe("password");
  expect(secret.getAttribute("autocomplete")).toBe("off");
  await user.type(secret, "s3cret");
  expect(container.innerHTML).not.toContain(session.token);
  expect(JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])).not.toContain(
    "s3cret",
  );
});

test("files are listed, replaced by their namesakes, removed, and refused when they are none we read", async () => {
  const connect = jest.fn(async () => success(session));
  const { user } = renderPane({ ...states.connect, sources: [csv] }, { gateway: { connect } });
  await user.click(button("Se connecter"));
  expect(screen.getByText("Choisissez au moins un fichier")).toBeTruthy();

  const input = screen.getByTestId<HTMLInputElement>("file-input");
  const files = [
    new File(["a"], "clients.csv"),
    new File(["b"], "visites.csv"),
    new File(["c"], "photo.png"),
  ];
  input.removeAttribute("accept");
  await user.upload(input, files);
  expect(screen.getByText("Ni CSV, ni Excel, ni JSON, laissé de côté : photo.png")).toBeTruthy();
  const corrected = new File(["aa"], "clients.csv");
  await user.upload(input, corrected);
  await user.click(button("Retirer visites.csv"));
  await user.click(button("Se connecter"));
  expect(connect).toHaveBeenCalledWith(csv, { files: [corrected] }, undefined);
});

test("what the connection recognised and what is absent is said before the refresh", () => {
  renderPane(states.ready);
  expect(screen.getByText("Commandes")).toBeTruthy();
  expect(screen.getByText("Tables absentes")).toBeTruthy();
  expect(screen.getByText("Factures")).toBeTruthy();
});

test("a refresh shows where it is, and Stop leaves the last data in force", async () => {
  async function* endless(signal: AbortSignal): AsyncGenerator<RefreshFrame> {
    yield* frames.slice(0, 7);
    await new Promise((resolve) => signal.addEventListener("abort", resolve));
    yield { type: "error", failure: failure("stopped") };
  }
  const { user } = renderPane(states.again, { gateway: { refresh: (_, signal) => endless(signal) } });
  await user.click(button("Actualiser"));
  expect(screen.getByRole("status").textContent).toBe("Table 5 sur 12 : Commandes");
  expect(screen.getByText(/9\s880 lignes reçues/)).toBeTruthy();
  expect(screen.getByText("Durée : 0 s")).toBeTruthy();
  expect(Number(screen.getByRole("progressbar").getAttribute("aria-valuenow"))).toBeGreaterThan(0.33);

  await user.click(button("Arrêter"));
  expect(screen.getByText(/Arrêté à votre demande/)).toBeTruthy();
  expect(screen.getByText("Données au 23/11/2026")).toBeTruthy();
  await user.click(button("Réessayer"));
  expect(screen.getByRole("status").textContent).toBe("Table 5 sur 12 : Commandes");
});

test.each([
  [
    "workbook-locked",
    { user: "Bo", since: new Date(2026, 10, 23, 8, 27).toISOString() },
    /déjà en cours par Bo depuis 08:27/,
  ],
  ["stream-truncated", {}, /se sont interrompues en route/],
  ["workbook-protected", { sheet: "CA" }, /« CA » est protégée/],
] as const)("a refresh that fails with %s says why and offers to try again", async (code, params, text) => {
  const refresh = jest.fn(async () => failed(code, params));
  const { user } = renderPane(states.again, { workbook: { refresh } });
  await user.click(button("Actualiser"));
  expect(screen.getByText(text)).toBeTruthy();
  await user.click(button("Réessayer"));
  expect(refresh).toHaveBeenCalledTimes(2);
  await user.click(button("Fermer ce message"));
  expect(screen.queryByRole("button", { name: "Réessayer" })).toBeNull();
});

test("an expired session leads to the form with its sentence", async () => {
  const { user } = renderPane(states.again, { workbook: { refresh: async () => failed("session-expired") } });
  await user.click(button("Actualiser"));
  expect(heading().textContent).toBe("Connecter vos données");
  expect(screen.getByText("La connexion a expiré. Reconnectez-vous.")).toBeTruthy();
});

test("dashboards that cannot be written leave the result in sight, and can be asked again", async () => {
  const results = [failed("workbook-protected", { sheet: "CA" }), success([])];
  const buildDashboards = jest.fn(async () => results.shift()!);
  const { user } = renderPane(states.again, { workbook: { buildDashboards } });
  await user.click(button("Actualiser"));
  expect(heading().textContent).toBe("Données à jour");
  await user.click(button("Réessayer"));
  expect(buildDashboards).toHaveBeenLastCalledWith({ show: true });
});

test("a circulated workbook says kindly that its figures stand, and finds the service again", async () => {
  let isUp = false;
  const { pane, user } = renderPane(undefined, {
    workbook: { open: async () => success(provenance) },
    gateway: { sources: async () => (isUp ? success([demo]) : failed("gateway-unreachable")) },
  });
  await act(() => pane.effects.start());
  expect(heading().textContent).toBe("Les chiffres viennent du classeur");
  expect(screen.queryByRole("button", { name: "Actualiser" })).toBeNull();
  expect(button("Afficher le tableau de bord")).toBeTruthy();
  isUp = true;
  await user.click(button("Réessayer"));
  expect(heading().textContent).toBe("Connecter vos données");
});

test("without data and without the service, the way out is said", async () => {
  const { pane } = renderPane(undefined, { gateway: { sources: async () => failed("gateway-unreachable") } });
  await act(() => pane.effects.start());
  expect(heading().textContent).toBe("Le service Vigie est injoignable");
  expect(screen.getByText("Pas encore de données")).toBeTruthy();
});

test("a damaged workbook is told at once, and refreshing stays possible", async () => {
  const { pane } = renderPane(undefined, { workbook: { open: async () => failed("workbook-damaged", {}) } });
  await act(() => pane.effects.start());
  expect(heading().textContent).toBe("Connecter vos données");
  expect(button("Réessayer")).toBeTruthy();
});

test("the ribbon's Refresh is the pane's: it refreshes, or shows the pane that says why not", async () => {
  const showPane = jest.fn(async () => undefined);
  const { pane } = renderPane(states.connect);
  await act(() => refreshFromRibbon(pane.store, pane.actions, showPane));
  expect(showPane).toHaveBeenCalledTimes(1);
  await act(() => pane.effects.connect(demo, {}));
  await act(() => refreshFromRibbon(pane.store, pane.actions, showPane));
  expect(showPane).toHaveBeenCalledTimes(1);
  expect(heading().textContent).toBe("Données à jour");
});

test("« Expliquer » from a cell's menu or the keyboard shows the pane, and the story when there is data", async () => {
  const order: string[] = [];
  const showPane = jest.fn(async () => void order.push("pane"));
  const explain = async () => {
    order.push("explain");
    return success(explained);
  };
  const empty = renderPane(states.connect, { workbook: { explain } });
  await act(() => explainFromSheet(empty.pane.store, empty.pane.actions, showPane));
  expect(order).toEqual(["pane"]);
  cleanup();
  const { pane } = renderPane(states.again, { workbook: { explain } });
  await act(() => explainFromSheet(pane.store, pane.actions, showPane));
  expect(order).toEqual(["pane", "pane", "explain"]);
  expect(heading().textContent).toBe("D'où vient ce chiffre");
});

test("two refreshes never run at once", async () => {
  const refresh = jest.fn(() => new Promise<never>(() => undefined));
  const { pane } = renderPane(states.again, { workbook: { refresh } });
  act(() => {
    void pane.actions.refresh.run();
    void pane.actions.refresh.run();
  });
  expect(refresh).toHaveBeenCalledTimes(1);
});

test("changing the source hangs up and forgets the token", async () => {
  const disconnect = jest.fn(async () => undefined);
  const { pane, user } = renderPane(states.result, { gateway: { disconnect } });
  await user.click(button("Changer de source"));
  expect(disconnect).toHaveBeenCalledWith(session);
  expect(JSON.stringify(pane.store.getState())).not.toContain(session.token);
  expect(heading().textContent).toBe("Connecter vos données");
});

test("in English everything is English", () => {
  renderPane(states.result, { language: "en" });
  expect(heading().textContent).toBe("Data up to date");
  expect(screen.getByText("Data as of 11/23/2026")).toBeTruthy();
  expect(document.body.textContent).not.toMatch(/[éèêàç]|Lignes|Actualis/);
});
