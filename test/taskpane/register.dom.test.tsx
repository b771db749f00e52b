import { act, screen, within } from "@testing-library/react";
import axe from "axe-core";
import type { RegisterReading } from "../../src/live/readings";
import type { RegisterService } from "../../src/live/register";
import { failed, failure, success } from "../../src/sales/failure";
import { states } from "./doubles";
import { registerDouble, untouched } from "./registerDouble";
import { renderPane } from "./rendering";

const WAIT = { timeout: 20_000 };

async function page(start?: RegisterReading, changes?: Partial<RegisterService>, language?: "fr" | "en") {
  const register = registerDouble(start, changes);
  const save = jest.spyOn(register, "save");
  const rendered = renderPane(states.register, { register, ...(language && { language }) });
  await screen.findByRole("heading", { name: language === "en" ? "Register" : "Référentiel" }, WAIT);
  return { ...rendered, register, save };
}

const noViolations = async (container: Element) =>
  expect(
    (await axe.run(container, { rules: { "color-contrast": { enabled: false } } })).violations.map(
      ({ id }) => id,
    ),
  ).toEqual([]);
const group = (name: RegExp) => screen.getByRole("heading", { name }).closest("section")!;
const names = (name: RegExp) =>
  within(group(name))
    .getAllByRole("listitem")
    .map((row) => row.querySelector("span")?.textContent);

test("every KPI is listed with its reason, thresholds and who decides, those of the Matinée first", async () => {
  const { container } = await page();
  expect(names(/Affichés dans la Matinée \(10\)/)).toHaveLength(10);
  expect(names(/Affichés/)[0]).toBe("Chiffre d'affaires");
  expect(names(/Les autres \(16\)/)).toContain("Contacts entrants");
  const first = within(group(/Affichés/)).getAllByRole("listitem")[0]!;
  expect(first.textContent).toContain("Tenir le budget de vente");
  expect(first.textContent).toContain("Anticipation 100 % · Alerte 80 %");
  expect(first.textContent).toContain("Décide : Directeur commercial");
  await noViolations(container);
});

test("a switch shows or hides a KPI, by keyboard", async () => {
  const { user, save } = await page();
  screen.getByRole("switch", { name: "Afficher Visites dans la Matinée" }).focus();
  await user.keyboard(" ");
  expect(save).toHaveBeenCalledWith(expect.objectContaining({ kpi: "VISITES", shown: true }));
  expect(names(/Affichés dans la Matinée \(11\)/)).toContain("Visites");
});

