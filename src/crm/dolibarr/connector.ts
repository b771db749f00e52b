import { z } from "zod";
import { checkAddress } from "../address";
import type { Connector } from "../connector";
import { connectionOptions, httpSource, type Network, parseOptions } from "../kit";
import { LABEL } from "./answers";
import { DolibarrClient, homeOf } from "./client";
import { openConnection } from "./connection";
import { LACKS, TABLES_FILLED } from "./contents";

/** PHP loads each record of a page by itself. */
const PATIENCE = { retries: 6, attemptTimeoutMs: 60_000 };

/**
 * Dolibarr 18 and later by its REST API. Reads only. Options beyond the form's, for administrators and tests:
 * `dataDate` (YYYY-MM-DD), `pageSize`, `privateAddresses`, `visits` (ids of kinds of events), `salesperson`.
 */
export function dolibarrConnector(network: Network = {}): Connector {
  const OPTIONS = z.object({
    address: z.string().min(1),
    key: z.string().trim().min(1),
    ...connectionOptions(network, { most: 1_000, usual: 100 }),
    visits: z.array(z.number().int().positive()).min(1).optional(),
    salesperson: z.enum(["author", "representative"]).default("author"),
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
      const { address, key, privateAddresses, ...opening } = parseOptions(OPTIONS, options);
      const http = httpSource({ ...PATIENCE, ...network }, LABEL.fr, privateAddresses);
      const client = new DolibarrClient(homeOf(checkAddress(address, { privateAddresses })), key, http);
      await client.signIn(signal);
      return openConnection(client, opening, signal);
    },
  };
}
