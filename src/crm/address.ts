import { BlockList, isIP, isIPv6 } from "node:net";
import { FailureError, failure } from "../sales/failure";

/** Which addresses a person's form may make this process call. */
export interface AddressRules {
  /** This machine and private networks too, and there without HTTPS: an administrator's choice. */
  readonly privateAddresses: boolean;
}

/** Never a CRM: this network's own services, where clouds keep their machines' credentials, groups of machines. */
const NOBODY: readonly string[] = [
  "0.0.0.0/8",
  "100.100.100.200/32",
  "169.254.0.0/16",
  "192.0.0.0/24",
  "192.88.99.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
  "::/128",
  "64:ff9b::/96",
  "64:ff9b:1::/48",
  "2002::/16",
  "fd00:ec2::/32",
  "fe80::/10",
  "fec0::/10",
  "ff00::/8",
];
const PRIVATE: readonly string[] = [
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "::1/128",
  "fc00::/7",
];

export type AddressKind = "public" | "private" | "nobody";

/** The kind of place that an IP address is. */
export function kindOfAddress(ip: string): AddressKind {
  const address = ip.split("%", 1)[0] ?? "";
  const family = isIPv6(address) ? "ipv6" : "ipv4";
  // BlockList looks through ::ffff:10.0.0.1 by itself.
  if (isIP(address) === 0 || nobodyHas.check(address, family)) return "nobody";
  return privateHas.check(address, family) ? "private" : "public";
}

/**
 * The address as a URL without its end: no slash, no query. Throws FailureError `source-address-forbidden` for what
 * can be told from the text alone; names are judged when they are resolved (guardedFetch).
 */
export function checkAddress(text: string, rules: AddressRules): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password)
    throw forbidden(url?.hostname ?? text, "https://…");
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (url.protocol === "http:" && !rules.privateAddresses) throw forbidden(url.host, "https://…");
  if (isIP(host) !== 0) admit(host, url.protocol === "https:", rules);
  return `${url.origin}${url.pathname}`.replace(/\/+$/, "");
}

/** Lets an IP address pass, or throws FailureError `source-address-forbidden`. Without HTTPS only private ones do. */
export function admit(ip: string, secure: boolean, { privateAddresses }: AddressRules): void {
  const kind = kindOfAddress(ip);
  if (kind === "nobody" || (kind === "private" && !privateAddresses))
    throw forbidden(ip, privateAddresses ? "un serveur / a server" : "un serveur public / a public server");
  if (kind === "public" && !secure) throw forbidden(ip, "https://…");
}

const forbidden = (address: string, expected: string) =>
  new FailureError(failure("source-address-forbidden", { address: address.slice(0, 100), expected }));

const nobodyHas = listOf(NOBODY);
const privateHas = listOf(PRIVATE);

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [base = "", bits = ""] = network.split("/");
    list.addSubnet(base, Number(bits), isIPv6(base) ? "ipv6" : "ipv4");
  }
  return list;
}
