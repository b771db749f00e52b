import { FailureError, failure } from "../sales/failure";
import type { AccessTokens } from "./signIn";

/** One token that an administrator was given, for a command line or a test: it cannot be renewed. */
export const staticTokens = (token: string, source: string): AccessTokens => ({
  granted: {},
  current: async () => token,
  renewed: async () => {
    throw new FailureError(failure("source-refused", { source }));
  },
});