test("a rule is judged as it is typed, saved when it is right, and the way back is the button it came from", async () => {
  const { user, save, container } = await page();
  await user.click(screen.getByRole("button", { name: "Modifier Marge" }));
  expect(document.activeElement?.textContent).toBe("Marge : la règle");
  await noViolations(container);

  const alert = screen.getByRole("textbox", { name: "Seuil d'alerte" });
  await user.clear(alert);
  await user.type(alert, "120 %");
  expect(screen.getByText(/doit être inférieur au seuil d'anticipation \(100 %\)/)).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Enregistrer" }));
  expect(save).not.toHaveBeenCalled();

  await user.clear(alert);
  await user.type(alert, "72,5 %");
  await user.clear(screen.getByRole("textbox", { name: "Qui décide" }));
  await user.type(screen.getByRole("textbox", { name: "Qui décide" }), "Léa{Enter}");
  expect(save).toHaveBeenCalledWith(
    expect.objectContaining({ kpi: "MARGE", user: "Léa", thresholds: { alertAttainment: 0.725 } }),
  );
  const back = await screen.findByRole("button", { name: "Modifier Marge" });
  expect(document.activeElement).toBe(back);
  expect(back.closest("li")?.textContent).toContain("Alerte 72,5 %");
});

test("absolute thresholds are typed as values", async () => {
  const { user, save } = await page();
  await user.click(screen.getByRole("button", { name: "Modifier Réclamations" }));
  await user.click(screen.getByRole("radio", { name: "valeur de l'indicateur" }));
  for (const [name, value] of [
    ["Seuil d'anticipation", "10"],
    ["Seuil d'alerte", "1 025,5"],
  ] as const) {
    await user.clear(screen.getByRole("textbox", { name }));
    await user.type(screen.getByRole("textbox", { name }), value);
  }
  await user.click(screen.getByRole("button", { name: "Enregistrer" }));
  expect(save).toHaveBeenCalledWith(
    expect.objectContaining({ thresholds: { anticipationValue: 10, alertValue: 1025.5 } }),
  );
});

test("what the sheet refuses is said, and the form keeps what was typed", async () => {
  const { user } = await page(undefined, {
    save: async () => failed("workbook-protected", { sheet: "Référentiel" }),
  });
  await user.click(screen.getByRole("button", { name: "Modifier Marge" }));
  await user.type(screen.getByRole("textbox", { name: "Qui décide" }), " et Léa");
  await user.click(screen.getByRole("button", { name: "Enregistrer" }));
  expect(await screen.findByText(/protégée/)).toBeTruthy();
  expect((screen.getByRole("textbox", { name: "Qui décide" }) as HTMLInputElement).value).toMatch(/et Léa$/);
});

test("wrong cells of the sheet are counted and lead there", async () => {
  const showCell = jest.fn(async () => success(undefined));
  const problems = [
    {
      address: "Référentiel!H7",
      failure: failure("register-invalid", { row: 7 }),
      cause: failure("row-bad-choice", { value: "bof", possible: ["oui", "non"] }),
    },
  ];
  const { user, pane } = await page({ ...untouched.register, problems });
  jest.spyOn(pane.services.workbook, "showCell").mockImplementation(showCell);
  await user.click(screen.getByRole("button", { name: "Cellules du référentiel à corriger : 1" }));
  await user.click(screen.getByRole("button", { name: "Référentiel!H7" }));
  expect(showCell).toHaveBeenCalledWith("Référentiel!H7");
});

test("an earlier version says who, when and what was different, and comes back with one click", async () => {
  const { user, save, register, container } = await page();
  const before = register.now()!.entries[0]!;
  await act(async () => {
    await register.save({ ...before, user: "Paul", thresholds: { alertAttainment: 0.7 } });
  });
  await user.click(screen.getByRole("button", { name: "Versions précédentes (1)" }));
  const row = within(screen.getByRole("list", { name: "Versions précédentes du référentiel" })).getByRole(
    "listitem",
  );
  expect(row.textContent).toMatch(/Chiffre d'affaires.*changé par Ana/);
  expect(row.textContent).toContain("Avant : alerte 80 %, décide « Directeur commercial »");
  await noViolations(container);
  await user.click(within(row).getByRole("button"));
  expect(save).toHaveBeenLastCalledWith(before);
});

test("it is read in English too", async () => {
  await page(undefined, {}, "en");
  expect(screen.getByRole("heading", { name: "Shown in Morning (10)" })).toBeTruthy();
  expect(screen.getByRole("button", { name: "Edit Margin" })).toBeTruthy();
});

test("without data there is no register yet", async () => {
  await page(undefined, { now: () => undefined });
  expect(screen.getByText(/Actualisez d'abord/)).toBeTruthy();
});

describe("an indicator of one's own", () => {
  test("is typed with completion and its figure, by keyboard, and saved", async () => {
    const { user, save, container } = await page();
    screen.getByRole("button", { name: "Ajouter un indicateur" }).focus();
    await user.keyboard("{Enter}");
    expect(document.activeElement?.textContent).toBe("Un indicateur à vous");
    await user.type(screen.getByRole("textbox", { name: "Code" }), "nordique");
    await user.type(screen.getByRole("textbox", { name: "Nom" }), "Part du Nord");
    const calculation = screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Calcul" });
    await user.type(calculation, "MAR");
    const offered = () =>
      within(screen.getByRole("group", { name: /Compléter/ }))
        .getAllByRole("button")
        .map(({ textContent }) => textContent);
    expect(offered()).toEqual(["MARGE"]);
    await noViolations(container);
    await user.clear(calculation);
    await user.type(calculation, "CA(reg");
    screen.getByRole("button", { name: "region=" }).focus();
    await user.keyboard("{Enter}");
    expect(calculation.value).toBe("CA(region=");
    await user.type(calculation, "No");
    await user.click(await screen.findByRole("button", { name: "Nord" }));
    expect(calculation.value).toBe("CA(region=Nord");
    await user.type(calculation, ") / CA");
    expect(await screen.findByText(/Depuis le début de l'exercice : 0,48$/, {}, WAIT)).toBeTruthy();
    await user.selectOptions(screen.getByRole("combobox", { name: "Unité" }), "%");
    expect(await screen.findByText(/Depuis le début de l'exercice : 48[,.]?\d*\s?%/, {}, WAIT)).toBeTruthy();
    await user.type(screen.getByRole("textbox", { name: "Nom" }), "{Enter}");
    expect(save).toHaveBeenCalledWith(
      expect.objectContaining({
        kpi: "NORDIQUE",
        own: { name: "Part du Nord", better: "high", unit: "percent", calculation: "CA(region=Nord) / CA" },
      }),
    );
    const added = await screen.findByRole("button", { name: "Modifier Part du Nord" });
    expect(added.closest("li")?.textContent).toContain("NORDIQUE = CA(region=Nord) / CA");
    await noViolations(container);
  });

  test.each([
    ["CA + VISITES", /Au caractère 4 : un montant et un nombre ne s'additionnent pas/],
    ["CA(region=Mars)", /« Mars » est inconnu/],
    ["INCONNU", /l'indicateur « INCONNU » n'existe pas/],
  ])("says what is wrong with %s, and does not save what does not read", async (typed, words) => {
    const { user } = await page();
    await user.click(screen.getByRole("button", { name: "Ajouter un indicateur" }));
    await user.type(screen.getByRole("textbox", { name: "Code" }), "essai");
    await user.type(screen.getByRole("textbox", { name: "Calcul" }), typed);
    expect(await screen.findByText(words, {}, WAIT)).toBeTruthy();
  });

  test("does not take a code that is there", async () => {
    const { user, save } = await page();
    await user.click(screen.getByRole("button", { name: "Ajouter un indicateur" }));
    await user.type(screen.getByRole("textbox", { name: "Code" }), "MARGE");
    await user.type(screen.getByRole("textbox", { name: "Calcul" }), "CA / VISITES");
    expect(screen.getByText(/MARGE est déjà celui d'un indicateur/)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Enregistrer" }));
    expect(save).not.toHaveBeenCalled();
  });
});
