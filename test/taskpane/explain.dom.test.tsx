import { screen, within } from "@testing-library/react";
import { failed, success } from "../../src/sales/failure";
import { explained, states } from "./doubles";
import { renderPane } from "./rendering";

const button = (name: string) => screen.getByRole("button", { name });
const heading = () => screen.getByRole("heading", { level: 2 });

test("from any screen with data, the selected cell is explained with its rows, and one comes back", async () => {
  const writeDetail = jest.fn(async () => success(undefined));
  const { user } = renderPane(states.again, { workbook: { writeDetail } });
  await user.click(button("Expliquer la cellule"));
  expect(await screen.findByRole("heading", { name: "D'où vient ce chiffre" })).toBe(heading());
  expect(document.activeElement).toBe(heading());
  expect(screen.getByText("Chiffre d'affaires (CA)")).toBeTruthy();
  expect(screen.getByText(/^184\s250,50\s€$/)).toBeTruthy();
  expect(screen.getByText("01/01/2026 – 31/12/2026")).toBeTruthy();
  expect(screen.getByText("Région : Nord")).toBeTruthy();
  expect(screen.getByText("Les 100 lignes les plus récentes sur 132")).toBeTruthy();
  const rows = within(screen.getByRole("region", { name: "Lignes derrière ce chiffre" })).getAllByRole("row");
  expect(rows).toHaveLength(101);
  expect(rows[1]?.textContent).toMatch(/^L0Établissements Dupont et Fils20\/11\/20261\s234,5$/);

  await user.click(button("Toutes dans une nouvelle feuille"));
  expect(writeDetail).toHaveBeenCalledWith(explained.found);
  await user.click(button("Retour"));
  expect(heading().textContent).toBe("Vous êtes connecté");
});

test("a cell without KPI is answered kindly, and offers no rows", async () => {
  renderPane(states.unexplained);
  expect(await screen.findByText("Aucun indicateur dans cette cellule.")).toBeTruthy();
  expect(screen.getByText("Feuil1!B2")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Toutes dans une nouvelle feuille" })).toBeNull();
});

test("a cell that shows another computation is said to do so", async () => {
  const cell = { ...explained, found: { ...explained.found!, isCellsNumber: false } };
  renderPane({ ...states.again, explained: cell });
  expect(await screen.findByText(/montre un autre calcul/)).toBeTruthy();
});

test.each([
  ["period-syntax", /n'est pas comprise/],
  ["workbook-editing", /en cours de saisie/],
] as const)("what cannot be explained says why: %s", async (code, text) => {
  const { user } = renderPane(states.circulated, { workbook: { explain: async () => failed(code) } });
  await user.click(button("Expliquer la cellule"));
  expect(screen.getByText(text)).toBeTruthy();
});

test("without data there is nothing to explain", () => {
  renderPane(states.connect);
  expect(screen.queryByRole("button", { name: "Expliquer la cellule" })).toBeNull();
});
