/** Sources of sales data: which there are, how one is opened, and how its tables become refresh frames. */
export { type AddressRules, checkAddress } from "./address";
export type {
  Connection,
  ConnectionField,
  Connector,
  ConnectorDeclaration,
  FileToMap,
} from "./connector";
export { connectors, localConnectors } from "./connectors";
export { sheetsOfFile } from "./files/sheetsOfFile";
export { guardedFetch } from "./guardedFetch";
export type { Fetch } from "./http";
export { failureOf, load } from "./load";
export { type Registry, registry } from "./registry";
export type { AccessTokens, OAuthSignIn } from "./signIn";
