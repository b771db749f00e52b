import type { Failure, FailureParams } from "../sales/failure";
import type { Language } from "../sales/text";
import { tableCaption } from "./captions";
import { FAILURE_SENTENCES } from "./failures";
import { formatsOf } from "./formats";
import { SIGN_IN_REASONS, type SignInReason } from "./signInReasons";

/** A longer list ends with "…": a sentence must fit in Excel's error card. */
const LONGEST_LIST = 40;
const LONGEST_VALUE = 120;

/** Explains a failure in one or two sentences a sales director understands. Never empty, whatever the params. */
export function sentence(failure: Failure, language: Language): string {
  return fill(FAILURE_SENTENCES[failure.code][language], saidIn(failure, language));
}

/** The params as a person reads them in a language. */
const saidIn = ({ code, params }: Failure, language: Language): FailureParams =>
  withTable(
    withTimes(
      inLanguage(code === "source-sign-in" ? withReason(params, language) : params, language),
      language,
    ),
    language,
  );

/** Nobody knows a table by the name that the code gives it. */
const withTable = (params: FailureParams, language: Language): FailureParams =>
  params.table === undefined ? params : { ...params, table: tableCaption(params.table, language) ?? "" };

const IN_LANGUAGE: Readonly<Record<Language, RegExp>> = { fr: /^(\w+)Fr$/, en: /^(\w+)En$/ };

/** Words that travel in both languages: `whyFr`, `whyEn` are said as `why`. */
const inLanguage = (params: FailureParams, language: Language): FailureParams => {
  const own = Object.entries(params).flatMap(([name, value]) => {
    const [, said] = IN_LANGUAGE[language].exec(name) ?? [];
    return said === undefined ? [] : [[said, value] as const];
  });
  return own.length === 0 ? params : { ...params, ...Object.fromEntries(own) };
};

function withReason(params: FailureParams, language: Language): FailureParams {
  const { reason } = params;
  if (typeof reason !== "string" || !Object.hasOwn(SIGN_IN_REASONS, reason)) return params;
  return { ...params, reason: SIGN_IN_REASONS[reason as SignInReason][language] };
}

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** Formats ISO 8601 moments as times of the day: such moments are minutes old. */
function withTimes(params: FailureParams, language: Language): FailureParams {
  const { since } = params;
  if (typeof since !== "string" || !MOMENT.test(since) || Number.isNaN(Date.parse(since))) return params;
  return { ...params, since: formatsOf(language).time(since) };
}

/**
 * Fills `{name}` from `params`; a `[part]` in which a name is missing or empty is left out, and a name missing
 * outside of one becomes "…".
 */
export function fill(template: string, params: FailureParams): string {
  const withParts = template.replace(/\[([^[\]]*)\]/g, (_, part: string) =>
    namesIn(part).every((name) => written(params[name]) !== "") ? part : "",
  );
  return withParts.replace(/\{(\w+)\}/g, (_, name: string) => written(params[name]) || "…").trim();
}

const namesIn = (template: string): string[] =>
  [...template.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");

function written(value: FailureParams[string] | undefined): string {
  if (value === undefined) return "";
  if (typeof value === "string") return shortened(value);
  if (typeof value === "number") return String(value);
  const shown = value.slice(0, LONGEST_LIST).map(shortened);
  return value.length > LONGEST_LIST ? `${shown.join(", ")}…` : shown.join(", ");
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length > LONGEST_VALUE ? `${characters.slice(0, LONGEST_VALUE - 1).join("")}…` : text;
}
