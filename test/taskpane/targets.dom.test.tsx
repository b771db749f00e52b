import { act, screen, within } from "@testing-library/react";
import type { CellProblem } from "../../src/kept";
import type { KeptProblems } from "../../src/live/readings";
import { failure, success } from "../../src/sales/failure";
import { targetProblems } from "./doubles";
import { renderPane } from "./rendering";

function paneWithProblems() {
  let tell: (problems: KeptProblems) => void = () => undefined;
  const showCell = jest.fn(async (_place: string) => success(undefined));
  const rendered = renderPane(undefined, {
    workbook: {
      showCell,
      onKeptProblems: (listener) => {
        tell = listener;
      },
    },
  });
  return {
    ...rendered,
    showCell,
    tell: (targets: readonly CellProblem[], settings: readonly CellProblem[] = []) =>
      act(() => tell({ targets, settings })),
  };
}

const expander = () => screen.queryByRole("button", { name: /^Objectifs à corriger/ });

test("bad rows of the targets are counted aloud, opened by keyboard, and lead to their cell", async () => {
  const { pane, user, tell, showCell, container } = paneWithProblems();
  await act(() => pane.effects.start());
  expect(expander()).toBeNull();
  const region = container.querySelector('[aria-live="polite"]')!;
  expect(region.textContent).toBe("");

  await tell(targetProblems);
  expect(region.textContent).toBe("Objectifs à corriger : 2");
  expander()!.focus();
  await user.keyboard("{Enter}");
  const rows = within(
    screen.getByRole("list", { name: /à corriger de la feuille « Objectifs »/ }),
  ).getAllByRole("listitem");
  expect(rows.map(({ textContent }) => textContent)).toEqual([
    "Objectifs!A7L'indicateur « CHIFRE » n'existe pas. Vouliez-vous dire « CA » ?",
    "Objectifs!E12La colonne « Objectif » est vide alors qu'elle est obligatoire.",
  ]);
  screen.getByRole("button", { name: "Objectifs!A7" }).focus();
  await user.keyboard("{Enter}");
  expect(showCell).toHaveBeenCalledWith("Objectifs!A7");
});

test("mended rows leave the list, and with the last one the list goes", async () => {
  const { pane, tell } = paneWithProblems();
  await act(() => pane.effects.start());
  await tell(targetProblems);
  await tell(targetProblems.slice(1));
  expect(expander()?.textContent).toBe("Objectifs à corriger : 1");
  await tell([]);
  expect(expander()).toBeNull();
});

test("five hundred bad rows do not make five hundred lines", async () => {
  const { pane, user, tell } = paneWithProblems();
  await act(() => pane.effects.start());
  await tell(
    Array.from({ length: 500 }, (_, row) => ({
      address: `Objectifs!E${row + 5}`,
      failure: failure("target-invalid", { row: row + 5 }),
      cause: failure("row-bad-number", { value: "x" }),
    })),
  );
  await user.click(expander()!);
  expect(screen.getAllByRole("listitem")).toHaveLength(50);
  expect(screen.getByText("Et 450 autres")).toBeTruthy();
});

test("what is wrong with a setting stands under the settings' sheet, not under the targets'", async () => {
  const { pane, user, tell } = paneWithProblems();
  await act(() => pane.effects.start());
  await tell(
    [],
    [
      {
        address: "Réglages!B5",
        failure: failure("setting-invalid", { row: 5 }),
        cause: failure("row-bad-number", { value: "Brumaire", expected: "1–12" }),
      },
    ],
  );
  expect(expander()).toBeNull();
  await user.click(screen.getByRole("button", { name: "Réglages à corriger : 1" }));
  expect(screen.getByRole("listitem").textContent).toMatch(/^Réglages!B5.*Brumaire/);
});
