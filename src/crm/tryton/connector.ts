import { z } from "zod";
import { checkAddress } from "../address";
import type { Connector } from "../connector";
import { CrmClock } from "../crmClock";
import { guardedFetch } from "../guardedFetch";
import type { Fetch } from "../http";
import { dataDateOption, parseOptions } from "../options";
import { LABEL, TrytonClient } from "./client";
import { openConnection } from "./connection";
import { LACKS, TABLES_FILLED } from "./contents";

/** A restart of the server takes seconds: with the growing waits, a dozen of them. */
const RETRIES = 6;
const ATTEMPT_MS = 30_000;
/** Longer than a transaction of Tryton takes, and than its clocks go apart: what it wrote is then read again. */
const CHANGES_MARGIN_SECONDS = 600;

interface TrytonOptions {
  /** Whether a Tryton on this machine or in a private network may be named, unless the administrator says. */
  readonly privateAddresses: boolean;
  /** A stand-in for the network, for tests. */
  readonly fetch?: Fetch;
  readonly retries?: number;
  readonly attemptTimeoutMs?: number;
}

/**
 * Tryton 6.0 over its JSON-RPC. Reads only. Options beyond the form's, for administrators and tests: `dataDate`
 * (YYYY-MM-DD), `pageSize`, `privateAddresses`, `changesMarginSeconds`.
 */
export function trytonConnector({
  privateAddresses,
  fetch,
  retries = RETRIES,
  attemptTimeoutMs = ATTEMPT_MS,
}: TrytonOptions): Connector {
  const OPTIONS = z.object({
    address: z.string().min(1),
    database: z.string().trim().min(1),
    user: z.string().trim().min(1),
    password: z.string().min(1),
    dataDate: z.union([z.undefined(), dataDateOption]),
    pageSize: z.coerce.number().int().min(1).max(10_000).default(1_000),
    privateAddresses: z.boolean().default(privateAddresses),
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
      const client = new TrytonClient(
        { ...form, address: checkAddress(address, rules) },
        { fetch: clock.heard(fetch ?? guardedFetch(rules)), label: LABEL.fr, retries, attemptTimeoutMs },
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
