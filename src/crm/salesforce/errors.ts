import { z } from "zod";
import { type Failure, type FailureCode, FailureError, failure } from "../../sales/failure";
import type { Fetch } from "../http";
import { invalidAnswer } from "../kit";

/** Named in failures. */
export const LABEL = { fr: "Salesforce", en: "Salesforce" };

const ERRORS = z.array(z.object({ errorCode: z.string(), message: z.string().optional() })).min(1);

/** What Salesforce's error codes mean here; every other code means a question it does not understand. */
const MEANINGS: Readonly<Record<string, FailureCode>> = {
  REQUEST_LIMIT_EXCEEDED: "source-quota",
  API_DISABLED_FOR_ORG: "source-module-missing",
  API_CURRENTLY_DISABLED: "source-module-missing",
  INVALID_TYPE: "source-no-right",
  NOT_FOUND: "source-no-right",
  FUNCTIONALITY_NOT_ENABLED: "source-no-right",
  INSUFFICIENT_ACCESS: "source-no-right",
  INSUFFICIENT_ACCESS_OR_READONLY: "source-no-right",
  INVALID_REPLICATION_DATE: "source-changes-lost",
  EXCEEDED_ID_LIMIT: "source-changes-lost",
};
/** Trouble of the moment: the same question may be answered later. */
const PASSING = new Set(["QUERY_TIMEOUT", "SERVER_UNAVAILABLE", "UNABLE_TO_LOCK_ROW"]);
/** The quota of requests at once comes under the same code as the one of the day. */
const AT_ONCE = /^ConcurrentRequests/;
const TELLING = new Set([400, 403, 404]);

/** An error that Salesforce itself tells, as an answer. */
export class ToldError extends FailureError {
  constructor(
    failure: Failure,
    readonly errorCode: string,
  ) {
    super(failure);
  }
}

/** The same fetch; an error that Salesforce explains becomes its failure, without its message, which may quote data. */
export const explained =
  (fetch: Fetch): Fetch =>
  async (request) => {
    const response = await fetch(request);
    if (!TELLING.has(response.status)) return response;
    const text = await response.text();
    const [told] = errorsOf(text);
    if (!told) return new Response(text, { status: response.status });
    const { errorCode, message = "" } = told;
    if (PASSING.has(errorCode) || (errorCode === "REQUEST_LIMIT_EXCEEDED" && AT_ONCE.test(message)))
      return new Response(null, { status: 503 });
    throw new ToldError(failureOf(errorCode), errorCode);
  };

function errorsOf(text: string): z.output<typeof ERRORS> | [] {
  try {
    return ERRORS.safeParse(JSON.parse(text)).data ?? [];
  } catch {
    return [];
  }
}

function failureOf(errorCode: string): Failure {
  const code = Object.hasOwn(MEANINGS, errorCode) ? MEANINGS[errorCode]! : "source-invalid-answer";
  return failure(code, { source: LABEL.fr, ...(code === "source-module-missing" && { module: "API" }) });
}

/** An answer that is not what was asked for. */
export const invalid = (table?: string) => invalidAnswer(LABEL.fr, table);
