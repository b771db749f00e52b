import { filesConnector } from "../../src/crm/files/connector";
import { createGateway } from "../../src/gateway/gateway";
import { configOf, depsOf } from "./doubles";

const ORDERS = [
  "id;commande;date commande;client;vendeur;produit;canal;quantité;montant",
  ...Array.from(
    { length: 300 },
    (_, row) => `${row};${row};2024-03-01;C1;V1;P1;web;1;${row % 2 ? "x" : "10"}`,
  ),
].join("\n");

async function opened() {
  const { app } = createGateway(configOf(), depsOf([filesConnector({ folders: false })]));
  const form = new FormData();
  form.set("source", "csv");
  form.append("files", new File([ORDERS], "commandes.csv"));
  const answer = await app.request("/api/sessions", { method: "POST", body: form });
  const { token } = await answer.json();
  const ask = async (authorization: string) => {
    const response = await app.request("/api/set-aside", { headers: { Authorization: authorization } });
    const text = await response.text();
    return {
      status: response.status,
      lines: text
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line)),
    };
  };
  return { ask, token };
}

test("every row set aside is told, past the sample of a refresh, and counted at the end", async () => {
  const { ask, token } = await opened();
  const { status, lines } = await ask(`Bearer ${token}`);
  expect(status).toBe(200);
  expect(lines.at(-1)).toEqual({ count: 150 });
  expect(lines).toHaveLength(151);
  expect(lines[0]).toMatchObject({ table: "order_lines", failure: { code: "row-bad-number" } });
  expect(new Set(lines.map(({ origin }) => origin)).size).toBe(151);
});

test("without a session nothing is told", async () => {
  const { ask } = await opened();
  expect((await ask("Bearer x")).status).toBe(401);
});
