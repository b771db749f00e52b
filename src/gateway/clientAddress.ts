import { BlockList, isIPv6 } from "node:net";
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";
import type { GatewayConfig } from "./config";

/**
 * Tells the network address a request came from. `X-Forwarded-For` is believed only as far as trusted proxies wrote
 * it: from the right, the first address that is none of theirs. Unknown when a request did not come by a socket.
 */
export function clientAddress({ trustedProxies }: GatewayConfig): (context: Context) => string {
  const trusted = new BlockList();
  for (const network of trustedProxies) {
    const [address = "", bits] = network.split("/");
    const family = familyOf(address);
    trusted.addSubnet(address, Number(bits ?? (family === "ipv6" ? 128 : 32)), family);
  }
  const isTrusted = (address: string): boolean => {
    const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
    return trusted.check(plain, familyOf(plain));
  };
  return (context) => {
    const socket = context.env?.incoming ? (getConnInfo(context).remote.address ?? "") : "";
    if (!isTrusted(socket)) return socket;
    const told = (context.req.header("X-Forwarded-For") ?? "").split(",").map((part) => part.trim());
    return told.findLast((address) => address !== "" && !isTrusted(address)) ?? socket;
  };
}

const familyOf = (address: string) => (isIPv6(address) ? "ipv6" : "ipv4");
