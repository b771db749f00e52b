import type { Context } from "hono";
import type { Logger } from "pino";
import type { AddressRules, Fetch, load, Registry } from "../crm";
import type { GatewayConfig } from "./config";
import type { Turns } from "./limits/turns";
import type { UploadBudget } from "./limits/uploadBudget";
import type { Sessions } from "./sessions";
import type { Grants } from "./signIn/grants";
import type { TeamMemory } from "./teamMemory";
import type { Vault } from "./vault";

/** The gateway's dependencies, injected so that tests can give their own. */
export interface GatewayDeps {
  readonly registry: Registry;
  /** Reads a whole source as frames of `sales/stream.ts`; never throws. */
  readonly load: typeof load;
  readonly logger: Logger;
  readonly version: string;
  /** The store of sign-ins at CRMs. */
  readonly vault: Vault;
  /** The `fetch` for a CRM's sign-in under some address rules. */
  readonly fetchUnder: (rules: AddressRules) => Fetch;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** The state that all routes share. */
export interface GatewayContext {
  readonly config: GatewayConfig;
  readonly deps: GatewayDeps;
  readonly sessions: Sessions;
  readonly grants: Grants;
  readonly teamMemory: TeamMemory;
  /** The memory that uploaded files take. */
  readonly uploads: UploadBudget;
  /** Lets refreshes work in turns. */
  readonly turns: Turns;
  /** The network a request came from, which shares one allowance. */
  readonly networkOf: (context: Context) => string;
}
