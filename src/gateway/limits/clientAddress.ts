import { BlockList, isIPv6 } from "node:net";
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";
import type { GatewayConfig } from "../config";

/** Tells whether an address is one of the proxies in front. */
export function isTrustedProxy({ trustedProxies }: Pick<GatewayConfig, "trustedProxies">) {
  const trusted = new BlockList();
  for (const network of trustedProxies) {
    const [address = "", bits] = network.split("/");
    const family = familyOf(address);
    trusted.addSubnet(address, Number(bits ?? (family === "ipv6" ? 128 : 32)), family);
  }
  return (address: string): boolean => trusted.check(plain(address), familyOf(plain(address)));
}

/**
 * Tells the network address a request came from. `X-Forwarded-For` is believed only as far as trusted proxies wrote
 * it: from the right, the first address that is none of theirs. Unknown when a request did not come by a socket.
 */
export function clientAddress(config: Pick<GatewayConfig, "trustedProxies">): (context: Context) => string {
  const isTrusted = isTrustedProxy(config);
  return (context) => {
    const socket = context.env?.incoming ? (getConnInfo(context).remote.address ?? "") : "";
    if (!isTrusted(socket)) return socket;
    const told = (context.req.header("X-Forwarded-For") ?? "").split(",").map((part) => part.trim());
    return told.findLast((address) => address !== "" && !isTrusted(address)) ?? socket;
  };
}

/**
 * The network that shares one allowance: an IPv4 address, or the /64 of an IPv6 one, of which a single household has
 * 2^64 addresses.
 */
export function networkOf(address: string): string {
  const own = plain(address);
  if (!isIPv6(own)) return own;
  const [head = "", tail] = own.split("::", 2);
  const groups = head.split(":");
  const before = tail === undefined ? groups : [...groups, ...zeros(groups, tail)];
  return `${before
    .slice(0, 4)
    .map((group) => Number.parseInt(group || "0", 16).toString(16))
    .join(":")}::/64`;
}

/** The groups that `::` stands for. */
function zeros(groups: readonly string[], tail: string): string[] {
  const after = tail === "" ? 0 : tail.split(":").length + (tail.includes(".") ? 1 : 0);
  return new Array<string>(8 - groups.length - after).fill("0");
}

/** Without the prefix of an IPv4 address and without the zone of an IPv6 one. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");

const familyOf = (address: string) => (isIPv6(address) ? "ipv6" : "ipv4");
