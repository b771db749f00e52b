import type { Server, Socket } from "node:net";
import type { GatewayConfig } from "../config";
import { isTrustedProxy, networkOf } from "./clientAddress";

/** Cuts the connections of a network beyond its share; those of trusted proxies, who speak for many, have none. */
export function limitSockets(
  server: Server,
  config: Pick<GatewayConfig, "socketsPerAddress" | "trustedProxies">,
): void {
  const isTrusted = isTrustedProxy(config);
  const open = new Map<string, number>();
  server.on("connection", (socket: Socket) => {
    const address = socket.remoteAddress ?? "";
    if (isTrusted(address)) return;
    const network = networkOf(address);
    const count = (open.get(network) ?? 0) + 1;
    if (count > config.socketsPerAddress) {
      socket.destroy();
      return;
    }
    open.set(network, count);
    socket.once("close", () => {
      const left = open.get(network)! - 1;
      if (left > 0) open.set(network, left);
      else open.delete(network);
    });
  });
}
