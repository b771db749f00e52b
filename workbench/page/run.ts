/** The whole product on this machine: the gateway with its sources, and the workbench that shows the add-in. */
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { BrowserContext } from "playwright-core";
import { checkConfig, developmentCertificate, type GatewaySettings, startGateway } from "../../src/gateway";
import { FailureError } from "../../src/sales/failure";
import { OFFICE_CDN, workbenchApp } from "./serve";

export interface RunOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly gateway: GatewaySettings;
}

export interface RunningWorkbench {
  readonly url: string;
  readonly gatewayUrl: string;
  readonly close: () => Promise<void>;
}

/**
 * Starts both servers over https on localhost: office.js trusts a host page of its own host name only. The built
 * add-in (`dist/addin/`) and page must be there. Throws FailureError with what is wrong in the configuration.
 */
export async function runWorkbench({ port, gateway }: RunOptions): Promise<RunningWorkbench> {
  const certificate = await developmentCertificate();
  let app = workbenchApp({ addinUrl: "about:blank", namespace: "KPI" });
  const server = createAdaptorServer({
    fetch: (request: Request) => app.fetch(request),
    createServer,
    serverOptions: { ...certificate },
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "localhost", resolve);
  });
  const url = `https://localhost:${(server.address() as AddressInfo).port}`;
  const config = checkConfig({ ...gateway, allowedOrigins: [url], frameAncestors: [url] });
  if (!config.ok) throw new FailureError(config.failure);
  const running = await startGateway(config.value);
  app = workbenchApp({ addinUrl: `${running.url}/taskpane.html`, namespace: "KPI" });
  return {
    url,
    gatewayUrl: running.url,
    close: async () => {
      server.close();
      if ("closeAllConnections" in server) server.closeAllConnections();
      await running.close();
    },
  };
}

/** Microsoft's CDN, answered from the installed package: the add-in's production page stays as it is shipped. */
export async function routeOfficeCdn(context: BrowserContext, workbenchUrl: string): Promise<void> {
  await context.route(`${OFFICE_CDN}**`, async (route) => {
    const path = new URL(route.request().url()).href.slice(OFFICE_CDN.length).split("?")[0] ?? "";
    const response = await route.fetch({ url: `${workbenchUrl}/officejs/${path}` });
    await route.fulfill({ response });
  });
}
