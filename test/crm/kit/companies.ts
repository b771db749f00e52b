import type { Connection, Connector } from "../../../src/crm/connector";
import { dolibarrConnector } from "../../../src/crm/dolibarr/connector";
import { dynamicsConnector } from "../../../src/crm/dynamics/connector";
import { hubspotConnector } from "../../../src/crm/hubspot/connector";
import { odooConnector } from "../../../src/crm/odoo/connector";
import { pipedriveConnector } from "../../../src/crm/pipedrive/connector";
import { salesforceConnector } from "../../../src/crm/salesforce/connector";
import { trytonConnector } from "../../../src/crm/tryton/connector";
import { at, company as dolibarrCompany } from "../dolibarr/company";
import { FAKE_KEY as DOLIBARR_KEY, FakeDolibarr } from "../dolibarr/fakeDolibarr";
import { company as dynamicsCompany } from "../dynamics/company";
import { ADDRESS as DYNAMICS, FakeDataverse } from "../dynamics/fakeDataverse";
import { SCHEMA } from "../dynamics/schema";
import { smallCompany as hubspotCompany } from "../hubspot/company";
import { company as odooCompany } from "../odoo/company";
import { FakeOdoo, FAKE_KEY as ODOO_KEY } from "../odoo/fakeOdoo";
import { smallCompany as pipedriveCompany } from "../pipedrive/company";
import { company as salesforceCompany } from "../salesforce/company";
import { FakeSalesforce, ADDRESS as SALESFORCE } from "../salesforce/fakeSalesforce";
import { FakeTryton } from "../tryton/fakeTryton";
import { SAMPLES } from "../tryton/samples";
import { type Deed, deedsOn, idsBeside, type Recorded } from "./deeds";

/** A connector before a fake of its CRM, in which a small company works. */
export interface Company {
  readonly connector: Connector;
  connect(): Promise<Connection>;
  /** What can be done in it; nothing in a fake that knows no domains. */
  readonly deeds: readonly Deed[];
  /** Does one thing as the CRM does it: the record that is changed is the one that is dated. */
  perform(deed: Deed): void;
}

const never = new AbortController().signal;
const AN_HOUR_MS = 3_600_000;

const opened = (connector: Connector, options: Readonly<Record<string, unknown>>) => ({
  connector,
  connect: () => connector.connect(options, never),
});

const recordsIn = (models: Readonly<Record<string, readonly object[]>>, idOf: (model: string) => string) =>
  Object.entries(models).flatMap(([model, records]) =>
    records.map(
      (values): Recorded => ({ model, id: Reflect.get(values, idOf(model)), values: { ...values } }),
    ),
  );

const idsOf = (records: readonly Recorded[]) => {
  const ids: Record<string, (string | number)[]> = {};
  for (const { model, id } of records) ids[model] = [...(ids[model] ?? []), id];
  return ids;
};

function odoo(): Company {
  const fake = new FakeOdoo(17, odooCompany());
  const records = Object.entries(fake.models).flatMap(([model, { records: found }]) =>
    found.map((values): Recorded => ({ model, id: values.id, values: { ...values } })),
  );
  const ids = idsOf(records);
  const refersTo = (model: string, field: string, value: unknown) => {
    const related = fake.models[model]?.relations?.[field];
    return related && typeof value === "number" ? ids[related] : undefined;
  };
  return {
    ...opened(odooConnector({ fetch: fake.fetch, retries: 0 }), {
      address: "https://odoo.example",
      database: "vigie",
      user: "vigie",
      key: ODOO_KEY,
    }),
    deeds: deedsOn(records, refersTo, /^(id|write_date|login|company_id|currency_id|rate|opened|clicked)$/)
      // Odoo keeps a user's card at both ends.
      .filter(({ model, field }) => model !== "res.users" || field !== "partner_id"),
    perform: ({ model, id, field, value }) => {
      const record = fake.models[model]!.records.find((one) => one.id === id)!;
      Object.assign(record, { [field]: value, write_date: "2024-04-02 09:00:00" });
    },
  };
}

/** Columns of Dolibarr's tables that the API shows under another name. */
const SHOWN_AS: Readonly<Record<string, string>> = {
  fk_statut: "statut",
  client: "client",
  fk_opp_status: "opp_status",
};

function dolibarr(): Company {
  const fake = new FakeDolibarr(22, dolibarrCompany());
  const of = (part: "sql" | "shown") =>
    Object.entries(fake.lists).flatMap(([model, { items }]) =>
      items.map((item): Recorded => ({ model, id: item.id, values: item[part] })),
    );
  const none = () => undefined;
  const twins = new Set(Object.values(SHOWN_AS));
  const shown = deedsOn(
    of("shown"),
    none,
    /^(id|date_modification|socid|fk_soc|.*_id|.*ownerid|status|lines)$/,
  );
  const columns = deedsOn(of("sql"), none, /^(tms|fk_soc|category|type)$/);
  return {
    ...opened(dolibarrConnector({ fetch: fake.fetch, retries: 0 }), {
      address: "https://dolibarr.example",
      key: DOLIBARR_KEY,
    }),
    deeds: [...shown.filter(({ field }) => !twins.has(field)), ...columns],
    perform: ({ model, id, field, value }) => {
      const list = fake.lists[model]!;
      const isColumn = list.items.some((item) => field in item.sql);
      const twin = isColumn ? SHOWN_AS[field] : field;
      list.items = list.items.map((item) =>
        item.id === id
          ? {
              id: item.id,
              sql: { ...item.sql, tms: "2024-04-02 11:00:00", ...(isColumn && { [field]: value as number }) },
              shown: {
                ...item.shown,
                date_modification: at("2024-04-02T09:00:00Z"),
                ...(twin && { [twin]: String(value) }),
              },
            }
          : item,
      );
    },
  };
}

