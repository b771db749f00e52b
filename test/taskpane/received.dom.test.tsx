import { act, screen } from "@testing-library/react";
import { failed, success } from "../../src/sales/failure";
import { refreshFromRibbon } from "../../src/taskpane/actions";
import { demo, provenance, session, states } from "./doubles";
import { renderPane } from "./rendering";

const copy = {
  ...provenance,
  circulated: { by: "Ana Silva", on: "2026-11-23T09:00:00Z", scope: "Nord" },
};
const button = (name: string | RegExp) => screen.getByRole("button", { name });
const heading = () => screen.getByRole("heading", { level: 2 });

test.each([
  ["within reach", success([demo])],
  ["out of reach", failed("gateway-unreachable")],
])("a copy that was handed on says from whom and of what, the service being %s", async (_, sources) => {
  const { pane } = renderPane(undefined, {
    workbook: { open: async () => success(copy) },
    gateway: { sources: async () => sources },
  });
  await act(() => pane.effects.start());
  expect(heading().textContent).toBe("Une copie qui vous a été remise");
  expect(screen.getByText(/^Remise par Ana Silva le 23\/11\/2026/)).toBeTruthy();
  expect(screen.getByText("Elle contient seulement : Nord.")).toBeTruthy();
  expect(screen.getByText(/Demandez-les à la personne qui vous l'a remise/)).toBeTruthy();
  expect(button("Afficher le tableau de bord")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Actualiser" })).toBeNull();
});

test("who has rights can connect; a refresh first asks whether all their data may come in", async () => {
  const refresh = jest.fn(async (..._: unknown[]) => success(provenance));
  const { user } = renderPane(
    { ...states.connect, sources: [demo], provenance: copy },
    { workbook: { refresh } },
  );
  await user.click(button("J'ai un accès : me connecter"));
  expect(heading().textContent).toBe("Connecter vos données");
  await user.click(button("Se connecter"));
  await user.click(button("Actualiser"));
  expect(refresh).not.toHaveBeenCalled();
  expect(screen.getByRole("alertdialog", { name: "Cette copie est limitée à : Nord" })).toBeTruthy();
  expect(document.activeElement === button("Garder la copie telle quelle")).toBe(true);
  await user.keyboard("{Enter}");
  expect(screen.queryByRole("alertdialog")).toBeNull();
  expect(refresh).not.toHaveBeenCalled();

  await user.click(button("Actualiser"));
  await user.click(button("Actualiser avec toutes mes données"));
  expect(refresh).toHaveBeenCalledTimes(1);
  expect(screen.queryByRole("alertdialog")).toBeNull();
  expect(heading().textContent).toBe("Données à jour");
});

test("the ribbon's Refresh shows the question instead of refreshing", async () => {
  const refresh = jest.fn(async (..._: unknown[]) => success(provenance));
  const showPane = jest.fn(async () => undefined);
  const { pane } = renderPane({ ...states.again, session, provenance: copy }, { workbook: { refresh } });
  await act(() => refreshFromRibbon(pane.store, pane.actions, showPane));
  expect(refresh).not.toHaveBeenCalled();
  expect(showPane).toHaveBeenCalledTimes(1);
  expect(screen.getByRole("alertdialog")).toBeTruthy();
});

test("a copy of everything is refreshed without a question", async () => {
  const refresh = jest.fn(async (..._: unknown[]) => success(provenance));
  const whole = { ...provenance, circulated: { on: "2026-11-23T09:00:00Z" } };
  const { user } = renderPane({ ...states.again, session, provenance: whole }, { workbook: { refresh } });
  await user.click(button("Actualiser"));
  expect(refresh).toHaveBeenCalledTimes(1);
});
