import type { Logger } from "pino";
import { z } from "zod";
import type { ConnectorDeclaration } from "../../crm/connector";
import type { Person } from "../cookies";
import type { Vault } from "../vault";
import type { Fields } from "./address";
import type { Provider, Tokens } from "./provider";
import { KeptTokens } from "./tokens";

/** What a person allowed at one CRM: the tokens, and the fields of the form they were given for. */
export interface Grant {
  readonly key: string;
  readonly fields: Fields;
  readonly tokens: KeptTokens;
  /** False: kept for one session, then given back. */
  readonly isLasting: boolean;
}

const KEPT = z.object({
  fields: z.record(z.string(), z.string()),
  tokens: z.object({
    access: z.string(),
    refresh: z.string().optional(),
    expiresAt: z.number().optional(),
    granted: z.record(z.string(), z.string()),
  }),
  usedAt: z.number(),
});

export interface GrantsOptions {
  readonly vault: Vault;
  readonly rememberDays: number;
  readonly providerOf: (source: ConnectorDeclaration, fields: Fields) => Provider;
  readonly logger: Logger;
  readonly now: () => number;
}

/**
 * Every person's grants, by person and source: kept sealed in the vault where the person can come back to them, in
 * memory else. All sessions of a person at a source share one, so that its tokens are renewed once.
 */
export class Grants {
  private readonly open = new Map<string, Grant>();

  constructor(private readonly options: GrantsOptions) {}

  /** Keeps new tokens, in place of the person's former ones at that source. */
  async keep(person: Person, source: ConnectorDeclaration, fields: Fields, tokens: Tokens): Promise<Grant> {
    const grant = this.grant(person, source, fields, tokens);
    this.open.set(grant.key, grant);
    await this.store(grant, tokens);
    return grant;
  }

  /** What the person allowed earlier and has not taken back. */
  find(person: Person, source: ConnectorDeclaration): Grant | undefined {
    const key = keyOf(person, source);
    const known = this.open.get(key);
    if (known) return known;
    const kept = readKept(this.options.vault.get(key));
    if (!kept) return undefined;
    const grant = this.grant(person, source, kept.fields, kept.tokens);
    this.open.set(key, grant);
    // Found is used: the days begin anew.
    void this.store(grant, kept.tokens);
    return grant;
  }

  /** The grant of a key, while a session uses it. */
  of(key: string): Grant | undefined {
    return this.open.get(key);
  }

  /** Has the CRM take the tokens back and forgets them either way; false when the CRM did not. */
  async forget(grant: Grant, source: ConnectorDeclaration): Promise<boolean> {
    await this.drop(grant);
    return this.options.providerOf(source, grant.fields).revoke(grant.tokens.all);
  }

  private grant(person: Person, source: ConnectorDeclaration, fields: Fields, tokens: Tokens): Grant {
    const { providerOf, now } = this.options;
    const grant: Grant = {
      key: keyOf(person, source),
      fields,
      isLasting: person.isLasting && this.options.rememberDays > 0,
      tokens: new KeptTokens(tokens, {
        provider: { renew: (refreshToken) => providerOf(source, fields).renew(refreshToken) },
        label: source.label.fr,
        now,
        store: (renewed) => this.store(grant, renewed),
        dead: () => this.drop(grant),
      }),
    };
    return grant;
  }

  /** A grant that another one replaced stays with its sessions and is no longer written down. */
  private async store(grant: Grant, tokens: Tokens): Promise<void> {
    if (!grant.isLasting || this.open.get(grant.key) !== grant) return;
    const kept = JSON.stringify({ fields: grant.fields, tokens, usedAt: this.options.now() });
    try {
      await this.options.vault.put(grant.key, kept);
    } catch {
      // The tokens work on in memory; after a restart the person signs in again.
      this.options.logger.error({ fault: "vault" }, "a sign-in could not be written down");
    }
  }

  private async drop(grant: Grant): Promise<void> {
    if (this.open.get(grant.key) !== grant) return;
    this.open.delete(grant.key);
    if (grant.isLasting) await this.options.vault.delete(grant.key);
  }
}

const keyOf = (person: Person, source: ConnectorDeclaration): string => `${person.key} ${source.id}`;

function readKept(text: string | undefined): z.infer<typeof KEPT> | undefined {
  if (text === undefined) return undefined;
  const parsed = KEPT.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : undefined;
}
