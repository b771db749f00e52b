import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { loadSource } from "../../src/cli/source";
import type { Fetch } from "../../src/crm/http";
import { company as dolibarrCompany } from "./dolibarr/company";
import { FAKE_KEY as DOLIBARR_KEY, FakeDolibarr } from "./dolibarr/fakeDolibarr";
import { totals } from "./kpis";
import { company as odooCompany } from "./odoo/company";
import { FakeOdoo, FAKE_KEY as ODOO_KEY } from "./odoo/fakeOdoo";

const ODOO = { VIGIE_ODOO_DATABASE: "vigie", VIGIE_ODOO_USER: "vigie", VIGIE_ODOO_KEY: ODOO_KEY };
const DOLIBARR = { VIGIE_DOLIBARR_KEY: DOLIBARR_KEY };

/** A fake CRM behind a real socket. */
async function served<T>(fetch: Fetch, work: (address: string) => Promise<T>): Promise<T> {
  const answer = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const parts: Buffer[] = [];
    for await (const part of incoming) parts.push(part as Buffer);
    const body = Buffer.concat(parts);
    const request = new Request(`http://crm.example${incoming.url}`, {
      method: incoming.method ?? "GET",
      headers: incoming.headers as Record<string, string>,
      ...(body.length > 0 && { body }),
    });
    const response = await fetch(request);
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    outgoing.end(Buffer.from(await response.arrayBuffer()));
  };
  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing).catch((error) => outgoing.destroy(error as Error));
  });
  try {
    return await work(await listening(server));
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

async function listening(server: Server): Promise<string> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("no port");
  return `http://127.0.0.1:${address.port}`;
}

const COMMAND = {
  language: "fr",
  dataDate: "2024-08-15",
  help: false,
  frozen: false,
  live: false,
  scopes: [],
} as const;

describe("a CRM named on the command line", () => {
  const load = (source: string, environment: Readonly<Record<string, string>>) =>
    loadSource({ ...COMMAND, source }, { environment });

  test.each([17, 19] as const)(
    "odoo:ADDRESS with its credentials from the environment, Odoo %i",
    async (version) => {
      const { fetch } = new FakeOdoo(version, odooCompany());
      const loaded = await served(fetch, (address) => load(`odoo:${address}`, ODOO));
      expect(await totals(loaded, ["CA", "ENCOURS"])).toEqual({ CA: 199.99, ENCOURS: -60.01 });
    },
  );

  test.each([18, 22] as const)(
    "dolibarr:ADDRESS with its key from the environment, Dolibarr %i",
    async (version) => {
      const { fetch } = new FakeDolibarr(version, dolibarrCompany());
      const loaded = await served(fetch, (address) => load(`dolibarr:${address}`, DOLIBARR));
      expect(await totals(loaded, ["CA", "ENCOURS"])).toEqual({ CA: 400, ENCOURS: -60.01 });
    },
  );

  test("one CRM's address given to the other is told", async () => {
    const odoo = new FakeOdoo(17, odooCompany());
    const dolibarr = new FakeDolibarr(18, dolibarrCompany());
    const code = (loading: Promise<unknown>) =>
      loading.then(
        () => "loaded",
        (error) => error.failure.code,
      );
    expect(await served(odoo.fetch, (address) => code(load(`dolibarr:${address}`, DOLIBARR)))).toBe(
      "source-address",
    );
    expect(await served(dolibarr.fetch, (address) => code(load(`odoo:${address}`, ODOO)))).toBe(
      "source-address",
    );
  });

  test.each([
    ["odoo:", ODOO, "--source"],
    ["odoo:https://odoo.example", { VIGIE_ODOO_DATABASE: "vigie" }, "VIGIE_ODOO_KEY"],
    ["odoo:https://odoo.example", { VIGIE_ODOO_KEY: "k" }, "VIGIE_ODOO_DATABASE"],
    ["dolibarr:https://dolibarr.example", {}, "VIGIE_DOLIBARR_KEY"],
  ])("%s without all that it needs", async (source, environment, setting) => {
    await expect(load(source, environment as Record<string, string>)).rejects.toMatchObject({
      failure: { code: "configuration-invalid", params: { setting } },
    });
  });
});
