import type { Connector } from "./connector";
import { filesConnector } from "./files/connector";
import { demoConnector } from "./demo/connector";
import { dolibarrConnector } from "./dolibarr/connector";
import { dynamicsConnector } from "./dynamics/connector";
import { hubspotConnector } from "./hubspot/connector";
import { odooConnector } from "./odoo/connector";
import { pipedriveConnector } from "./pipedrive/connector";
import { salesforceConnector } from "./salesforce/connector";
import { trytonConnector } from "./tryton/connector";

/**
 * Every connector of the product, for a gateway: none reads the server's disk, none calls its private network unless
 * the administrator allows it.
 */
export const connectors: readonly Connector[] = [
  demoConnector(),
  filesConnector({ folders: false }),
  trytonConnector({ privateAddresses: false }),
  odooConnector({ privateAddresses: false }),
  dolibarrConnector({ privateAddresses: false }),
  hubspotConnector(),
  pipedriveConnector(),
  salesforceConnector({ privateAddresses: false }),
  dynamicsConnector({ privateAddresses: false }),
];

/** The same for a person's own command line, where a folder or a server in the house may be named. */
export const localConnectors: readonly Connector[] = [
  demoConnector(),
  filesConnector({ folders: true }),
  trytonConnector({ privateAddresses: true }),
  odooConnector({ privateAddresses: true }),
  dolibarrConnector({ privateAddresses: true }),
  hubspotConnector(),
  pipedriveConnector(),
  salesforceConnector({ privateAddresses: true }),
  dynamicsConnector({ privateAddresses: true }),
];
