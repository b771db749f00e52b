import { z } from "zod";
import { checkAddress } from "../address";
import type { Connector } from "../connector";
import {
  connectionOptions,
  httpSource,
  type Network,
  parseOptions,
  TOKEN_OPTIONS,
  tokenField,
  tokensFrom,
} from "../kit";
import { DataverseClient, LARGEST_PAGE } from "./client";
import { openConnection } from "./connection";
import { LACKS, TABLES_FILLED } from "./contents";
import { LABEL } from "./errors";

/** The organisation's address names what the token is for: it stands in the request for it, escaped. */
const AUTHORIZE =
  "https://login.microsoftonline.com/{tenant}/oauth2/v2.0/authorize?scope={address}/user_impersonation%20offline_access";

/**
 * Dynamics 365 over the Dataverse Web API. Reads only. Options beyond the form's: `tokens` from the gateway's sign-in,
 * and for administrators and tests `dataDate` (YYYY-MM-DD), `timeZone`, `pageSize`, `privateAddresses`.
 */
export function dynamicsConnector(network: Network = {}): Connector {
  const OPTIONS = z.object({
    address: z.string().trim().min(1),
    ...TOKEN_OPTIONS,
    timeZone: z.string().min(1).default("Europe/Paris"),
    ...connectionOptions(network, { most: LARGEST_PAGE, usual: LARGEST_PAGE }),
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
        tokenField({ fr: "Jeton d'accès, à défaut de connexion", en: "Access token, instead of signing in" }),
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
      const source = { ...httpSource(network, LABEL.fr, form.privateAddresses), tokens };
      const client = new DataverseClient(checkAddress(address, rules), source);
      return openConnection(client, { dataDate, timeZone, pageSize }, signal);
    },
  };
}
