import { type FailureCode, FailureError } from "../sales/failure";
import type { ConnectAnswer, FieldValues, Source } from "./gatewayClient";
import type { PaneServices } from "./services";
import type { Attempt } from "./state";
import type { PaneStore } from "./store";

/** Connecting otherwise than with a form. Each ends in an event, and never throws. */
export interface SignInEffects {
  /** At the CRM itself, in a window of its own; without one where the person allowed it earlier. */
  signIn(source: Source, values: FieldValues): Promise<void>;
  /** With the team's account; whoever has its code may also sign it in at the CRM. */
  connectAsTeam(source: Source, code: string): Promise<void>;
  /** Takes back what the person allowed at a CRM. */
  forgetSignIn(source: Source): Promise<void>;
}

type RunAttempt = (name: Attempt, work: () => Promise<void>) => Promise<void>;

/** Failures after which signing in at the CRM helps. */
const TO_SIGN_IN: readonly FailureCode[] = ["source-sign-in", "source-refused"];

export function createSignInEffects(
  store: PaneStore,
  { gateway, openWindow }: Pick<PaneServices, "gateway" | "openWindow">,
  attempt: RunAttempt,
): SignInEffects {
  const inWindow = async (source: Source, values: FieldValues, code?: string): Promise<ConnectAnswer> => {
    const begun = await gateway.beginSignIn(source, values, code);
    if (!begun.ok) return begun;
    const claim = await openWindow(begun.value.address, begun.value.expiresInSeconds);
    return claim.ok ? gateway.claimSignIn(source, begun.value.attempt, claim.value) : claim;
  };

  /** Tries without a window, then with one where that is what is missing. */
  const connected = (
    ask: () => Promise<ConnectAnswer | undefined>,
    canSignIn: (answer: ConnectAnswer) => boolean,
    ...way: Parameters<typeof inWindow>
  ): Promise<void> => {
    store.dispatch({ type: "connecting" });
    return attempt("connect", async () => {
      const known = await ask();
      const isDone = known && (known.ok || !canSignIn(known) || !TO_SIGN_IN.includes(known.failure.code));
      const answer = isDone ? known : await inWindow(...way);
      if (!answer.ok) throw new FailureError(answer.failure);
      store.dispatch({ type: "connected", session: answer.value });
    });
  };

  return {
    signIn: (source, values) => {
      const known = async () => (source.signIn?.remembered ? gateway.connect(source, values) : undefined);
      return connected(known, () => true, source, values);
    },
    connectAsTeam: (source, code) => {
      // A refused code is no reason to sign in anywhere.
      const canSignIn = (answer: ConnectAnswer) =>
        source.signIn !== undefined && !answer.ok && answer.failure.code === "source-sign-in";
      return connected(() => gateway.connectAsTeam(source, code), canSignIn, source, {}, code);
    },
    forgetSignIn: (source) =>
      attempt("connect", async () => {
        const forgotten = await gateway.forgetSignIn(source);
        if (!forgotten.ok) throw new FailureError(forgotten.failure);
        const sources = await gateway.sources();
        if (sources.ok) store.dispatch({ type: "sources-known", sources: sources.value });
      }),
  };
}
