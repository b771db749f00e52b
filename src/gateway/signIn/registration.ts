import type { ConnectorDeclaration } from "../../crm";
import type { GatewayConfig } from "../config";
import type { GatewayDeps } from "../deps";
import { type OAuthClient, Provider } from "./provider";
import { signInRefusal } from "./refusal";
import type { Fields } from "./urlTemplate";

const CLIENT_OPTIONS = ["clientId", "clientSecret"];

const optionsOf = (config: GatewayConfig, source: string): Readonly<Record<string, unknown>> =>
  config.options[source] ?? {};

/** The administrator's options for the connector itself, without the registration at the CRM. */
export const connectorOptions = (config: GatewayConfig, source: string): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(optionsOf(config, source)).filter(([option]) => !CLIENT_OPTIONS.includes(option)),
  );

/** The registration of this installation at the CRM; undefined until the administrator has made it. */
export function clientOf(config: GatewayConfig, source: string): OAuthClient | undefined {
  const { clientId, clientSecret } = optionsOf(config, source);
  if (typeof clientId !== "string" || clientId === "") return undefined;
  return { clientId, ...(typeof clientSecret === "string" && clientSecret !== "" && { clientSecret }) };
}

/** The texts among the options: what may stand in an address. */
export const textFields = (options: Readonly<Record<string, unknown>>): Fields =>
  Object.fromEntries(
    Object.entries(options).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );

/** The CRM's sign-in for one company. Throws FailureError: `source-sign-in`, or an address that is not allowed. */
export function providerFor(
  { id, label, signIn }: ConnectorDeclaration,
  fields: Fields,
  redirectUri: string,
  config: GatewayConfig,
  { fetchUnder, now }: Pick<GatewayDeps, "fetchUnder" | "now">,
): Provider {
  const client = clientOf(config, id);
  if (!signIn || !client) throw signInRefusal(label.fr, "unregistered");
  const set = connectorOptions(config, id);
  const rules = { privateAddresses: set.privateAddresses === true };
  return new Provider({
    label: label.fr,
    signIn,
    client,
    redirectUri,
    fields: { ...fields, ...textFields(set) },
    administrators: Object.keys(set),
    rules,
    fetch: fetchUnder(rules),
    now,
  });
}
