import type { Connector } from "./connector";
import { demoConnector } from "./demo/connector";
import { dolibarrConnector } from "./dolibarr/connector";
import { dynamicsConnector } from "./dynamics/connector";
import { filesConnector } from "./files/connector";
import { hubspotConnector } from "./hubspot/connector";
import { odooConnector } from "./odoo/connector";
import { pipedriveConnector } from "./pipedrive/connector";
import { salesforceConnector } from "./salesforce/connector";
import { trytonConnector } from "./tryton/connector";

/** Every connector of the product, by what the machine it runs on may open. */
const connectorsFor = ({ folders, privateAddresses }: { folders: boolean; privateAddresses: boolean }) => [
  demoConnector(),
  filesConnector({ folders }),
  trytonConnector({ privateAddresses }),
  odooConnector({ privateAddresses }),
  dolibarrConnector({ privateAddresses }),
  hubspotConnector(),
  pipedriveConnector(),
  salesforceConnector({ privateAddresses }),
  dynamicsConnector({ privateAddresses }),
];

/**
 * For a gateway: none reads the server's disk, none calls its private network unless the administrator allows it.
 */
export const connectors: readonly Connector[] = connectorsFor({ folders: false, privateAddresses: false });

/** For a person's own command line, where a folder or a server in the house may be named. */
export const localConnectors: readonly Connector[] = connectorsFor({ folders: true, privateAddresses: true });
