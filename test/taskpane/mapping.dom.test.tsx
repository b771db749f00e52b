import { screen } from "@testing-library/react";
import { failure, success } from "../../src/sales/failure";
import type { ColumnMapping, ConnectAnswer } from "../../src/taskpane/gatewayClient";
import { csv, filesToMap, session, states } from "./doubles";
import { renderPane } from "./rendering";

const lacking: ConnectAnswer = {
  ok: false,
  failure: failure("file-missing-columns", { file: "commandes.csv", columns: ["id", "revenue"] }),
  files: filesToMap,
};

async function chosenFiles(connect: (mapping: ColumnMapping | undefined) => ConnectAnswer) {
  const asked = jest.fn(async (_source: unknown, _values: unknown, mapping?: ColumnMapping) =>
    connect(mapping),
  );
  const rendered = renderPane({ ...states.connect, sources: [csv] }, { gateway: { connect: asked } });
  await rendered.user.upload(screen.getByTestId("file-input"), new File(["a"], "commandes.csv"));
  await rendered.user.click(screen.getByRole("button", { name: "Se connecter" }));
  return { ...rendered, asked };
}

const select = (label: string) => screen.getByLabelText<HTMLSelectElement>(label);
const connectButton = () => screen.getByRole("button", { name: "Se connecter" });

test("headings that are not recognised are asked for, prefilled, and sent as a mapping", async () => {
  const { user, asked } = await chosenFiles((mapping) => (mapping ? success(session) : lacking));
  const asks = await screen.findByRole("heading", { name: "Quelle colonne est laquelle ?" });
  expect(document.activeElement).toBe(asks);
  expect(screen.queryByText("Choisissez un titre")).toBeNull();
  expect(select("Client").value).toBe("Client");
  expect(select("Canal (facultatif)").value).toBe("Canal");
  const revenue = screen.getAllByRole("combobox").at(3)!;
  expect((revenue as HTMLSelectElement).value).toBe("");

  await user.click(connectButton());
  expect(asked).toHaveBeenCalledTimes(1);
  expect(screen.getAllByText("Choisissez un titre")).toHaveLength(2);

  await user.selectOptions(screen.getAllByRole("combobox")[0]!, "Ligne");
  await user.selectOptions(revenue, "Client");
  expect(screen.getByText("Ce titre sert déjà à une autre donnée")).toBeTruthy();
  await user.selectOptions(revenue, "Montant net");
  await user.selectOptions(select("Canal (facultatif)"), "");
  await user.click(connectButton());
  expect(asked.mock.calls[1]?.[2]).toEqual({
    order_lines: {
      file: "commandes.csv",
      columns: {
        id: "Ligne",
        customer_id: "Client",
        ordered_on: "Date de commande",
        channel: "",
        revenue: "Montant net",
      },
    },
  });
  expect(screen.getByRole("heading", { level: 2 }).textContent).toBe("Vous êtes connecté");
});

test("removing the file takes the question back", async () => {
  const { user } = await chosenFiles(() => lacking);
  await user.click(screen.getByRole("button", { name: "Retirer commandes.csv" }));
  expect(screen.queryByText("Quelle colonne est laquelle ?")).toBeNull();
});
