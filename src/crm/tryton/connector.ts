import { z } from "zod";
import { checkAddress } from "../address";
import type { Connector } from "../connector";
import { CrmClock, connectionOptions, httpSource, type Network, parseOptions } from "../kit";
import { LABEL, TrytonClient } from "./client";
import { openConnection } from "./connection";
import { LACKS, TABLES_FILLED } from "./contents";

/** A restart of the server takes seconds: with the growing waits, a dozen of them. */
const PATIENCE = { retries: 6, attemptTimeoutMs: 30_000 };
/** Longer than a transaction of Tryton takes, and than its clocks go apart: what it wrote is then read again. */
const CHANGES_MARGIN_SECONDS = 600;

/**
 * Tryton 6.0 over its JSON-RPC. Reads only. Options beyond the form's, for administrators and tests: `dataDate`
 * (YYYY-MM-DD), `pageSize`, `privateAddresses`, `changesMarginSeconds`.
 */
export function trytonConnector(network: Network = {}): Connector {
  const OPTIONS = z.object({
    address: z.string().min(1),
    database: z.string().trim().min(1),
    user: z.string().trim().min(1),
    password: z.string().min(1),
    ...connectionOptions(network, { most: 10_000, usual: 1_000 }),
    changesMarginSeconds: z.number().min(0).default(CHANGES_MARGIN_SECONDS),
  });
  return {
    declaration: {
      id: "tryton",
      label: LABEL,
      fields: [
        { name: "address", label: { fr: "Adresse du serveur", en: "Server address" }, kind: "url" },
        { name: "database", label: { fr: "Base de données", en: "Database" }, kind: "text" },
        { name: "user", label: { fr: "Identifiant", en: "User name" }, kind: "text" },
        { name: "password", label: { fr: "Mot de passe", en: "Password" }, kind: "secret" },
      ],
      tables: TABLES_FILLED,
      lacks: LACKS,
    },
    async connect(options, signal) {
      const { address, dataDate, pageSize, changesMarginSeconds, ...form } = parseOptions(OPTIONS, options);
      const rules = { privateAddresses: form.privateAddresses };
      const clock = new CrmClock();
      const http = httpSource({ ...PATIENCE, ...network }, LABEL.fr, form.privateAddresses);
      const client = new TrytonClient(
        { ...form, address: checkAddress(address, rules) },
        { ...http, fetch: clock.heard(http.fetch) },
      );
      await client.signIn(signal);
      return openConnection(
        client,
        { user: form.user, dataDate, pageSize, clock, marginSeconds: changesMarginSeconds },
        signal,
      );
    },
  };
}
