import { z } from "zod";
import { FailureError, failure } from "../../sales/failure";
import type { Text } from "../../sales/text";
import type { ConnectionField } from "../connector";
import type { AccessTokens } from "../signIn";

/** Options of a connector that is entered by signing in at the CRM, or by one token instead. */
export const TOKEN_OPTIONS = {
  /** Of the form. */
  token: z.string().trim().optional(),
  /** Set by the gateway, for whoever signed in. */
  tokens: z.custom<AccessTokens>((given) => typeof given === "object" && given !== null).optional(),
};

/** The token's field in the form, under the name that the CRM gives it. */
export const tokenField = (label: Text): ConnectionField => ({
  name: "token",
  label,
  kind: "secret",
  optional: true,
  insteadOfSignIn: true,
});

/** The tokens to ask with, signing in before a token. Throws FailureError `source-sign-in` when neither was given. */
export function tokensFrom(
  { token, tokens }: { readonly token?: string | undefined; readonly tokens?: AccessTokens | undefined },
  source: string,
): AccessTokens {
  if (tokens) return tokens;
  if (token) return staticTokens(token, source);
  throw new FailureError(failure("source-sign-in", { source }));
}

/** One token that a person was given once: it cannot be renewed. */
const staticTokens = (token: string, source: string): AccessTokens => ({
  granted: {},
  current: async () => token,
  renewed: async () => {
    throw new FailureError(failure("source-refused", { source }));
  },
});
