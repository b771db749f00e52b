import { z } from "zod";
import { FailureError, failure } from "../../sales/failure";
import type { Fetch } from "../http";
import { invalidAnswer } from "../kit";

/** Named in failures. */
export const LABEL = { fr: "Dynamics 365", en: "Dynamics 365" };

const ERROR = z.object({ error: z.object({ code: z.string(), message: z.string().optional() }) });
/** What each status of Dataverse means when Dataverse itself explains it. */
const MEANINGS = { 400: "asked-wrongly", 403: "no-right", 404: "absent", 413: "asked-wrongly" } as const;

export type Meaning = (typeof MEANINGS)[keyof typeof MEANINGS] | "too-many-to-aggregate";
const CODES = {
  "asked-wrongly": "source-invalid-answer",
  "too-many-to-aggregate": "source-invalid-answer",
  "no-right": "source-no-right",
  absent: "source-no-right",
} as const;
/** AggregateQueryRecordLimit exceeded: more than 50,000 records. */
const TOO_MANY = /^0x8004e023$/i;

/** An error that Dataverse itself tells, as an answer. */
export class ToldError extends FailureError {
  constructor(readonly meaning: Meaning) {
    super(failure(CODES[meaning], { source: LABEL.fr }));
  }
}

/** The same fetch; an error that Dataverse explains becomes its failure, without its message, which may quote data. */
export const explained =
  (fetch: Fetch): Fetch =>
  async (request) => {
    const response = await fetch(request);
    const meaning = meaningOf(response.status);
    if (!meaning) return response;
    const text = await response.text();
    const code = codeIn(text);
    if (code === undefined) return new Response(text, { status: response.status });
    throw new ToldError(TOO_MANY.test(code) ? "too-many-to-aggregate" : meaning);
  };

const meaningOf = (status: number): Meaning | undefined =>
  Object.entries(MEANINGS).find(([known]) => Number(known) === status)?.[1];

function codeIn(text: string): string | undefined {
  try {
    return ERROR.safeParse(JSON.parse(text)).data?.error.code;
  } catch {
    return undefined;
  }
}

/** An answer that is not what was asked for. */
export const invalid = (table?: string) => invalidAnswer(LABEL.fr, table);
