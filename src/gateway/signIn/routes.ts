import { timingSafeEqual } from "node:crypto";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { z } from "zod";
import { FailureError, failure } from "../../sales/failure";
import { accountOf } from "../account";
import { connectorNamed, optionsFor } from "../connecting";
import { personOf } from "../cookies";
import type { GatewayContext } from "../deps";
import { answerFailure } from "../errorAnswers";
import { answerThrown, openSession } from "../opening";
import { sessionSecret } from "../sessionRequests";
import { readSessionRequest } from "../upload";
import { type Attempt, type Attempts, giveBack } from "./attempts";
import type { Grant } from "./grants";
import { fingerprint, newSecret } from "./oneTime";
import { signInRefusal } from "./refusal";
import { connectorOptions, providerFor, textFields } from "./registration";

const LARGEST_BODY = 32_000;
const CANCEL = z.object({ attempt: z.string().max(100) });
const CLAIM = z.object({ attempt: z.string().max(100), claim: z.string().max(100) });

/**
 * Sign-in at a CRM as the pane sees it: `POST /sign-in` begins one and tells the page to open; `POST /sign-in/claim`
 * turns what that page handed over into a session; `POST /sign-in/cancel` ends one; `DELETE /sign-in/:source` takes
 * everything back.
 */
export function signInRoutes(gateway: GatewayContext, attempts: Attempts): Hono {
  const { config, deps, grants, teamMemory, uploads, networkOf } = gateway;
  const routes = new Hono();
  routes.use("/sign-in/*", bodyLimit({ maxSize: LARGEST_BODY, onError: tooLarge }));

  routes.post("/sign-in", async (context) => {
    const hold = uploads.holdFor(networkOf(context));
    try {
      const request = await readSessionRequest(context, config, hold);
      // Whoever signs the team in decides what everybody sees: having been let in before is not enough.
      const account = accountOf(context, { ...request, code: request.code ?? "" }, gateway);
      const connector = connectorNamed(request.source, deps.registry);
      const { declaration } = connector;
      const set = connectorOptions(config, declaration.id);
      const options = optionsFor(connector, request.options, set);
      const redirectUri = `${publicAddress(context, gateway)}/sign-in/callback`;
      const provider = providerFor(declaration, textFields(options), redirectUri, config, deps);
      const attempt = newSecret();
      const ended = new AbortController();
      const begun = { connector, options, account, provider, proof: fingerprint(attempt), ended };
      attempts.begun.put(begun, attempt);
      const start = attempts.starts.put(begun);
      const address = `${publicAddress(context, gateway)}/sign-in/start?attempt=${start}`;
      return context.json({ address, attempt, expiresInSeconds: attempts.lifeSeconds }, 201);
    } catch (thrown) {
      return answerThrown(context, thrown, gateway);
    } finally {
      hold.release();
    }
  });

  routes.post("/sign-in/claim", async (context) => {
    try {
      const { attempt, tokens } = claimed(attempts, await context.req.json().catch(() => undefined));
      const { connector, options, account } = attempt;
      const { declaration } = connector;
      const grant = await grants.keep(account.person, declaration, textFields(options), tokens);
      const all = { ...options, ...connectorOptions(config, declaration.id) };
      return await openSession(context, { connector, options: all, grant, ...account }, gateway).catch(
        async (thrown: unknown) => {
          // A sign-in that leads nowhere leaves nothing behind.
          await grants.forget(grant, declaration);
          throw thrown;
        },
      );
    } catch (thrown) {
      return answerThrown(context, thrown, gateway);
    }
  });

  routes.post("/sign-in/cancel", async (context) => {
    const parsed = CANCEL.safeParse(await context.req.json().catch(() => undefined));
    if (!parsed.success) return answerFailure(context, failure("request-invalid", { expected: "{attempt}" }));
    // Unknown, over or ended just now: nobody is told which.
    attempts.begun.take(parsed.data.attempt)?.ended.abort();
    return context.body(null, 204);
  });

  routes.delete("/sign-in/:source", async (context) => {
    try {
      const { declaration } = connectorNamed(context.req.param("source"), deps.registry);
      const grant = grants.find(personOf(context), declaration) ?? passing(context, declaration.id, gateway);
      if (!grant) return context.json({ isRevoked: false });
      const { isRevoked, isErased } = await grants.forget(grant, declaration);
      if (isErased) return context.json({ isRevoked });
      const inCrm = !isRevoked && { source: declaration.label.fr };
      return answerFailure(context, failure("sign-in-not-erased", { ...inCrm }));
    } catch (thrown) {
      return answerThrown(context, thrown, gateway);
    }
  });

  // Not the team's sign-in itself, which others use: only that this browser may enter without the code.
  routes.delete("/sign-in/:source/team", async (context) => {
    try {
      const { declaration } = connectorNamed(context.req.param("source"), deps.registry);
      const isErased = await teamMemory.forget(personOf(context), declaration.id);
      return isErased ? context.body(null, 204) : answerFailure(context, failure("sign-in-not-erased"));
    } catch (thrown) {
      return answerThrown(context, thrown, gateway);
    }
  });

  return routes;
}

/** The sign-in of a browser without cookies: known by its session only. The team's is not one person's to end. */
function passing(context: Context, source: string, { sessions, grants }: GatewayContext): Grant | undefined {
  const session = sessions.find(sessionSecret(context));
  const grant = session?.source.id === source && session.grant ? grants.of(session.grant) : undefined;
  return grant?.isLasting ? undefined : grant;
}

const tooLarge = (context: Context): Response =>
  answerFailure(context, failure("request-invalid", { expected: `${LARGEST_BODY / 1_000} KB` }));

/** Both halves are needed: the pane's, which began, and the dialog's, in which somebody signed in. */
function claimed(attempts: Attempts, body: unknown): ReturnType<typeof takeClaim> {
  const parsed = CLAIM.safeParse(body);
  if (!parsed.success) throw new FailureError(failure("request-invalid", { expected: "{attempt, claim}" }));
  return takeClaim(attempts, parsed.data);
}

function takeClaim(attempts: Attempts, { attempt, claim }: z.infer<typeof CLAIM>) {
  const granted = attempts.claims.take(claim);
  if (granted && isProof(granted.attempt, attempt)) {
    attempts.begun.take(attempt);
    return granted;
  }
  if (granted) giveBack(granted);
  throw signInRefusal("", "unknown");
}

const isProof = ({ proof }: Attempt, secret: string): boolean =>
  timingSafeEqual(Buffer.from(proof), Buffer.from(fingerprint(secret)));

/** This gateway's address: as configured, else as the request has it. */
const publicAddress = (context: Context, { config }: GatewayContext): string =>
  config.publicAddress ?? new URL(context.req.url).origin;
