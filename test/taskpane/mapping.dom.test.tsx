import { screen } from "@testing-library/react";
import type { RememberedMapping } from "../../src/live/rememberedMapping";
import { failure, success } from "../../src/sales/failure";
import type { ColumnMapping, ConnectAnswer, FileToMap } from "../../src/taskpane/gatewayClient";
import { csv, filesToMap, session, states } from "./doubles";
import { renderPane } from "./rendering";

const asking = (files: readonly FileToMap[]): ConnectAnswer => ({
  ok: false,
  failure: failure("file-missing-columns", { file: files[0]!.file, columns: [] }),
  files,
});
const lacking = asking(filesToMap);

async function chosenFiles(
  connect: (mapping: ColumnMapping | undefined) => ConnectAnswer,
  remembered: readonly RememberedMapping[] = [],
) {
  const asked = jest.fn(async (_source: unknown, _values: unknown, mapping?: ColumnMapping) =>
    connect(mapping),
  );
  const keep = jest.fn(async (_added: readonly RememberedMapping[]) => success(undefined));
  const rendered = renderPane(
    { ...states.connect, sources: [csv] },
    { gateway: { connect: asked }, mappings: { read: async () => success(remembered), keep } },
  );
  await rendered.user.upload(screen.getByTestId("file-input"), new File(["a"], "commandes.csv"));
  await rendered.user.click(screen.getByRole("button", { name: "Se connecter" }));
  await screen.findByRole("heading", { name: "Quelle colonne est laquelle ?" });
  return { ...rendered, asked, keep };
}

const select = (label: string) => screen.getByLabelText<HTMLSelectElement>(label);
const connectButton = () => screen.getByRole("button", { name: "Se connecter" });

const ANSWERS: ColumnMapping = {
  order_lines: {
    files: ["commandes.csv"],
    columns: {
      id: "Ligne",
      customer_id: "Client",
      ordered_on: "Date de commande",
      channel: "",
      revenue: "Montant net",
    },
    dates: "mdy",
    decimals: ",",
  },
};

test("what a file leaves open is asked with sample values, prefilled, sent as a mapping and remembered", async () => {
  const { user, asked, keep } = await chosenFiles((mapping) => (mapping ? success(session) : lacking));
  expect(document.activeElement).toBe(screen.getByRole("heading", { name: "Quelle colonne est laquelle ?" }));
  expect(screen.queryByText("Choisissez un titre")).toBeNull();
  expect(select("Client").value).toBe("Client");
  expect(screen.getByText("Par exemple : Dupont · Durand & Fils")).toBeTruthy();
  expect(screen.getAllByText("Par exemple : 03/04/2026 · 05/04/2026")).toHaveLength(2);

  await user.click(connectButton());
  expect(asked).toHaveBeenCalledTimes(1);
  expect(screen.getAllByText("Choisissez un titre")).toHaveLength(2);
  expect(screen.getAllByText("Choisissez une réponse")).toHaveLength(2);

  await user.selectOptions(select("Identifiant"), "Ligne");
  await user.selectOptions(select("Montant HT"), "Client");
  expect(screen.getByText("Ce titre sert déjà à une autre donnée")).toBeTruthy();
  await user.selectOptions(select("Montant HT"), "Montant net");
  await user.selectOptions(select("Comment lire ses dates ?"), "Mois, jour, année");
  await user.selectOptions(select("Quel est le signe des décimales ?"), ",");
  await user.click(screen.getByRole("button", { name: "Autres données, facultatives : 1" }));
  await user.selectOptions(select("Canal (facultatif)"), "");
  await user.click(connectButton());
  expect(asked.mock.calls[1]?.[2]).toEqual(ANSWERS);
  const { headings } = filesToMap[0]!;
  const { files: _, ...answers } = ANSWERS.order_lines!;
  expect(keep).toHaveBeenCalledWith([{ headings, table: "order_lines", ...answers }]);
  expect(screen.getByRole("heading", { level: 2 }).textContent).toBe("Vous êtes connecté");
});

test("the next export of the same headings is prefilled with the answers before, and said to be", async () => {
  const { files: _, ...answers } = ANSWERS.order_lines!;
  const remembered = [{ headings: filesToMap[0]!.headings, table: "order_lines", ...answers }];
  const next = asking([{ ...filesToMap[0]!, file: "commandes-decembre.csv" }]);
  const { user, asked } = await chosenFiles((mapping) => (mapping ? success(session) : next), remembered);
  expect(screen.getByText(/réponses d'un import précédent/)).toBeTruthy();
  await user.click(connectButton());
  expect(asked.mock.calls[1]?.[2]).toEqual({
    order_lines: { ...ANSWERS.order_lines, files: ["commandes-decembre.csv"] },
  });
});

test("a file that nobody can place gets its table from the person, and then its columns", async () => {
  const unknown: FileToMap = {
    file: "export-3.csv",
    tables: ["order_lines", "customers", "targets"],
    headings: ["Ref", "Montant net"],
    samples: {},
    columns: [],
  };
  const placed: FileToMap = {
    ...unknown,
    table: "order_lines",
    columns: [{ name: "revenue", required: true, label: { fr: "Montant HT", en: "Revenue, net" } }],
  };
  const answers = [asking([unknown]), asking([placed]), success(session)];
  const { user, asked, keep } = await chosenFiles(() => answers.shift()!);
  await user.click(connectButton());
  expect(screen.getByText("Choisissez ce que contient ce fichier")).toBeTruthy();
  await user.selectOptions(select("Que contient ce fichier ?"), "order_lines");
  await user.click(connectButton());
  expect(asked.mock.calls[1]?.[2]).toEqual({ order_lines: { files: ["export-3.csv"], columns: {} } });
  await user.selectOptions(await screen.findByLabelText("Montant HT"), "Montant net");
  await user.click(connectButton());
  const columns = { revenue: "Montant net" };
  expect(asked.mock.calls[2]?.[2]).toEqual({ order_lines: { files: ["export-3.csv"], columns } });
  expect(keep).toHaveBeenCalledWith([{ headings: unknown.headings, table: "order_lines", columns }]);
});

test("a file of no use is left out", async () => {
  const unknown: FileToMap = { file: "notes.csv", tables: ["customers"], headings: ["a"], columns: [] };
  const { user, asked } = await chosenFiles((mapping) => (mapping ? success(session) : asking([unknown])));
  await user.selectOptions(select("Que contient ce fichier ?"), "Rien d'utile : le laisser de côté");
  await user.click(connectButton());
  expect(asked.mock.calls[1]?.[2]).toEqual({ ignored: ["notes.csv"] });
});

test("removing the file takes the question back", async () => {
  const { user } = await chosenFiles(() => lacking);
  await user.click(screen.getByRole("button", { name: "Retirer commandes.csv" }));
  expect(screen.queryByText("Quelle colonne est laquelle ?")).toBeNull();
});
