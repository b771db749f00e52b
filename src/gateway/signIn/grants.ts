import type { Logger } from "pino";
import { z } from "zod";
import type { ConnectorDeclaration } from "../../crm";
import type { Person } from "../cookies";
import { isRecent } from "../expiry";
import type { Vault } from "../vault";
import type { Provider, Tokens } from "./provider";
import { KeptTokens } from "./tokens";
import type { Fields } from "./urlTemplate";

/** A person's permission at one CRM: the tokens, and the fields of the form they were given for. */
export interface Grant {
  readonly key: string;
  readonly fields: Fields;
  readonly tokens: KeptTokens;
  /** False: kept for one session, then given back. */
  readonly isLasting: boolean;
  /** Milliseconds since 1970: when its tokens were last used. */
  usedAt: number;
  /** The time of the last write to the vault. */
  storedAt: number;
}

/** Why a grant is over: the person or time took it back, or the CRM. */
export type EndOfGrant = "forgotten" | "refused";

/** The outcome of a revoked sign-in. */
export interface Forgotten {
  /** The CRM took its tokens back. */
  readonly isRevoked: boolean;
  /** The disk no longer has them. */
  readonly isErased: boolean;
}

/** A use is written down no more often than this. */
const NOTED_EVERY_MILLISECONDS = 3_600_000;

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
  /** Told of each grant that is over, before the disk is. */
  readonly onEnd: (key: string, why: EndOfGrant) => void;
  readonly logger: Logger;
  readonly now: () => number;
}

/**
 * Every person's grants, by person and source: kept sealed in the vault where the person can come back to them, in
 * memory else. All sessions of a person at a source share one, so that its tokens are renewed once. A kept grant not
 * used for `rememberDays` is forgotten.
 */
export class Grants {
  private readonly open = new Map<string, Grant>();

  constructor(private readonly options: GrantsOptions) {}

  /** Keeps new tokens, in place of the person's former ones at that source. */
  async keep(person: Person, source: ConnectorDeclaration, fields: Fields, tokens: Tokens): Promise<Grant> {
    const grant = this.grant(person, source, { fields, tokens, usedAt: this.options.now() });
    this.open.set(grant.key, grant);
    await this.store(grant, tokens);
    return grant;
  }

  /** Finds a grant that the person has not revoked and has used recently. */
  find(person: Person, source: ConnectorDeclaration): Grant | undefined {
    const { vault, rememberDays, now } = this.options;
    const key = keyOf(person, source);
    const kept = this.open.has(key) ? undefined : readKept(vault.get(key));
    const grant = this.open.get(key) ?? (kept && this.grant(person, source, kept));
    if (!grant) return undefined;
    this.open.set(key, grant);
    if (!grant.isLasting || isRecent(grant.usedAt, rememberDays, now())) return grant;
    void this.drop(grant, "forgotten");
    return undefined;
  }

  /** The grant of a key, while a session uses it. */
  of(key: string): Grant | undefined {
    return this.open.get(key);
  }

  /** Has the CRM take the tokens back, ends the sessions that use them, and forgets them: each whatever the others do. */
  async forget(grant: Grant, source: ConnectorDeclaration): Promise<Forgotten> {
    const revoking = this.revoke(grant, source);
    const isErased = await this.drop(grant, "forgotten");
    return { isRevoked: await revoking, isErased };
  }

  /** Never rejects: an administrator may have taken the CRM's registration away meanwhile. */
  private async revoke(grant: Grant, source: ConnectorDeclaration): Promise<boolean> {
    try {
      return await this.options.providerOf(source, grant.fields).revoke(grant.tokens.all);
    } catch {
      return false;
    }
  }

  private grant(
    person: Person,
    source: ConnectorDeclaration,
    { fields, tokens, usedAt }: { fields: Fields; tokens: Tokens; usedAt: number },
  ): Grant {
    const { providerOf, now } = this.options;
    const grant: Grant = {
      key: keyOf(person, source),
      fields,
      isLasting: person.isLasting && this.options.rememberDays > 0,
      usedAt,
      storedAt: usedAt,
      tokens: new KeptTokens(tokens, {
        provider: { renew: (refreshToken) => providerOf(source, fields).renew(refreshToken) },
        label: source.label.fr,
        now,
        store: (renewed) => this.store(grant, renewed),
        used: () => this.use(grant),
        dead: async () => void (await this.drop(grant, "refused")),
      }),
    };
    return grant;
  }

  /** The days of remembering begin anew. */
  private use(grant: Grant): void {
    grant.usedAt = this.options.now();
    if (grant.usedAt - grant.storedAt < NOTED_EVERY_MILLISECONDS) return;
    void this.store(grant, grant.tokens.all);
  }

  /** A grant that another one replaced stays with its sessions and is no longer written down. */
  private async store(grant: Grant, tokens: Tokens): Promise<void> {
    if (!grant.isLasting || this.open.get(grant.key) !== grant) return;
    const { vault, logger, now } = this.options;
    grant.storedAt = now();
    const kept = JSON.stringify({ fields: grant.fields, tokens, usedAt: grant.usedAt });
    // The tokens work on in memory; after a restart the person may have to sign in again.
    if (!(await vault.put(grant.key, kept)))
      logger.error({ fault: "vault" }, "a sign-in could not be written down");
  }

  /** Ends a grant and its sessions; resolves to whether the disk has forgotten it. */
  private async drop(grant: Grant, why: EndOfGrant): Promise<boolean> {
    if (this.open.get(grant.key) !== grant) return true;
    const { vault, logger, onEnd } = this.options;
    this.open.delete(grant.key);
    onEnd(grant.key, why);
    if (!grant.isLasting || (await vault.delete(grant.key))) return true;
    logger.error({ fault: "vault" }, "a sign-in could not be erased");
    return false;
  }
}

const keyOf = (person: Person, source: ConnectorDeclaration): string => `${person.key} ${source.id}`;

function readKept(text: string | undefined): z.infer<typeof KEPT> | undefined {
  if (text === undefined) return undefined;
  const parsed = KEPT.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : undefined;
}
