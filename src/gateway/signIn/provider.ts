import * as oauth from "oauth4webapi";
import type { AddressRules, Fetch, OAuthSignIn } from "../../crm";
import { FailureError, failure } from "../../sales/failure";
import { signInRefusal } from "./refusal";
import { type Fields, fillUrl, guardSecret } from "./urlTemplate";

/** The registration of this installation at a CRM: set by the administrator (docs/gateway.md). */
export interface OAuthClient {
  readonly clientId: string;
  readonly clientSecret?: string;
}

/** The tokens of a CRM. They live in the gateway only. */
export interface Tokens {
  readonly access: string;
  readonly refresh?: string;
  /** Milliseconds since 1970; absent where the CRM does not tell. */
  readonly expiresAt?: number;
  /** The other texts of the answer: `instance_url`, `api_domain`. */
  readonly granted: Readonly<Record<string, string>>;
}

export interface ProviderOptions {
  readonly label: string;
  readonly signIn: OAuthSignIn;
  readonly client: OAuthClient;
  readonly redirectUri: string;
  readonly fields: Fields;
  /** The fields among them that the administrator set. */
  readonly administrators: readonly string[];
  readonly rules: AddressRules;
  readonly fetch: Fetch;
  readonly now: () => number;
}

const ANSWER_MILLISECONDS = 30_000;
const NOT_GRANTED = new Set([
  "access_token",
  "refresh_token",
  "id_token",
  "token_type",
  "expires_in",
  "scope",
]);

/**
 * One CRM's OAuth 2 as one company uses it. Every address was judged and every connection is; every request ends
 * within half a minute. Throws FailureError only: what a CRM says in words stays behind.
 */
export class Provider {
  private readonly server: oauth.AuthorizationServer;
  private readonly client: oauth.Client;
  private readonly authentication: oauth.ClientAuth;
  private readonly authorizeUrl: string;
  private readonly revokeUrl: string | undefined;

  constructor(private readonly options: ProviderOptions) {
    const { signIn, client, fields, rules } = options;
    if (client.clientSecret !== undefined) guardSecret(signIn, fields, options.administrators);
    const tokenUrl = fillUrl(signIn.tokenUrl, fields, rules);
    this.authorizeUrl = fillUrl(signIn.authorizeUrl, fields, rules);
    this.revokeUrl = signIn.revokeUrl;
    this.server = { issuer: new URL(tokenUrl).origin, token_endpoint: tokenUrl };
    this.client = { client_id: client.clientId };
    const secret = client.clientSecret;
    if (secret === undefined) this.authentication = oauth.None();
    else if (signIn.clientAuthentication === "basic") this.authentication = oauth.ClientSecretBasic(secret);
    else this.authentication = oauth.ClientSecretPost(secret);
  }

  /** The CRM's sign-in page for the person; `verifier` stays here and proves later that the code is ours (RFC 7636). */
  async authorizeAddress(state: string, verifier: string): Promise<string> {
    const { signIn, client, redirectUri } = this.options;
    const address = new URL(this.authorizeUrl);
    const parameters = {
      ...signIn.parameters,
      response_type: "code",
      client_id: client.clientId,
      redirect_uri: redirectUri,
      ...(signIn.scopes.length > 0 && { scope: signIn.scopes.join(" ") }),
      state,
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: "S256",
    };
    for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
    return address.href;
  }

