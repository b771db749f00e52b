import type { Text } from "../sales/text";

/**
 * Sign-in at the CRM itself: OAuth 2 authorisation code with PKCE (RFC 7636), run by the gateway. `{field}` in an
 * address stands for a field of the connection form (the company's own address).
 */
export interface OAuthSignIn {
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
  /** RFC 7009; or an address with `{token}`, which is then DELETEd; absent where tokens cannot be taken back. */
  readonly revokeUrl?: string;
  /** The client's proof of itself at `tokenUrl`: in the form (default) or by an HTTP Basic header. */
  readonly clientAuthentication?: "form" | "basic";
  /**
   * Where the CRM lives (`login.salesforce.com`, `*.my.salesforce.com`). When `tokenUrl` begins with what a person
   * typed, the client secret goes to these hosts only; without a list the administrator must set that field.
   */
  readonly hosts?: readonly string[];
  readonly scopes: readonly string[];
  /** Further parameters of the authorisation request (`access_type`, `prompt`). */
  readonly parameters?: Readonly<Record<string, string>>;
  /** The values that the administrator sets beside `clientId` and `clientSecret`, and where they are found in the CRM. */
  readonly registration: Text;
}

/**
 * The access token of one person, kept and renewed by the gateway: a connector asks for it at each request and never
 * stores it. Handed to `connect` as the option `tokens`; a form can never set that option.
 */
export interface AccessTokens {
  /** A token that is still good, renewed before it ends. Throws `source-refused` when the person must sign in again. */
  current(signal: AbortSignal): Promise<string>;
  /** After a 401 with `refused`: another token, or `source-refused`. Asked many times at once, it renews once. */
  renewed(refused: string, signal: AbortSignal): Promise<string>;
  /** Other fields of the token answer that say where to go next: `instance_url`, `api_domain`. */
  readonly granted: Readonly<Record<string, string>>;
}
