import type { Connection } from "../../../src/crm/connector";
import { load } from "../../../src/crm/load";
import { pipedriveConnector } from "../../../src/crm/pipedrive/connector";
import { type Collected, collect } from "../../../src/sales/collect";
import type { Result } from "../../../src/sales/failure";
import type { FakePipedrive } from "./fakePipedrive";

export const never = new AbortController().signal;
export const TOKEN = { token: "api-token-secret" };

export const connectorTo = (fake: Pick<FakePipedrive, "fetch">) =>
  pipedriveConnector({ fetch: fake.fetch, retries: 2, attemptTimeoutMs: 500 });

export const connectTo = (fake: FakePipedrive, more: Record<string, unknown> = {}): Promise<Connection> =>
  connectorTo(fake).connect({ ...TOKEN, ...more }, never);

/** A whole refresh; a refusal at the door counts as its failure. */
export async function loaded(
  fake: FakePipedrive,
  more: Record<string, unknown> = {},
): Promise<Result<Collected>> {
  const { declaration } = connectorTo(fake);
  return connectTo(fake, more).then(
    async (connection) => collect(load(connection, declaration)),
    (error) => ({ ok: false, failure: error.failure }),
  );
}

export async function collected(fake: FakePipedrive, more: Record<string, unknown> = {}): Promise<Collected> {
  const result = await loaded(fake, more);
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}
