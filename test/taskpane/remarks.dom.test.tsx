import { screen, within } from "@testing-library/react";
import { failed, failure, success } from "../../src/sales/failure";
import { note } from "../../src/sales/note";
import type { RejectedRow } from "../../src/sales/rejected";
import type { Provenance } from "../../src/sales/tables";
import { csvOf } from "../../src/taskpane/pages/remarks/csv";
import { provenance, states } from "./doubles";
import { renderPane } from "./rendering";

const unknown = failure("row-unknown-reference", {
  column: "product_id",
  value: "GTXPro",
  table: "products",
});
const told: Provenance = {
  ...provenance,
  source: states.again.session.source,
  lacks: [{ fr: "Pas de visites.", en: "No visits.", missing: [{ table: "visits" }] }],
  remarks: {
    notes: [
      note("cells-unread", { table: "order_lines", column: "cost", count: 3, value: "n/a" }, "order_lines"),
      note("currency-assumed", { currency: "EUR" }),
    ],
    setAside: [
      {
        table: "order_lines",
        count: 1_500,
        reasons: [{ count: 1_480, column: "product_id", failure: unknown }],
      },
    ],
  },
};

const open = async (changes: Parameters<typeof renderPane>[1] = {}) => {
  const rendered = renderPane({ ...states.again, provenance: told }, changes);
  expect(screen.getByText("3 remarques sur les données, dont 2 à regarder")).toBeTruthy();
  screen.getByRole("button", { name: "Voir" }).focus();
  await rendered.user.keyboard("{Enter}");
  await screen.findByRole("heading", { name: "Remarques sur les données" });
  return rendered;
};

test("the home counts what was told; its page lists it, each with what it costs", async () => {
  const { user } = await open();
  const text = document.querySelector("main")!.textContent!;
  expect(text).toContain("À regarder (1)");
  expect(text).toContain("3 cellules de Coût ne peuvent pas être lues (« n/a »)");
  expect(text).toContain("Indicateurs concernés : MARGE, TAUXMARGE");
  expect(text).toContain("Pas de visites. Indisponible : VISITES");
  expect(text).toContain("Pour information (1)");
  const reasons = within(screen.getByRole("list", { name: "Commandes" })).getAllByRole("listitem");
  expect(reasons.map(({ textContent }) => textContent?.replace(/\s/g, " "))).toEqual([
    expect.stringMatching(/^1 480 × .*GTXPro/),
    "Et 20 autres lignes",
  ]);
  await user.click(screen.getByRole("button", { name: "Retour" }));
  expect(screen.getByText("3 remarques sur les données, dont 2 à regarder")).toBeTruthy();
});

test("data without remarks says nothing", () => {
  renderPane(states.again);
  expect(screen.queryByText(/remarque/)).toBeNull();
});

test("all rows set aside are handed over as a file; a source that gives up says why", async () => {
  const row: RejectedRow = {
    table: "order_lines",
    origin: "commandes.csv, l. 12",
    column: "product_id",
    failure: unknown,
  };
  const files: Blob[] = [];
  URL.createObjectURL = (blob) => `blob:${files.push(blob as Blob)}`;
  URL.revokeObjectURL = () => undefined;
  const answers = [failed("session-expired"), success([row])];
  const { user } = await open({ gateway: { setAside: async () => answers.shift() as never } });
  const button = () => screen.getByRole("button", { name: "Télécharger toutes ces lignes (CSV)" });
  await user.click(button());
  expect(files).toHaveLength(0);
  expect(document.querySelector("main")!.textContent).toMatch(/session|connexion/i);
  await user.click(button());
  expect(files).toHaveLength(1);
  expect(files[0]!.type).toContain("text/csv");
});

test("a text of the source never becomes a formula of the file", () => {
  const file = csvOf(
    [
      ["=1+1", 'a;"b"'],
      ["-2", "é"],
    ],
    "fr",
  );
  expect(file).toBe('\ufeff\'=1+1;"a;""b"""\r\n\'-2;é');
});
