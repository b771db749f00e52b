import { type FailureCode, FailureError, failure } from "../sales/failure";
import type { ConnectAnswer, FieldValues, Source } from "./gatewayClient";
import type { PaneServices } from "./services";
import type { Attempt } from "./state";
import type { PaneStore } from "./store";

/** Connecting otherwise than with a form. Each ends in an event, and never throws. */
export interface SignInEffects {
  /** Signs in at the CRM itself, in a window; without one where the person signed in before. */
  signIn(source: Source, values: FieldValues): Promise<void>;
  /** Closes the window of a sign-in under way; nothing of it is left, here or at the gateway. */
  cancelSignIn(): void;
  /**
   * Connects with the team account; without its code where this browser gave it before. Giving the code also allows to
   * sign the team in at the CRM.
   */
  connectAsTeam(source: Source, code?: string): Promise<void>;
  /** Has the gateway ask this browser for the team's code again. */
  forgetTeam(source: Source): Promise<void>;
  /** Revokes the person's sign-in at a CRM. */
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
  let inSight: AbortController | undefined;

  const tellSources = async (): Promise<void> => {
    const sources = await gateway.sources();
    if (sources.ok) store.dispatch({ type: "sources-known", sources: sources.value });
  };

  /** Undefined when the person gave it up. */
  const inWindow = async (
    source: Source,
    values: FieldValues,
    code?: string,
  ): Promise<ConnectAnswer | undefined> => {
    const begun = await gateway.beginSignIn(source, values, code);
    if (!begun.ok) return begun;
    const { address, attempt: own, expiresInSeconds } = begun.value;
    inSight = new AbortController();
    const { signal } = inSight;
    store.dispatch({ type: "sign-in-window", isOpen: true });
    const claim = await openWindow(address, expiresInSeconds, signal);
    store.dispatch({ type: "sign-in-window", isOpen: false });
    if (!signal.aborted) return claim.ok ? gateway.claimSignIn(source, own, claim.value) : claim;
    store.dispatch({ type: "sign-in-cancelled" });
    await gateway.cancelSignIn(own);
    return undefined;
  };

  /** Tries without a window first, then with one where a sign-in is missing. */
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
      if (!answer) return;
      if (!answer.ok) throw new FailureError(answer.failure);
      store.dispatch({ type: "connected", session: answer.value });
      // What is remembered from now on.
      await tellSources();
    });
  };

  return {
    signIn: (source, values) => {
      const known = async () => (source.signIn?.remembered ? gateway.connect(source, values) : undefined);
      return connected(known, () => true, source, values);
    },
    connectAsTeam: (source, code) => {
      // A refused code is no reason to sign in anywhere, nor may who gives none sign in for the team.
      const canSignIn = (answer: ConnectAnswer) =>
        code !== undefined &&
        source.signIn !== undefined &&
        !answer.ok &&
        answer.failure.code === "source-sign-in";
      return connected(() => gateway.connectAsTeam(source, code), canSignIn, source, {}, code);
    },
    forgetSignIn: (source) =>
      attempt("connect", async () => {
        const forgotten = await gateway.forgetSignIn(source);
        // Also after a failure: part of it may be done.
        await tellSources();
        if (!forgotten.ok) throw new FailureError(forgotten.failure);
        if (!forgotten.value)
          throw new FailureError(failure("source-not-revoked", { source: source.label.fr }));
      }),
    forgetTeam: (source) =>
      attempt("connect", async () => {
        const forgotten = await gateway.forgetTeam(source);
        await tellSources();
        if (!forgotten.ok) throw new FailureError(forgotten.failure);
      }),
    cancelSignIn: () => inSight?.abort(),
  };
}
