import { z } from "zod";
import type { Connector } from "../connector";
import { CREDENTIALS, credentialsOf } from "../credentials";
import { guardedFetch } from "../guardedFetch";
import type { Fetch } from "../http";
import { dataDateOption, parseOptions } from "../options";
import { LABEL, PipedriveClient } from "./client";
import { openConnection } from "./connection";
import { DECLARATION } from "./declaration";

/** A burst is spent for two seconds: the growing waits last longer than that. */
const RETRIES = 6;

interface PipedriveOptions {
  /** A stand-in for the network, for tests. */
  readonly fetch?: Fetch;
  readonly retries?: number;
  readonly attemptTimeoutMs?: number;
}

const OPTIONS = z.object({
  ...CREDENTIALS,
  dataDate: z.union([z.undefined(), dataDateOption]),
});

/**
 * Pipedrive over its REST API (v2, and v1 where there is no other). Reads only. Option beyond the form's, for
 * administrators and tests: `dataDate` (YYYY-MM-DD).
 */
export function pipedriveConnector(network: PipedriveOptions = {}): Connector {
  const { fetch = guardedFetch({ privateAddresses: false }), retries = RETRIES, attemptTimeoutMs } = network;
  return {
    declaration: DECLARATION,
    async connect(options, signal) {
      const { tokens, token, dataDate } = parseOptions(OPTIONS, options);
      const client = new PipedriveClient(credentialsOf({ tokens, token }, LABEL.fr), {
        fetch,
        retries,
        ...(attemptTimeoutMs !== undefined && { attemptTimeoutMs }),
      });
      return openConnection(client, dataDate, signal);
    },
  };
}
