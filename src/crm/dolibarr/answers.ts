import { z } from "zod";
import { FailureError, failure } from "../../sales/failure";
import type { Fetch } from "../http";

/** Named in failures. */
export const LABEL = { fr: "Dolibarr", en: "Dolibarr" };

const ERROR = z.looseObject({ error: z.looseObject({ message: z.string() }) });
const NO_ADDITION = /^not found$/i;
const source = LABEL.fr;

/** A 404 of Dolibarr's own that says no more: told to explain nothing (API_PRODUCTION_MODE), it ends every list so. */
export const UNEXPLAINED = failure("source-invalid-answer", { source });

/** Dolibarr's own refusals that come as plain text, by what they name, and under whichever status. */
const TEXTS: readonly (readonly [RegExp, (resource: string) => FailureError])[] = [
  [
    /APIs are not allowed from the IP/,
    () => new FailureError(failure("source-caller-refused", { source, setting: "API_RESTRICT_ON_IP" })),
  ],
  [
    /forbidden by config API_ENDPOINT_RULES/,
    (part) =>
      new FailureError(failure("source-part-closed", { source, part, setting: "API_ENDPOINT_RULES" })),
  ],
];
const LONGEST_TEXT = 2_000;

/**
 * The same fetch, with Dolibarr's own ways made plain. A 404 is an empty list only where Dolibarr itself says what was
 * not found; any other 404, such as a proxy's page, stays an error.
 */
export const explained =
  (fetch: Fetch): Fetch =>
  async (request) => {
    const response = await fetch(request);
    const type = response.headers.get("content-type") ?? "";
    if (response.status === 404) return emptyOr(response);
    if (type.includes("json")) return response;
    const text = await response.text();
    const told = text.length <= LONGEST_TEXT && TEXTS.find(([words]) => words.test(text));
    if (told) throw told[1](resourceOf(request.url));
    return new Response(text || null, { status: response.status, headers: response.headers });
  };

async function emptyOr(response: Response): Promise<Response> {
  const text = await response.text();
  const message = messageIn(text);
  if (message === undefined) return new Response(text, { status: 404 });
  if (NO_ADDITION.test(message)) throw new FailureError(UNEXPLAINED);
  return Response.json([]);
}

function messageIn(text: string): string | undefined {
  try {
    return ERROR.safeParse(JSON.parse(text)).data?.error.message.trim();
  } catch {
    return undefined;
  }
}

const resourceOf = (url: string): string => /\/api\/index\.php\/([a-z]+)/.exec(url)?.[1] ?? "";
