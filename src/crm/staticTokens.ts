import { z } from "zod";
import { FailureError, failure } from "../sales/failure";
import type { ConnectionField } from "./connector";
import type { AccessTokens } from "./signIn";

/** Options of a connector that is entered by signing in at the CRM, or by one token instead. */
export const TOKEN_OPTIONS = {
  token: z.string().trim().optional(),
  tokens: z.custom<AccessTokens>((given) => typeof given === "object" && given !== null).optional(),
};

/** Its field in the form. */
export const TOKEN_FIELD: ConnectionField = {
  name: "token",
  label: { fr: "Jeton d'accès, à défaut de connexion", en: "Access token, instead of signing in" },
  kind: "secret",
  optional: true,
  insteadOfSignIn: true,
};

/** The tokens to ask with. Throws FailureError `configuration-invalid` when none were given. */
export function tokensFrom(
  { token, tokens }: { token?: string | undefined; tokens?: AccessTokens | undefined },
  source: string,
): AccessTokens {
  if (tokens) return tokens;
  if (token) return staticTokens(token, source);
  throw new FailureError(failure("configuration-invalid", { setting: "token" }));
}

/** One token that an administrator was given, for a command line or a test: it cannot be renewed. */
export const staticTokens = (token: string, source: string): AccessTokens => ({
  granted: {},
  current: async () => token,
  renewed: async () => {
    throw new FailureError(failure("source-refused", { source }));
  },
});
