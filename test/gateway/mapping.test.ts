import { filesConnector } from "../../src/crm/files/connector";
import { createGateway } from "../../src/gateway/gateway";
import { configOf, depsOf } from "./doubles";

const CLIENTS = "Numéro interne;Enseigne;Region\n1;Dupont;Nord\n2;Durand;Sud\n";
const REGIONS = { id: "Numéro interne", name: "Enseigne", region: "Region" };

async function connect(files: Readonly<Record<string, string>>, mapping?: unknown) {
  const { app } = createGateway(configOf(), depsOf([filesConnector({ folders: false })]));
  const form = new FormData();
  form.set("source", "csv");
  for (const [name, text] of Object.entries(files)) form.append("files", new File([text], name));
  if (mapping !== undefined) form.set("mapping", JSON.stringify(mapping));
  const response = await app.request("/api/sessions", { method: "POST", body: form });
  const body = await response.json();
  if (response.status !== 201) return { status: response.status, body, lines: [] as string[] };
  const refreshed = await app.request("/api/refresh", {
    headers: { Authorization: `Bearer ${body.token}` },
  });
  return { status: response.status, body, lines: (await refreshed.text()).trim().split("\n") };
}

test("files that lack columns are answered with their headings and what is proposed", async () => {
  const { status, body } = await connect({ "clients.csv": CLIENTS });
  expect(status).toBe(422);
  expect(body.failure).toMatchObject({
    code: "file-missing-columns",
    params: { file: "clients.csv", columns: ["name"] },
  });
  expect(body.files).toHaveLength(1);
  expect(body.files[0]).toMatchObject({
    file: "clients.csv",
    table: "customers",
    headings: ["Numéro interne", "Enseigne", "Region"],
  });
  expect(body.files[0].columns).toContainEqual(
    expect.objectContaining({ name: "region", required: false, heading: "Region" }),
  );
  expect(body.files[0].columns).toContainEqual(expect.objectContaining({ name: "name", required: true }));
});

test("a mapping is taken: the chosen headings fill the columns, and a heading left out stays out", async () => {
  const files = {
    "clients.csv": `${CLIENTS.replace("Region", "Region;Secteur").replaceAll(/(Nord|Sud)/g, "$1;BTP")}`,
  };
  const asked = await connect(files);
  const columns = Object.fromEntries(
    asked.body.files[0].columns.map(({ name, heading = "" }: { name: string; heading?: string }) => [
      name,
      heading,
    ]),
  );
  const chosen = { ...columns, ...REGIONS };
  const { status, lines } = await connect(files, { customers: { file: "clients.csv", columns: chosen } });
  expect(status).toBe(201);
  const chunk = lines
    .map((line) => JSON.parse(line))
    .find(({ type, table }) => type === "chunk" && table === "customers");
  expect(JSON.stringify(chunk)).toContain("Dupont");
  expect(JSON.stringify(chunk)).toContain("BTP");
  const without = { ...chosen, sector: "" };
  const again = await connect(files, { customers: { file: "clients.csv", columns: without } });
  expect(again.lines.join()).not.toContain("BTP");
});

test("a file that nobody can place is offered the tables, then asked for its columns, then taken", async () => {
  const files = { "x.csv": "Réf int.;Qui\n1;Dupont\n" };
  const first = await connect(files);
  expect(first.body.files[0]).toMatchObject({ file: "x.csv", columns: [], samples: { Qui: ["Dupont"] } });
  expect(first.body.files[0].tables).toContain("customers");
  const second = await connect(files, { customers: { files: ["x.csv"], columns: {} } });
  expect(second.status).toBe(422);
  expect(second.body.files[0]).toMatchObject({ file: "x.csv", table: "customers" });
  const columns = Object.fromEntries(
    second.body.files[0].columns.map(({ name }: { name: string }) => [name, ""]),
  );
  const chosen = { ...columns, id: "Réf int.", name: "Qui" };
  const third = await connect(files, { customers: { files: ["x.csv"], columns: chosen } });
  expect(third.status).toBe(201);
  expect(third.lines.join()).toContain("Dupont");
});

test("a mapping that names what is not there is refused with its sentence", async () => {
  const { status, body } = await connect(
    { "clients.csv": CLIENTS },
    { customers: { columns: { nom: "x" } } },
  );
  expect([status, body.failure.code]).toEqual([422, "mapping-invalid"]);
});

test("files whose headings are recognised connect at once", async () => {
  const recognised = "id;nom;region;secteur\n1;Dupont;Nord;BTP\n";
  expect((await connect({ "clients.csv": recognised })).status).toBe(201);
});