function salesforce(): Company {
  const fake = new FakeSalesforce(salesforceCompany());
  const records = recordsIn(fake.records, () => "Id");
  return {
    ...opened(salesforceConnector({ fetch: fake.fetch, retries: 0 }), {
      address: SALESFORCE,
      tokens: fake.tokens,
    }),
    deeds: deedsOn(
      records,
      idsBeside(idsOf(records)),
      /^(Id|SystemModstamp|CreatedDate|IsDeleted|IsArchived)$/,
    ),
    perform: ({ model, id, field, value }) => {
      fake.now = new Date(fake.now.getTime() + AN_HOUR_MS);
      const stamp = { [field]: value, SystemModstamp: fake.now.toISOString() };
      fake.records[model] = fake.records[model]!.map((one) => (one.Id === id ? { ...one, ...stamp } : one));
    },
  };
}

function dynamics(): Company {
  const fake = new FakeDataverse(dynamicsCompany());
  const idOf = (set: string) => SCHEMA[set]!.id;
  const records = recordsIn(fake.records, idOf).filter(
    ({ model }) => !["organizations", "transactioncurrencies"].includes(model),
  );
  const fixed = new Set([...Object.keys(fake.records).map(idOf), "modifiedon", "createdon"]);
  return {
    ...opened(dynamicsConnector({ fetch: fake.fetch, retries: 0 }), {
      address: DYNAMICS,
      tokens: fake.tokens,
    }),
    deeds: deedsOn(
      records,
      idsBeside(idsOf(records)),
      new RegExp(`^(${[...fixed].join("|")}|.*@.*|_transactioncurrencyid_value)$`),
    ),
    perform: ({ model, id, field, value }) => {
      fake.now = new Date(fake.now.getTime() + AN_HOUR_MS);
      const change = { [field]: value, modifiedon: fake.now.toISOString() };
      fake.records[model] = fake.records[model]!.map((one) =>
        one[idOf(model)] === id ? { ...one, ...change } : one,
      );
    },
  };
}

function hubspot(): Company {
  const fake = hubspotCompany();
  const records = Object.entries(fake.objects).flatMap(([model, found]) =>
    found
      // Nobody works in the recycling bin.
      .filter(({ archivedAt }) => archivedAt === undefined)
      .map(({ id, properties }): Recorded => ({ model, id, values: properties })),
  );
  return {
    ...opened(hubspotConnector({ fetch: fake.fetch, retries: 0 }), { token: fake.token }),
    deeds: deedsOn(records, idsBeside({}), /^(hs_object_id|hs_lastmodifieddate)$/),
    perform: ({ model, id, field, value }) => {
      fake.now += AN_HOUR_MS;
      const record = fake.objects[model]!.find((one) => one.id === id)!;
      record.properties[field] = String(value);
      record.updatedAt = fake.now;
      fake.now += AN_HOUR_MS;
    },
  };
}

function pipedrive(): Company {
  const fake = pipedriveCompany();
  fake.tokensLeft = undefined;
  const records = recordsIn(fake.lists, () => "id");
  return {
    ...opened(pipedriveConnector({ fetch: fake.fetch, retries: 0 }), { token: fake.token }),
    deeds: deedsOn(records, () => undefined, /^(id|update_time|.*_id|prices|visible_to)$/),
    perform: ({ model, id, field, value }) => {
      fake.now += AN_HOUR_MS;
      const record = fake.lists[model]!.find((one) => one.id === id)!;
      Object.assign(record, { [field]: value, update_time: new Date(fake.now).toISOString() });
      fake.now += AN_HOUR_MS;
    },
  };
}

/** This fake knows no domains: what touches a row is tried on a real Tryton (`tryton.test.ts`). */
function tryton(): Company {
  const records = Object.entries(SAMPLES).map(([model, record]) => [model, [record]]);
  const fake = new FakeTryton(Object.fromEntries(records), "sale.line");
  const fetch = async (request: Request) => {
    const answer = await fake.fetch(request);
    answer.headers.set("date", new Date().toUTCString());
    return answer;
  };
  return {
    ...opened(trytonConnector({ fetch, retries: 0 }), {
      address: "https://tryton.example",
      database: "vigie",
      user: "vigie",
      password: "pass-word",
    }),
    deeds: [],
    perform: () => {},
  };
}

/** By the connector's id: each that reads a CRM has to be here. */
export const COMPANIES: Readonly<Record<string, () => Company>> = {
  odoo,
  dolibarr,
  salesforce,
  dynamics,
  hubspot,
  pipedrive,
  tryton,
};
