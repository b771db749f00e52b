import type { Connector } from "./connector";
import { csvConnector } from "./csv/connector";
import { demoConnector } from "./demo/connector";

/** Every connector of the product, for a gateway: its CSV connector reads uploaded files, never the server's disk. */
export const connectors: readonly Connector[] = [demoConnector(), csvConnector({ folders: false })];

/** The same for a person's own command line, where a folder may be named by its path. */
export const localConnectors: readonly Connector[] = [demoConnector(), csvConnector({ folders: true })];
