import { z } from "zod";
import type { Connector } from "../connector";
import { CREDENTIALS, credentialsOf } from "../credentials";
import { guardedFetch } from "../guardedFetch";
import type { Fetch } from "../http";
import { dataDateOption, parseOptions } from "../options";
import { HubSpotClient, LABEL } from "./client";
import { openConnection } from "./connection";
import { DECLARATION } from "./declaration";

/** A full ten seconds of calls may have been used by others: the growing waits last longer than that. */
const RETRIES = 6;

interface HubSpotOptions {
  /** A stand-in for the network, for tests. */
  readonly fetch?: Fetch;
  readonly retries?: number;
  readonly attemptTimeoutMs?: number;
}

const OPTIONS = z.object({
  ...CREDENTIALS,
  dataDate: z.union([z.undefined(), dataDateOption]),
  orders: z.enum(["auto", "orders", "deals"]).default("auto"),
});

/**
 * HubSpot over its REST API (v3 objects, v4 associations). Reads only. Options beyond the form's, for administrators
 * and tests: `dataDate` (YYYY-MM-DD), `orders` (`auto`, `orders`, `deals`: what stands for an order).
 */
export function hubspotConnector(network: HubSpotOptions = {}): Connector {
  const { fetch = guardedFetch({ privateAddresses: false }), retries = RETRIES, attemptTimeoutMs } = network;
  return {
    declaration: DECLARATION,
    async connect(options, signal) {
      const { tokens, token, ...rest } = parseOptions(OPTIONS, options);
      const client = new HubSpotClient(credentialsOf({ tokens, token }, LABEL.fr), {
        fetch,
        retries,
        ...(attemptTimeoutMs !== undefined && { attemptTimeoutMs }),
      });
      return openConnection(client, rest, signal);
    },
  };
}
