import { z } from "zod";
import type { Connector } from "../connector";
import { DATA_DATE, httpSource, type Network, parseOptions, TOKEN_OPTIONS, tokensFrom } from "../kit";
import { LABEL, PipedriveClient } from "./client";
import { openConnection } from "./connection";
import { DECLARATION } from "./declaration";

/** A burst is spent for two seconds: the growing waits last longer than that. */
const PATIENCE = { retries: 6 };

const OPTIONS = z.object({
  ...TOKEN_OPTIONS,
  ...DATA_DATE,
});

/**
 * Pipedrive over its REST API (v2, and v1 where there is no other). Reads only. Option beyond the form's, for
 * administrators and tests: `dataDate` (YYYY-MM-DD).
 */
export function pipedriveConnector(network: Network = {}): Connector {
  return {
    declaration: DECLARATION,
    async connect(options, signal) {
      const { dataDate, ...form } = parseOptions(OPTIONS, options);
      const tokens = tokensFrom(form, LABEL.fr);
      // A token of a person's own goes under a name of its own.
      const credentials = form.tokens ? { tokens } : { headers: { "x-api-token": form.token ?? "" } };
      const http = httpSource({ ...PATIENCE, ...network }, LABEL.fr);
      const client = new PipedriveClient({ ...http, ...credentials });
      return openConnection(client, dataDate, signal);
    },
  };
}
