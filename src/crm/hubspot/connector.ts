import { z } from "zod";
import type { Connector } from "../connector";
import { DATA_DATE, httpSource, type Network, parseOptions, TOKEN_OPTIONS, tokensFrom } from "../kit";
import { HubSpotClient, LABEL } from "./client";
import { openConnection } from "./connection";
import { DECLARATION } from "./declaration";

/** A full ten seconds of calls may have been used by others: the growing waits last longer than that. */
const PATIENCE = { retries: 6 };

const OPTIONS = z.object({
  ...TOKEN_OPTIONS,
  ...DATA_DATE,
  orders: z.enum(["auto", "orders", "deals"]).default("auto"),
});

/**
 * HubSpot over its REST API (v3 objects, v4 associations). Reads only. Options beyond the form's, for administrators
 * and tests: `dataDate` (YYYY-MM-DD), `orders` (`auto`, `orders`, `deals`: what stands for an order).
 */
export function hubspotConnector(network: Network = {}): Connector {
  return {
    declaration: DECLARATION,
    async connect(options, signal) {
      const { tokens, token, ...rest } = parseOptions(OPTIONS, options);
      const http = httpSource({ ...PATIENCE, ...network }, LABEL.fr);
      const client = new HubSpotClient({ ...http, tokens: tokensFrom({ tokens, token }, LABEL.fr) });
      return openConnection(client, rest, signal);
    },
  };
}
