import { z } from "zod";
import { checkAddress } from "../address";
import type { Connector } from "../connector";
import { guardedFetch } from "../guardedFetch";
import type { Fetch } from "../http";
import { dataDateOption, parseOptions } from "../options";
import { TOKEN_FIELD, TOKEN_OPTIONS, tokensFrom } from "../staticTokens";
import { DataverseClient, LARGEST_PAGE } from "./client";
import { openConnection } from "./connection";
import { LACKS, TABLES_FILLED } from "./contents";
import { LABEL } from "./errors";

interface DynamicsOptions {
  /** Whether an address on this machine or in a private network may be named, unless the administrator says. */
  readonly privateAddresses: boolean;
  /** A stand-in for the network, for tests. */
  readonly fetch?: Fetch;
  readonly retries?: number;
  readonly attemptTimeoutMs?: number;
}

/** The organisation's address names what the token is for: it stands in the request for it, escaped. */
const AUTHORIZE =
  "https://login.microsoftonline.com/{tenant}/oauth2/v2.0/authorize?scope={address}/user_impersonation%20offline_access";

/**
 * Dynamics 365 over the Dataverse Web API. Reads only. Options beyond the form's: `tokens` from the gateway's sign-in,
 * and for administrators and tests `dataDate` (YYYY-MM-DD), `timeZone`, `pageSize`, `privateAddresses`.
 */
export function dynamicsConnector({ privateAddresses, fetch, ...patience }: DynamicsOptions): Connector {
  const OPTIONS = z.object({
    address: z.string().trim().min(1),
    ...TOKEN_OPTIONS,
    dataDate: z.union([z.undefined(), dataDateOption]),
    timeZone: z.string().min(1).default("Europe/Paris"),
    pageSize: z.coerce.number().int().min(1).max(LARGEST_PAGE).default(LARGEST_PAGE),
    privateAddresses: z.boolean().default(privateAddresses),
  });
  return {
    declaration: {
      id: "dynamics",
      label: LABEL,
      fields: [
        {
          name: "address",
          label: {
            fr: "Adresse de l'environnement (https://societe.crm4.dynamics.com)",
            en: "Environment address (https://company.crm4.dynamics.com)",
          },
          kind: "url",
        },
        {
          name: "tenant",
          label: {
            fr: "Locataire Microsoft Entra (societe.onmicrosoft.com)",
            en: "Microsoft Entra tenant (company.onmicrosoft.com)",
          },
          kind: "text",
        },
        TOKEN_FIELD,
      ],
      tables: TABLES_FILLED,
      lacks: LACKS,
      signIn: {
        authorizeUrl: AUTHORIZE,
        tokenUrl: "https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token",
        scopes: [],
        registration: {
          fr: "Centre d'administration Microsoft Entra › Inscriptions d'applications : ID d'application et secret client.",
          en: "Microsoft Entra admin center › App registrations: application ID and client secret.",
        },
      },
    },
    async connect(options, signal) {
      const { address, dataDate, timeZone, pageSize, ...form } = parseOptions(OPTIONS, options);
      const tokens = tokensFrom(form, LABEL.fr);
      const rules = { privateAddresses: form.privateAddresses };
      const source = { fetch: fetch ?? guardedFetch(rules), label: LABEL.fr, tokens, ...patience };
      const client = new DataverseClient(checkAddress(address, rules), source);
      return openConnection(client, { dataDate, timeZone, pageSize }, signal);
    },
  };
}
