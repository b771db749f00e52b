import { screen } from "@testing-library/react";
import { failed } from "../../src/sales/failure";
import { companyDouble } from "./companyDouble";
import { states } from "./doubles";
import { renderPane } from "./rendering";

beforeEach(() => localStorage.clear());

const openSettings = async (changes: Parameters<typeof renderPane>[1] = {}) => {
  const rendered = renderPane(states.again, changes);
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

test("the company's settings are shown as they are, and each is saved where it was changed, by keyboard", async () => {
  const company = companyDouble({ settings: { fiscalFirstMonth: 4 }, fixed: {}, problems: [] });
  const { user } = await openSettings({ company });
  const month = screen.getByRole("combobox", { name: "Premier mois de l'exercice" });
  expect(month).toHaveProperty("value", "4");
  await user.selectOptions(month, "juillet");
  expect(company.now()?.settings).toEqual({ fiscalFirstMonth: 7 });
  expect(await screen.findByText("Enregistré : les chiffres suivent.")).toBeTruthy();
  const months = screen.getByRole("textbox", { name: /^Mois sans commande/ });
  expect(months).toHaveProperty("value", "12");
  await user.clear(months);
  await user.type(months, "200");
  expect(screen.getByText("Un nombre entier de 1 à 120")).toBeTruthy();
  await user.tab();
  expect(company.now()?.settings).toEqual({ fiscalFirstMonth: 7 });
  await user.clear(months);
  await user.type(months, "18{Enter}");
  expect(company.now()?.settings).toEqual({ fiscalFirstMonth: 7, lostAfterMonths: 18 });
  expect(document.activeElement).toBe(months);
});

test("what the administrator fixed is shown, and cannot be changed", async () => {
  const fixed = { fiscalFirstMonth: 4, lostAfterMonths: 6 };
  await openSettings({ company: companyDouble({ settings: fixed, fixed, problems: [] }) });
  expect(screen.getAllByText("Fixé par votre administrateur.")).toHaveLength(2);
  expect(screen.getByRole("combobox", { name: "Premier mois de l'exercice" })).toHaveProperty(
    "disabled",
    true,
  );
  const months = screen.getByRole("textbox", { name: /^Mois sans commande/ });
  expect(months).toHaveProperty("readOnly", true);
});

test("a setting that the workbook refuses says why", async () => {
  const company = companyDouble(undefined, { save: async () => failed("workbook-editing") });
  const { user } = await openSettings({ company });
  await user.selectOptions(screen.getByRole("combobox"), "juillet");
  expect(await screen.findByText(/Une cellule est en cours de saisie/)).toBeTruthy();
});
