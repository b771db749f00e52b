import { configure, screen, waitFor, within } from "@testing-library/react";
import type { AlertsService } from "../../src/live/alerts";
import { failed, failure, success } from "../../src/sales/failure";
import { alertsDouble, keptAlerts } from "./alertsDouble";
import { states } from "./doubles";
import { renderPane } from "./rendering";

// The page's chunk is loaded when first opened: a busy machine takes its time.
configure({ asyncUtilTimeout: 15_000 });
jest.setTimeout(60_000);

/** The page with its alerts read. */
async function page(changes: Partial<AlertsService> = {}, more: Parameters<typeof renderPane>[1] = {}) {
  const rendered = renderPane(states.alerts, { alerts: changes, ...more });
  await screen.findByRole("heading", { level: 2, name: more.language === "en" ? "Alerts" : "Alertes" });
  return rendered;
}
const card = async (name: RegExp) => {
  const found = (await screen.findAllByRole("listitem")).find(
    (item) => name.test(item.textContent ?? "") && within(item).queryAllByRole("button").length > 0,
  );
  if (!found) throw new Error(`no card ${name}`);
  return found;
};
const button = (within_: HTMLElement, name: RegExp) => within(within_).getByRole("button", { name });

test("alerts stand by tier, the early one first, each with its sign, figures, decision and user", async () => {
  await page();
  expect(await screen.findByRole("heading", { level: 3, name: "◆ Alerte : 2" })).toBeTruthy();
  expect(screen.getByRole("heading", { level: 3, name: "▲ Anticipation : 2" })).toBeTruthy();
  const [first, second] = within(screen.getByRole("list", { name: "◆ Alerte : 2" })).getAllByRole("listitem");
  expect(first!.textContent).toMatch(/◆ Alerte.*Réclamations inhabituelles.*32 FreshAir/);
  expect(first!.textContent).toMatch(/Valeur45Habituel1,8/);
  expect(second!.textContent).toMatch(/Chiffre d'affaires.*Nord · 2026-11.*Depuis le 23\/11\/2026/);
  expect(second!.textContent).toMatch(/Avant : ▲ Anticipation/);
  expect(second!.textContent).toMatch(
    /Valeur184\s250\s€Attendu à ce jour245\s333\s€Écart61\s083\s€ \(24,9\s%\)/,
  );
  expect(second!.textContent).toMatch(/Réunir l'équipe.*Ana Silva/);
});

test("what changed is listed since the last refresh and since Monday", async () => {
  await page();
  const list = await screen.findByRole("list", { name: "Depuis la dernière actualisation" });
  expect(within(list).getAllByRole("listitem")[1]?.textContent).toBe(
    "Chiffre d'affaires · Nord · 2026-11 : ▲ Anticipation → ◆ Alerte",
  );
  expect(screen.getByRole("list", { name: "Depuis le lundi 16/11/2026" })).toBeTruthy();
});

test("seen is signed; the tab counts what nobody has seen or put aside", async () => {
  const { user } = await page();
  const tab = () => screen.getByRole("tab", { name: /^Alertes/ }).textContent;
  await waitFor(() => expect(tab()).toMatch(/4$/));
  const nord = await card(/Nord/);
  await user.click(button(nord, /^Vu : Chiffre d'affaires · Nord/));
  expect((await card(/Nord/)).textContent).toMatch(/Vu par Ana le/);
  expect(tab()).toMatch(/3$/);
});

test("a pause is chosen by keyboard, and taken back", async () => {
  const { user } = await page();
  const nord = await card(/Nord/);
  button(nord, /^Mettre en pause/).focus();
  await user.keyboard("{Enter}");
  // jsdom measures nothing, so that arrows find no neighbour there: test/e2e presses them in Chromium.
  (await screen.findByRole("menuitem", { name: "Jusqu'à ce que ça s'aggrave" })).focus();
  await user.keyboard("{Enter}");
  expect(await screen.findByRole("heading", { level: 3, name: "En pause : 1" })).toBeTruthy();
  expect(screen.getByText("En pause tant que ça ne s'aggrave pas")).toBeTruthy();
  await user.click(button(await card(/Nord/), /^Reprendre/));
  await waitFor(() => expect(screen.queryByText(/^En pause/)).toBeNull());
});

test("one press makes an action with the register's decision and user, and a due date", async () => {
  const { user, pane } = await page();
  await user.click(button(await card(/Nord · /), /^Créer une action/));
  expect(await screen.findByText("Action A-002 créée dans « Plan d'action »")).toBeTruthy();
  expect(pane.services.alerts.now()?.actions.at(-1)).toMatchObject({
    id: "A-002",
    kpi: "CA",
    axis: "Région",
    member: "Nord",
    alert: "◆ Alerte · Chiffre d'affaires · Nord · 2026-11",
    decision: "Réunir l'équipe et rappeler les dix premiers clients",
    owner: "Ana Silva",
    due: 20_787,
    state: "todo",
    createdOn: 20_780,
  });
});

test("an action is changed in the pane; a late one says so with a sign; wrong rows lead to their cell", async () => {
  const showCell = jest.fn(async (_place: string) => success(undefined));
  const { user, pane } = await page({}, { workbook: { showCell } });
  expect(await screen.findByText("◆ En retard")).toBeTruthy();
  await user.clear(screen.getByRole("textbox", { name: "Responsable de A-001" }));
  await user.type(screen.getByRole("textbox", { name: "Responsable de A-001" }), "=Cy");
  await user.selectOptions(screen.getByRole("combobox", { name: "État de A-001" }), "fait");
  await waitFor(() =>
    expect(pane.services.alerts.now()?.actions[0]).toMatchObject({ owner: "=Cy", state: "done" }),
  );
  expect(screen.queryByText("◆ En retard")).toBeNull();
  await user.click(screen.getByRole("button", { name: "Plan d'action!H6" }));
  expect(showCell).toHaveBeenCalledWith("Plan d'action!H6");
});

test("an alert is explained, and one comes back to the page", async () => {
  const { user } = await page();
  await user.click(button(await card(/Nord · /), /^Expliquer/));
  expect(await screen.findByRole("heading", { level: 2, name: "D'où vient ce chiffre" })).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Retour" }));
  expect(await screen.findByRole("heading", { level: 2, name: "Alertes" })).toBeTruthy();
});

test("a message is ready for the contact centre; its address is kept, and it is copied", async () => {
  const { user, pane } = await page();
  const star = await card(/Réclamations inhabituelles/);
  await user.click(button(star, /^Écrire/));
  expect(document.activeElement?.textContent).toBe("Message prêt");
  const recipient = screen.getByRole<HTMLSelectElement>("combobox", { name: "Destinataire" });
  expect(recipient.selectedOptions[0]?.textContent).toBe("Centre de contact");
  const body = screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Message" });
  await waitFor(() => expect(body.value).toMatch(/Lignes de données derrière ce chiffre : 132/));
  expect(body.value).toMatch(/32 FreshAir .* est en « ◆ Alerte » depuis le 23\/11\/2026/);
  expect(body.value).toMatch(/- Valeur : 45\n- Habituel : 1,8/);
  await user.type(screen.getByRole("textbox", { name: /^Adresse/ }), "centre@clim-azur.fr");
  await user.click(screen.getByRole("button", { name: "Copier" }));
  expect(await screen.findByText("Message copié.")).toBeTruthy();
  expect(await navigator.clipboard.readText()).toBe(body.value);
  expect(pane.services.alerts.now()?.book.recipients).toEqual({
    marketing: "marketing@clim-azur.fr",
    contactCentre: "centre@clim-azur.fr",
  });
  const link = screen.getByRole<HTMLAnchorElement>("link", { name: "Ouvrir dans la messagerie" });
  expect(link.href).toMatch(/^mailto:centre@clim-azur\.fr\?subject=%5BVigie%5D/);
  await user.click(screen.getByRole("button", { name: "Fermer" }));
  expect(document.activeElement?.getAttribute("aria-label")).toMatch(/^Écrire/);
});

test("where the clipboard is refused, the text is selected for the keyboard", async () => {
  const { user } = await page();
  await user.click(button(await card(/Nord · /), /^Écrire/));
  jest.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new Error("NotAllowedError"));
  await user.click(screen.getByRole("button", { name: "Copier" }));
  expect(await screen.findByText(/La copie est refusée ici/)).toBeTruthy();
  const body = screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Message" });
  expect([document.activeElement, body.selectionEnd]).toEqual([body, body.value.length]);
});

test("what the workbook refuses is said, and the page stays", async () => {
  const { user } = await page({ keep: async () => failed("workbook-protected", { sheet: "Plan d'action" }) });
  await user.click(button(await card(/Nord · /), /^Créer une action/));
  expect(await screen.findByText(/Plan d'action.*protégé/)).toBeTruthy();
  expect(await card(/Nord · /)).toBeTruthy();
});

test("without any alert, or without any target, the page says so", async () => {
  const calm = {
    ...keptAlerts,
    book: { ...keptAlerts.book, history: { ...keptAlerts.book.history!, standings: [] } },
  };
  await page({ ...alertsDouble({}, calm) });
  expect(await screen.findByText(/Aucun objectif en vigueur/)).toBeTruthy();
});

test("alerts that cannot be read say why", async () => {
  await page({ read: async () => ({ ok: false, failure: failure("workbook-busy") }) });
  expect(await screen.findByText(/Excel/)).toBeTruthy();
});

test("the same in English", async () => {
  await page({}, { language: "en" });
  expect(await screen.findByRole("heading", { level: 3, name: "◆ Alert: 2" })).toBeTruthy();
  expect((await card(/Nord · /)).textContent).toMatch(/Revenue.*Expected by now/);
});
