import type { Connector } from "../src/crm/connector";
import { demoConnector } from "../src/crm/demo/connector";
import { demoCrm } from "../src/crm/demo/crm";
import { demoServer } from "../src/crm/demo/server";
import { dolibarrConnector } from "../src/crm/dolibarr/connector";
import { dynamicsConnector } from "../src/crm/dynamics/connector";
import { filesConnector } from "../src/crm/files/connector";
import type { Fetch } from "../src/crm/http";
import { hubspotConnector } from "../src/crm/hubspot/connector";
import { odooConnector } from "../src/crm/odoo/connector";
import { pipedriveConnector } from "../src/crm/pipedrive/connector";
import { salesforceConnector } from "../src/crm/salesforce/connector";
import { trytonConnector } from "../src/crm/tryton/connector";
import { company as dolibarrCompany } from "../test/crm/dolibarr/company";
import { FAKE_KEY as DOLIBARR_KEY, FakeDolibarr } from "../test/crm/dolibarr/fakeDolibarr";
import { PRODUCT as DYNAMICS_PRODUCT, company as dynamicsCompany } from "../test/crm/dynamics/company";
import { ADDRESS as DYNAMICS, FakeDataverse } from "../test/crm/dynamics/fakeDataverse";
import { smallCompany as hubspotCompany } from "../test/crm/hubspot/company";
import { company as odooCompany } from "../test/crm/odoo/company";
import { FakeOdoo, FAKE_KEY as ODOO_KEY } from "../test/crm/odoo/fakeOdoo";
import { smallCompany as pipedriveCompany } from "../test/crm/pipedrive/company";
import { PRODUCT as SALESFORCE_PRODUCT, company as salesforceCompany } from "../test/crm/salesforce/company";
import { FakeSalesforce, ADDRESS as SALESFORCE } from "../test/crm/salesforce/fakeSalesforce";
import { FakeTryton } from "../test/crm/tryton/fakeTryton";
import { SAMPLES } from "../test/crm/tryton/samples";

/** A connector, what it is opened with, and what answers it. */
export interface BenchSource {
  readonly name: string;
  readonly connector: (fetch: Fetch) => Connector;
  readonly options: Readonly<Record<string, unknown>>;
  readonly answering: Fetch;
}

const FIRST = 1_000;
/** A record as often as wanted, each time with an id of its own. */
const many = <T extends object>(record: T | undefined, count: number, ids: (nth: number) => object): T[] =>
  Array.from({ length: count }, (_, nth) => ({ ...record!, ...ids(FIRST + nth) }));
const numbered = (id: number) => ({ id });

/** The small company of each connector's tests, grown to `records` products. */
export function benchSources(records: number): readonly BenchSource[] {
  return [demo(records), tryton(records), odoo(records), dolibarr(records), salesforce(records)].concat(
    dynamics(records),
    hubspot(records),
    pipedrive(records),
  );
}

const demo = (lines: number): BenchSource => {
  const answering = demoServer(demoCrm({ dataDate: 20_000, lines, seed: 32 }));
  const options = { dataDate: "2024-10-04", lines, pageSize: 1_000 };
  return { name: "demo", connector: (fetch) => demoConnector(() => fetch), options, answering };
};

function tryton(records: number): BenchSource {
  const models = Object.fromEntries(Object.entries(SAMPLES).map(([model, record]) => [model, [record]]));
  const { "product.product": product } = SAMPLES;
  const fake = new FakeTryton(
    { ...models, "product.product": many(product, records, numbered) },
    "product.product",
  );
  const options = {
    address: "https://x.example",
    database: "vigie",
    user: "vigie",
    password: "pass-word",
    dataDate: "2026-11-23",
  };
  const connector = (fetch: Fetch) => trytonConnector({ privateAddresses: false, fetch });
  return { name: "tryton", connector, options, answering: fake.fetch };
}

function odoo(records: number): BenchSource {
  const models = odooCompany();
  const products = models["product.product"]!;
  const grown = { ...products, records: many(products.records[0], records, numbered) };
  const fake = new FakeOdoo(19, { ...models, "product.product": grown }, "res.partner");
  const options = { address: "https://odoo.example", database: "vigie", user: "vigie", key: ODOO_KEY };
  const connector = (fetch: Fetch) => odooConnector({ privateAddresses: false, fetch });
  return { name: "odoo", connector, options, answering: fake.fetch };
}

function dolibarr(records: number): BenchSource {
  const lists = dolibarrCompany();
  const items = many(lists.products!.items[0], records, numbered);
  const fake = new FakeDolibarr(22, { ...lists, products: { items } }, "products");
  const options = { address: "https://dolibarr.example", key: DOLIBARR_KEY };
  const connector = (fetch: Fetch) => dolibarrConnector({ privateAddresses: false, fetch });
  return { name: "dolibarr", connector, options, answering: fake.fetch };
}

function salesforce(records: number): BenchSource {
  const objects = salesforceCompany();
  const Product2 = many(objects.Product2![0], records, (nth) => ({ Id: SALESFORCE_PRODUCT(nth) }));
  const fake = new FakeSalesforce({ ...objects, Product2 }, "Product2");
  const connector = (fetch: Fetch) => salesforceConnector({ privateAddresses: false, fetch });
  const options = { address: SALESFORCE, tokens: fake.tokens };
  return { name: "salesforce", connector, options, answering: fake.fetch };
}

function dynamics(records: number): BenchSource {
  const sets = dynamicsCompany();
  const products = many(sets.products![0], records, (nth) => ({ productid: DYNAMICS_PRODUCT(nth) }));
  const fake = new FakeDataverse({ ...sets, products }, "products");
  const connector = (fetch: Fetch) => dynamicsConnector({ privateAddresses: false, fetch });
  const options = { address: DYNAMICS, tokens: fake.tokens };
  return { name: "dynamics", connector, options, answering: fake.fetch };
}

function hubspot(records: number): BenchSource {
  const fake = hubspotCompany();
  fake.objects.products = many(fake.objects.products![0], records, (nth) => ({ id: String(nth) }));
  const options = { token: fake.token };
  return {
    name: "hubspot",
    connector: (fetch) => hubspotConnector({ fetch }),
    options,
    answering: fake.fetch,
  };
}

function pipedrive(records: number): BenchSource {
  const fake = pipedriveCompany();
  fake.tokensLeft = undefined;
  fake.lists.products = many(fake.lists.products![0], records, numbered);
  const options = { token: fake.token };
  return {
    name: "pipedrive",
    connector: (fetch) => pipedriveConnector({ fetch }),
    options,
    answering: fake.fetch,
  };
}

/** A file of products, which the connector is handed as bytes. */
export function benchCsv(records: number): { readonly connector: Connector; readonly file: Buffer } {
  const lines = Array.from({ length: records }, (_, nth) => `P${nth};Produit ${nth};Famille ${nth % 20}`);
  const file = Buffer.from(`id;name;family\n${lines.join("\n")}\n`);
  return { connector: filesConnector({ folders: false }), file };
}
