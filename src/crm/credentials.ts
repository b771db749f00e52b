import { z } from "zod";
import { FailureError, failure } from "../sales/failure";
import type { AccessTokens } from "./signIn";

/** Who asks a CRM that one enters in two ways: somebody signed in there, or a token that was copied from it. */
export type Credentials = { readonly tokens: AccessTokens } | { readonly token: string };

/** The options of both ways: the gateway sets `tokens`, the form `token`. */
export const CREDENTIALS = {
  tokens: z.custom<AccessTokens>((given) => typeof given === "object" && given !== null).optional(),
  token: z.string().trim().optional(),
};

/** Whichever was given, signing in before a token. Throws FailureError `source-sign-in` when neither was. */
export function credentialsOf(
  { tokens, token }: { readonly tokens?: AccessTokens | undefined; readonly token?: string | undefined },
  source: string,
): Credentials {
  if (tokens) return { tokens };
  if (token) return { token };
  throw new FailureError(failure("source-sign-in", { source }));
}
