import type { Connection } from "../../../src/crm/connector";
import { hubspotConnector } from "../../../src/crm/hubspot/connector";
import { load } from "../../../src/crm/load";
import { type Collected, collect } from "../../../src/sales/collect";
import type { Result } from "../../../src/sales/failure";
import type { TableName } from "../../../src/sales/schema";
import type { FakeHubSpot } from "./fakeHubSpot";

export const never = new AbortController().signal;

export const connectorTo = (fake: Pick<FakeHubSpot, "fetch">) =>
  hubspotConnector({ fetch: fake.fetch, retries: 2, attemptTimeoutMs: 500 });

export const connectTo = (fake: FakeHubSpot, more: Record<string, unknown> = {}): Promise<Connection> =>
  connectorTo(fake).connect({ token: "pat-eu1-secret", ...more }, never);

/** A whole refresh; a refusal at the door counts as its failure. */
export async function loaded(
  fake: FakeHubSpot,
  more: Record<string, unknown> = {},
): Promise<Result<Collected>> {
  const connector = connectorTo(fake);
  return connectTo(fake, more).then(
    async (connection) => collect(load(connection, connector.declaration)),
    (error) => ({ ok: false, failure: error.failure }),
  );
}

export async function collected(fake: FakeHubSpot, more: Record<string, unknown> = {}): Promise<Collected> {
  const result = await loaded(fake, more);
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

/** The texts of a column, in the order of the rows; empty ones as null. */
export function texts({ data }: Collected, table: TableName, name: string): (string | null)[] {
  const column = data.tables[table].columns[name];
  if (column?.kind !== "text") throw new Error(`${table}.${name} is no text`);
  return Array.from(column.codes, (code) => column.dictionary[code] ?? null);
}
