import { z } from "zod";
import { checkAddress } from "../address";
import type { Connector } from "../connector";
import { guardedFetch } from "../guardedFetch";
import type { Fetch } from "../http";
import { dataDateOption, parseOptions } from "../options";
import { DolibarrClient, homeOf, LABEL } from "./client";
import { openConnection } from "./connection";
import { LACKS, TABLES_FILLED } from "./contents";

const RETRIES = 6;
/** PHP loads each record of a page by itself. */
const ATTEMPT_MS = 60_000;

interface DolibarrOptions {
  /** Whether a Dolibarr on this machine or in a private network may be named, unless the administrator says. */
  readonly privateAddresses: boolean;
  /** A stand-in for the network, for tests. */
  readonly fetch?: Fetch;
  readonly retries?: number;
  readonly attemptTimeoutMs?: number;
}

/**
 * Dolibarr 18 and later by its REST API. Reads only. Options beyond the form's, for administrators and tests:
 * `dataDate` (YYYY-MM-DD), `pageSize`, `privateAddresses`.
 */
export function dolibarrConnector({
  privateAddresses,
  fetch,
  retries = RETRIES,
  attemptTimeoutMs = ATTEMPT_MS,
}: DolibarrOptions): Connector {
  const OPTIONS = z.object({
    address: z.string().min(1),
    key: z.string().trim().min(1),
    dataDate: z.union([z.undefined(), dataDateOption]),
    pageSize: z.coerce.number().int().min(1).max(1_000).default(100),
    privateAddresses: z.boolean().default(privateAddresses),
  });
  return {
    declaration: {
      id: "dolibarr",
      label: LABEL,
      fields: [
        { name: "address", label: { fr: "Adresse de Dolibarr", en: "Dolibarr address" }, kind: "url" },
        { name: "key", label: { fr: "Clé API", en: "API key" }, kind: "secret" },
      ],
      tables: TABLES_FILLED,
      lacks: LACKS,
    },
    async connect(options, signal) {
      const { address, key, dataDate, pageSize, ...form } = parseOptions(OPTIONS, options);
      const rules = { privateAddresses: form.privateAddresses };
      const http = { fetch: fetch ?? guardedFetch(rules), label: LABEL.fr, retries, attemptTimeoutMs };
      const client = new DolibarrClient(homeOf(checkAddress(address, rules)), key, http);
      await client.signIn(signal);
      return openConnection(client, { dataDate, pageSize }, signal);
    },
  };
}
