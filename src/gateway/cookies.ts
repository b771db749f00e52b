import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { CookieOptions } from "hono/utils/cookie";
import type { GatewayConfig } from "./config";
import { fingerprint, newSecret } from "./signIn/oneTime";

/**
 * Out of scripts' reach, over HTTPS only, bound to this host. Excel on the web shows the pane in a frame of another
 * site: `SameSite=None` lets the cookie travel there, `Partitioned` keeps it to that one frame's site. What SameSite
 * would have protected from, `pageRequests.ts` refuses.
 */
const IN_FRAMES = {
  prefix: "host",
  path: "/",
  httpOnly: true,
  secure: true,
  sameSite: "None",
  partitioned: true,
} as const satisfies CookieOptions;

const PERSON = "vigie-person";
const SESSION = "vigie-session-";
const DAY_SECONDS = 86_400;

/** The owner of sign-ins at CRMs: a browser's profile, known by the fingerprint of its cookie. */
export interface Person {
  readonly key: string;
  /** False: this browser keeps no cookie of ours, nobody could come back to what is kept under this key. */
  readonly isLasting: boolean;
}

/** Everybody who knows the code of the team account. */
export const TEAM: Person = { key: "team", isLasting: true };

/** Gives the browser its cookie, or prolongs it: whether it comes back tells whether cookies work here. */
export function greetPerson(context: Context, { rememberDays }: GatewayConfig): void {
  const secret = getCookie(context, PERSON, "host") ?? newSecret();
  const lasting = rememberDays > 0 ? { maxAge: rememberDays * DAY_SECONDS } : {};
  setCookie(context, PERSON, secret, { ...IN_FRAMES, ...lasting });
}

export function personOf(context: Context): Person {
  const secret = getCookie(context, PERSON, "host");
  return { key: fingerprint(secret ?? newSecret()), isLasting: secret !== undefined };
}

/** A cookie per session: two workbooks in one browser keep their own. */
export const setSessionCookie = (context: Context, handle: string, secret: string): void =>
  setCookie(context, SESSION + handle, secret, { ...IN_FRAMES, maxAge: DAY_SECONDS });

export const sessionCookie = (context: Context, handle: string): string | undefined =>
  getCookie(context, SESSION + handle, "host");

/** Takes the cookies of sessions that are over away: a browser sends them all each time. */
export function dropSessionCookies(context: Context, isAlive: (secret: string) => boolean): void {
  for (const [name, secret] of Object.entries(getCookie(context))) {
    const handle = name.startsWith(`__Host-${SESSION}`) ? name.slice(`__Host-${SESSION}`.length) : "";
    if (handle && !isAlive(secret)) setCookie(context, SESSION + handle, "", { ...IN_FRAMES, maxAge: 0 });
  }
}

const DIALOG = "vigie-sign-in";

/** Binds a sign-in to the window it began in; that window is no frame, and comes back from the CRM by a link. */
export const setDialogCookie = (context: Context, secret: string, seconds: number): void =>
  setCookie(context, DIALOG, secret, {
    prefix: "host",
    path: "/",
    httpOnly: true,
    secure: true,
    sameSite: "Lax",
    maxAge: seconds,
  });

export const dialogCookie = (context: Context): string => getCookie(context, DIALOG, "host") ?? "";
