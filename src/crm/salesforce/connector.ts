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
import { LARGEST_BATCH, SalesforceClient } from "./client";
import { openConnection } from "./connection";
import { LACKS, TABLES_FILLED } from "./contents";
import { LABEL } from "./errors";

/**
 * Salesforce over its REST API. Reads only. Options beyond the form's: `tokens` from the gateway's sign-in, and for
 * administrators and tests `dataDate` (YYYY-MM-DD), `timeZone`, `pageSize`, `privateAddresses`.
 */
export function salesforceConnector(network: Network = {}): Connector {
  const OPTIONS = z.object({
    address: z.string().trim().min(1),
    ...TOKEN_OPTIONS,
    timeZone: z.string().min(1).optional(),
    ...connectionOptions(network, { most: LARGEST_BATCH, usual: LARGEST_BATCH }),
  });
  return {
    declaration: {
      id: "salesforce",
      label: LABEL,
      fields: [
        {
          name: "address",
          label: {
            fr: "Adresse « Mon domaine » (https://societe.my.salesforce.com)",
            en: "My Domain address (https://company.my.salesforce.com)",
          },
          kind: "url",
        },
        tokenField({ fr: "Jeton d'accès, à défaut de connexion", en: "Access token, instead of signing in" }),
      ],
      tables: TABLES_FILLED,
      lacks: LACKS,
      signIn: {
        authorizeUrl: "{address}/services/oauth2/authorize",
        tokenUrl: "{address}/services/oauth2/token",
        revokeUrl: "{address}/services/oauth2/revoke",
        hosts: ["*.salesforce.com"],
        scopes: ["api", "refresh_token", "openid"],
        registration: {
          fr: "Configuration › Gestionnaire d'applications › application cliente externe : clé et secret du consommateur.",
          en: "Setup › App Manager › external client app: consumer key and secret.",
        },
      },
    },
    async connect(options, signal) {
      const { address, dataDate, timeZone, pageSize, ...form } = parseOptions(OPTIONS, options);
      const tokens = tokensFrom(form, LABEL.fr);
      const rules = { privateAddresses: form.privateAddresses };
      // The sign-in page's address is not always where the data is.
      const instance = checkAddress(tokens.granted.instance_url ?? address, rules);
      const source = { ...httpSource(network, LABEL.fr, form.privateAddresses), tokens };
      const client = new SalesforceClient(instance, source);
      await client.recognise(signal);
      return openConnection(client, { dataDate, timeZone, pageSize }, signal);
    },
  };
}
