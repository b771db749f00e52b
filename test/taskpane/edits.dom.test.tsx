import { screen, within } from "@testing-library/react";
import { success } from "../../src/sales/failure";
import { editedDashboards, states } from "./doubles";
import { renderPane } from "./rendering";

const expander = () => screen.queryByRole("button", { name: /^Cellules modifiées à la main/ });

test("cells changed by hand are counted over all dashboards, listed, and lead to their place", async () => {
  const showCell = jest.fn(async (_place: string) => success(undefined));
  const { user } = renderPane(states.edited, { workbook: { showCell } });
  expect(expander()?.textContent).toBe("Cellules modifiées à la main : 23");
  expander()!.focus();
  await user.keyboard("{Enter}");
  const list = screen.getByRole("list", { name: "Cellules modifiées à la main" });
  expect(
    within(list)
      .getAllByRole("listitem")
      .map(({ textContent }) => textContent),
  ).toEqual(["Matinée!C4Mon titre", "Matinée!D9(vidée)", "Chiffre d'affaires!B40=B39*1,1"]);
  expect(screen.getByText("Et 20 autres")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Chiffre d'affaires!B40" }));
  expect(showCell).toHaveBeenCalledWith("Chiffre d'affaires!B40");
});

test.each([
  ["Garder les modifications", "keep"],
  ["Remplacer par Vigie", "overwrite"],
])("« %s » is obeyed by keyboard, and the question goes", async (name, onEdits) => {
  const buildDashboards = jest.fn(async () => success([]));
  const { user } = renderPane(states.edited, { workbook: { buildDashboards } });
  await user.click(expander()!);
  screen.getByRole("button", { name }).focus();
  await user.keyboard("{Enter}");
  expect(buildDashboards).toHaveBeenCalledWith({ show: false, onEdits });
  expect(expander()).toBeNull();
});

test("a refresh that finds edited dashboards asks, and does not overwrite", async () => {
  const buildDashboards = jest.fn(async () => success(editedDashboards));
  const { user } = renderPane(states.again, { workbook: { buildDashboards } });
  expect(expander()).toBeNull();
  await user.click(screen.getByRole("button", { name: "Actualiser" }));
  expect(buildDashboards).toHaveBeenCalledWith({ show: false });
  expect(expander()).toBeTruthy();
});
