import { screen } from "@testing-library/react";
import { states } from "./doubles";
import { renderPane } from "./rendering";

beforeEach(() => localStorage.clear());

const openSettings = async () => {
  const rendered = renderPane(states.again);
  await rendered.user.click(screen.getByRole("tab", { name: "Réglages" }));
  await screen.findByRole("heading", { name: "Réglages" });
  return rendered;
};

test("by keyboard: refresh on opening, and at half past eight", async () => {
  const { user, pane } = await openSettings();
  screen.getByRole("switch", { name: "Actualiser à l'ouverture du classeur" }).focus();
  await user.keyboard(" ");
  expect(pane.automatic.preferences()).toEqual({ onOpen: true });
  screen.getByRole("switch", { name: "Actualiser à heure fixe, classeur ouvert" }).focus();
  await user.keyboard(" ");
  expect(pane.automatic.preferences()).toEqual({ onOpen: true, at: "08:30" });
  const time = screen.getByRole("textbox", { name: "Heure" });
  await user.clear(time);
  await user.type(time, "7h45");
  await user.tab();
  expect(pane.automatic.preferences()).toEqual({ onOpen: true, at: "07:45" });
  expect(time).toHaveProperty("value", "07:45");
});

test("a time that is none is said, and the last good one stays", async () => {
  const { user, pane } = await openSettings();
  await user.click(screen.getByRole("switch", { name: "Actualiser à heure fixe, classeur ouvert" }));
  const time = screen.getByRole("textbox", { name: "Heure" });
  await user.clear(time);
  await user.type(time, "midi");
  expect(screen.getByText("Une heure s'écrit 8h30 ou 08:30")).toBeTruthy();
  expect(pane.automatic.preferences().at).toBe("08:30");
  await user.tab();
  expect(time).toHaveProperty("value", "08:30");
});

test("the name a colleague reads can be changed", async () => {
  const { user, pane } = await openSettings();
  await user.type(screen.getByRole("textbox", { name: "Votre nom" }), " Ana  Silva ");
  await user.tab();
  expect(pane.services.userName.read()).toBe("Ana Silva");
});

test("figures older than a day say so, fresh ones do not", async () => {
  const old = { ...states.again.provenance, refreshedAt: "2026-11-20T08:30:00+01:00" };
  renderPane({ ...states.again, provenance: old });
  expect(screen.getByText("Ces chiffres ont plus de 3 jours : actualisez avant de décider.")).toBeTruthy();
});

test("figures of this morning bring no note", () => {
  renderPane(states.again);
  expect(screen.queryByText(/actualisez avant de décider/)).toBeNull();
});
