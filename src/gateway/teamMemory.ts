import type { Logger } from "pino";
import { z } from "zod";
import type { GatewayConfig } from "./config";
import type { Person } from "./cookies";
import { isRecent } from "./expiry";
import { fingerprint } from "./signIn/oneTime";
import type { Vault } from "./vault";

const KEPT = z.object({ code: z.string(), usedAt: z.number() });

export interface TeamMemoryOptions {
  readonly vault: Vault;
  readonly config: Pick<GatewayConfig, "rememberDays" | "teamAccounts">;
  readonly logger: Logger;
  readonly now: () => number;
}

/**
 * Remembers the browsers whose person entered a team account with its code: a scheduled refresh may then enter without.
 * Keeps the code's fingerprint alone, so that another code in the configuration voids the memory.
 */
export class TeamMemory {
  constructor(private readonly options: TeamMemoryOptions) {}

  /** Remembers the person, or prolongs that. Nobody is remembered whose browser keeps no cookie of ours. */
  async remember(person: Person, source: string): Promise<void> {
    const code = this.codeOf(person, source);
    if (!person.isLasting || this.options.config.rememberDays === 0 || code === undefined) return;
    const { vault, logger, now } = this.options;
    const entry = JSON.stringify({ code, usedAt: now() });
    // The session is open all the same; after a restart the code is asked for again.
    if (!(await vault.put(nameOf(person, source), entry)))
      logger.error({ fault: "vault" }, "an entry into a team's account could not be written down");
  }

  has(person: Person, source: string): boolean {
    const { vault, config, now } = this.options;
    const text = vault.get(nameOf(person, source));
    const kept = text === undefined ? undefined : KEPT.safeParse(JSON.parse(text)).data;
    if (!kept || kept.code !== this.codeOf(person, source)) return false;
    return isRecent(kept.usedAt, config.rememberDays, now());
  }

  /** Asks for the code again from now on. False when the disk still says otherwise: a restart would believe it. */
  async forget(person: Person, source: string): Promise<boolean> {
    const isErased = await this.options.vault.delete(nameOf(person, source));
    if (!isErased)
      this.options.logger.error({ fault: "vault" }, "an entry into a team's account could not be erased");
    return isErased;
  }

  /** The code in force as it is kept: differently for each person, so that equal codes do not show. */
  private codeOf(person: Person, source: string): string | undefined {
    const { teamAccounts } = this.options.config;
    const set = Object.hasOwn(teamAccounts, source) ? teamAccounts[source] : undefined;
    return set && fingerprint(`${person.key} ${set.code}`);
  }
}

const nameOf = (person: Person, source: string): string => `team-entry ${person.key} ${source}`;
