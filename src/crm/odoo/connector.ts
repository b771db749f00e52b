import { z } from "zod";
import { checkAddress } from "../address";
import type { Connector } from "../connector";
import { connectionOptions, httpSource, type Network, parseOptions } from "../kit";
import { openConnection } from "./connection";
import { LACKS, TABLES_FILLED } from "./contents";
import { LABEL } from "./protocol";
import { signIn } from "./signIn";

/**
 * A restart of the server takes seconds: with the growing waits, a dozen of them. A page of computed fields may take
 * Odoo long; its own limit is two minutes.
 */
const PATIENCE = { retries: 6, attemptTimeoutMs: 60_000 };

/**
 * Odoo 17 and later, by JSON-RPC or, from 19 on, by its JSON-2. Reads only. Options beyond the form's, for
 * administrators and tests: `dataDate` (YYYY-MM-DD), `pageSize`, `privateAddresses`.
 */
export function odooConnector(network: Network = {}): Connector {
  const OPTIONS = z.object({
    address: z.string().min(1),
    database: z.string().trim().min(1),
    user: z
      .string()
      .trim()
      .optional()
      .transform((user) => user || undefined),
    key: z.string().trim().min(1),
    ...connectionOptions(network, { most: 10_000, usual: 1_000 }),
  });
  return {
    declaration: {
      id: "odoo",
      label: LABEL,
      fields: [
        { name: "address", label: { fr: "Adresse d'Odoo", en: "Odoo address" }, kind: "url" },
        { name: "database", label: { fr: "Base de données", en: "Database" }, kind: "text" },
        {
          name: "user",
          label: { fr: "Identifiant (avant Odoo 19)", en: "Login (before Odoo 19)" },
          kind: "text",
          optional: true,
        },
        { name: "key", label: { fr: "Clé API", en: "API key" }, kind: "secret" },
      ],
      tables: TABLES_FILLED,
      lacks: LACKS,
    },
    async connect(options, signal) {
      const { address, database, user, key, dataDate, pageSize, ...form } = parseOptions(OPTIONS, options);
      const rules = { privateAddresses: form.privateAddresses };
      const who = { address: checkAddress(address, rules), database, user, key };
      const http = httpSource({ ...PATIENCE, ...network }, LABEL.fr, form.privateAddresses);
      return openConnection(await signIn(who, http, signal), { dataDate, pageSize }, signal);
    },
  };
}