  /** The code of a callback becomes tokens. Throws `source-sign-in`, `source-unavailable`. */
  async exchange(callback: URLSearchParams, state: string, verifier: string): Promise<Tokens> {
    try {
      // A CRM's `iss` is not among what it published to us: the state already tells whose answer this is.
      const told = new URLSearchParams(callback);
      told.delete("iss");
      const parameters = oauth.validateAuthResponse(this.server, this.client, told, state);
      const { redirectUri } = this.options;
      const response = await oauth.authorizationCodeGrantRequest(
        this.server,
        this.client,
        this.authentication,
        parameters,
        redirectUri,
        verifier,
        this.request(),
      );
      return this.tokensOf(await oauth.processAuthorizationCodeResponse(this.server, this.client, response));
    } catch (thrown) {
      if (thrown instanceof oauth.AuthorizationResponseError)
        throw signInRefusal(this.options.label, thrown.error === "access_denied" ? "denied" : "exchange");
      const isOld = thrown instanceof oauth.ResponseBodyError && thrown.error === "invalid_grant";
      throw this.failureOf(thrown, signInRefusal(this.options.label, isOld ? "code" : "exchange"));
    }
  }

  /** New tokens for a refresh token. `source-refused` when the CRM no longer takes it. */
  async renew(refreshToken: string): Promise<Tokens> {
    try {
      const response = await oauth.refreshTokenGrantRequest(
        this.server,
        this.client,
        this.authentication,
        refreshToken,
        this.request(),
      );
      return this.tokensOf(await oauth.processRefreshTokenResponse(this.server, this.client, response));
    } catch (thrown) {
      const refused = thrown instanceof oauth.ResponseBodyError && thrown.status < 500;
      throw this.failureOf(thrown, this.failure(refused ? "source-refused" : "source-unavailable"));
    }
  }

  /** Has the CRM take the tokens back; false where it cannot or did not. */
  async revoke({ refresh, access }: Tokens): Promise<boolean> {
    const { fields, rules, fetch } = this.options;
    const token = refresh ?? access;
    if (this.revokeUrl === undefined) return false;
    try {
      if (this.revokeUrl.includes("{token}")) {
        const address = fillUrl(this.revokeUrl, { ...fields, token }, rules);
        const headers = { authorization: `Bearer ${access}` };
        const signal = AbortSignal.timeout(ANSWER_MILLISECONDS);
        return (await fetch(new Request(address, { method: "DELETE", headers, signal }))).ok;
      }
      const server = { ...this.server, revocation_endpoint: fillUrl(this.revokeUrl, fields, rules) };
      const asked = oauth.revocationRequest(server, this.client, this.authentication, token, this.request());
      await oauth.processRevocationResponse(await asked);
      return true;
    } catch {
      return false;
    }
  }

  private request() {
    const { fetch, rules } = this.options;
    return {
      signal: AbortSignal.timeout(ANSWER_MILLISECONDS),
      // Only where private addresses are allowed does `rules` let an address without TLS through.
      [oauth.allowInsecureRequests]: rules.privateAddresses,
      [oauth.customFetch]: (url: string, init: oauth.CustomFetchOptions<string, URLSearchParams>) =>
        fetch(new Request(url, init as RequestInit)),
    };
  }

  private tokensOf(answer: oauth.TokenEndpointResponse): Tokens {
    const granted = Object.entries(answer).filter(
      (entry): entry is [string, string] => !NOT_GRANTED.has(entry[0]) && typeof entry[1] === "string",
    );
    return {
      access: answer.access_token,
      ...(answer.refresh_token !== undefined && { refresh: answer.refresh_token }),
      ...(answer.expires_in !== undefined && { expiresAt: this.options.now() + answer.expires_in * 1_000 }),
      granted: Object.fromEntries(granted),
    };
  }

  /** Our own failures pass; no answer is `source-unavailable`; an answer that is none of OAuth is `otherwise`. */
  private failureOf(thrown: unknown, otherwise: FailureError): FailureError {
    if (thrown instanceof FailureError) return thrown;
    const wasAnswered =
      thrown instanceof oauth.OperationProcessingError || thrown instanceof oauth.ResponseBodyError;
    return wasAnswered || thrown instanceof oauth.WWWAuthenticateChallengeError
      ? otherwise
      : this.failure("source-unavailable");
  }

  private failure(code: "source-refused" | "source-unavailable"): FailureError {
    return new FailureError(failure(code, { source: this.options.label }));
  }
}
