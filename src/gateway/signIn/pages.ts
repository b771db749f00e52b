import { timingSafeEqual } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type Context, Hono } from "hono";
import { generateRandomCodeVerifier } from "oauth4webapi";
import { sentence } from "../../i18n";
import { type Failure, FailureError, failure } from "../../sales/failure";
import type { Text } from "../../sales/text";
import { dialogCookie, setDialogCookie } from "../cookies";
import type { GatewayContext } from "../deps";
import { failureFor } from "../faults";
import { dialogPolicy } from "../security";
import { type Attempts, awaitClaim, type Departure } from "./attempts";
import { fingerprint, newSecret } from "./oneTime";
import { signInRefusal } from "./refusal";

const PAGE = "signIn.html";

/** The task of a page of the dialog: go on to the CRM, or hand the pane a claim or a failure. */
type Task = { readonly next: string } | { readonly claim: string } | { readonly failure: Failure };

const UNDER_WAY: Text = { fr: "Un instant…", en: "One moment…" };
const DONE: Text = {
  fr: "C'est fait. Cette fenêtre va se fermer ; vous pouvez aussi la fermer vous-même.",
  en: "Done. This window will close; you may also close it yourself.",
};

/** The pages of the sign-in window: `/sign-in/start`, on our own address first, and `/sign-in/callback`. */
export function signInPages({ config, deps }: GatewayContext, attempts: Attempts): Hono {
  const routes = new Hono();
  const template = join(resolve(config.dist), PAGE);

  const answer = async (context: Context, task: Task): Promise<Response> => {
    const page = await readFile(template, "utf8").catch(() => undefined);
    if (page === undefined) throw new FailureError(failure("address-unknown", { path: `/${PAGE}` }));
    context.header("Content-Security-Policy", dialogPolicy());
    context.header("Cache-Control", "no-store");
    // The address holds a code or a handle: nobody else's server is told of it.
    context.header("Referrer-Policy", "no-referrer");
    const { fr, en } = said(task);
    const parts = { TASK: JSON.stringify(task), FR: fr, EN: en };
    return context.html(
      page.replace(/__VIGIE_(TASK|FR|EN)__/g, (_, part: keyof typeof parts) => escaped(parts[part])),
      "failure" in task ? 400 : 200,
    );
  };

  routes.get("/sign-in/start", async (context) => {
    const attempt = attempts.starts.take(context.req.query("attempt") ?? "");
    if (!attempt || attempt.ended.signal.aborted)
      return answer(context, { failure: signInRefusal("", "unknown").failure });
    const window = newSecret();
    const verifier = generateRandomCodeVerifier();
    const state = attempts.departures.put({ attempt, verifier, window: fingerprint(window) });
    setDialogCookie(context, window, attempts.departures.lifeSeconds);
    return answer(context, { next: await attempt.provider.authorizeAddress(state, verifier) });
  });

  routes.get("/sign-in/callback", async (context) => {
    const parameters = new URL(context.req.url).searchParams;
    const state = parameters.get("state") ?? "";
    const departure = attempts.departures.take(state);
    try {
      if (!departure || !isSameWindow(context, departure) || departure.attempt.ended.signal.aborted)
        throw signInRefusal("", "unknown");
      const { attempt, verifier } = departure;
      const tokens = await attempt.provider.exchange(parameters, state, verifier);
      const claim = awaitClaim(attempts.claims, { attempt, tokens });
      if (attempt.ended.signal.aborted) throw signInRefusal("", "unknown");
      return await answer(context, { claim });
    } catch (thrown) {
      return answer(context, { failure: failureFor(thrown, deps.logger, "signing in") });
    }
  });

  return routes;
}

const isSameWindow = (context: Context, { window }: Departure): boolean =>
  timingSafeEqual(Buffer.from(window), Buffer.from(fingerprint(dialogCookie(context))));

function said(task: Task): Text {
  if ("failure" in task) return { fr: sentence(task.failure, "fr"), en: sentence(task.failure, "en") };
  return "claim" in task ? DONE : UNDER_WAY;
}

/** Safe between tags and in an attribute, with or without quotes: a build may take those away. */
const escaped = (text: string): string =>
  text.replace(/[^\p{L}\p{N}]/gu, (sign) => `&#${sign.codePointAt(0)};`);
