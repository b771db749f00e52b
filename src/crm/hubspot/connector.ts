import { z } from "zod";
import { FailureError, failure } from "../../sales/failure";
import type { Connector } from "../connector";
import { guardedFetch } from "../guardedFetch";
import type { Fetch } from "../http";
import { dataDateOption, parseOptions } from "../options";
import type { AccessTokens } from "../signIn";
import { type Credentials, HubSpotClient, LABEL } from "./client";
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
  /** Set by the gateway for those who signed in. */
  tokens: z.custom<AccessTokens>((given) => typeof given === "object" && given !== null).optional(),
  token: z.string().trim().optional(),
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
      const credentials: Credentials | undefined = tokens ? { tokens } : token ? { token } : undefined;
      if (!credentials) throw new FailureError(failure("source-sign-in", { source: LABEL.fr }));
      const client = new HubSpotClient(credentials, {
        fetch,
        retries,
        ...(attemptTimeoutMs !== undefined && { attemptTimeoutMs }),
      });
      return openConnection(client, rest, signal);
    },
  };
}
