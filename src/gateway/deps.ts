import type { Logger } from "pino";
import type { load } from "../crm/load";
import type { Registry } from "../crm/registry";

/** What the gateway works with, given so that tests can give their own. */
export interface GatewayDeps {
  readonly registry: Registry;
  /** Reads a whole source as frames of `sales/stream.ts`; never throws. */
  readonly load: typeof load;
  readonly logger: Logger;
  readonly version: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}
