import { answerCallsDirectly, cellError, functionCatalogue } from "../functions";
import { contentsOf, metaOf, REFRESH_MARK, sheetsName } from "../gsheets";
import { KPIS } from "../kpi";
import { calculatorOf } from "../live";
import { Checksum } from "../sales/checksum";
import { type Failure, failed } from "../sales/failure";
import type { Language } from "../sales/text";
import { spreadsheetReader } from "./reader";
import { plainValue } from "./serial";

/** Google keeps a value so long at most, and so large. */
const CACHE_SECONDS = 21_600;
const LONGEST_CACHED = 100_000;

type Argument = string | number | boolean | null | readonly Argument[];

/**
 * Answers one `KPI_…` cell: each is an execution of its own with 30 seconds, so the answer of an equal question of the
 * same generation comes from the cache. Throws an Error whose message the cell shows: Google knows no other error of ours.
 */
export function answerCell(name: string, received: readonly unknown[]): unknown {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const reader = spreadsheetReader(spreadsheet);
  const meta = metaOf(reader);
  const language = meta?.language ?? "fr";
  if (!meta) throw told(failed("no-data").failure, language);
  const args = withoutMark(received.map((one) => argument(one, () => spreadsheet.getSpreadsheetTimeZone())));
  const cache = CacheService.getDocumentCache();
  const key = keyOf(meta.generation, name, args);
  const kept = cache?.get(key);
  if (kept) return JSON.parse(kept).value;
  const declaration = declarationOf(name);
  if (!declaration) throw told(failed("function-unknown", { function: name }).failure, language);
  const contents = contentsOf(reader, language);
  if (!contents.ok) throw told(contents.failure, language);
  const source = calculatorOf(contents.value, language);
  const [answer = failed("internal")] = answerCallsDirectly([{ declaration, args }], source, language);
  if (!answer.ok) throw told(answer.failure, language);
  const json = JSON.stringify({ value: answer.value });
  if (json.length <= LONGEST_CACHED) cache?.put(key, json, CACHE_SECONDS);
  return answer.value;
}

const declarationOf = (name: string) =>
  [...functionCatalogue(KPIS.all).byName].find(([id]) => sheetsName(id) === name)?.[1];

const told = (failure: Failure, language: Language): Error => new Error(cellError(failure, language).message);

const argument = (value: unknown, zone: () => string): Argument => {
  if (Array.isArray(value)) return value.map((one) => argument(one, zone));
  return value === undefined || value === null ? null : plainValue(value, zone);
};

/** The argument that only has the cell computed again is no part of the question. */
const withoutMark = (args: readonly Argument[]): readonly Argument[] =>
  args.filter((one) => !(typeof one === "string" && one.startsWith(REFRESH_MARK)));

/** Cache keys are 250 characters at most, and a question may be longer: two checksums tell questions apart. */
function keyOf(generation: string, name: string, args: readonly Argument[]): string {
  const question = JSON.stringify(args);
  const digest = (text: string) => {
    const checksum = new Checksum(1);
    checksum.add(0, text);
    return checksum.digest();
  };
  const reversed = [...question].reverse().join("");
  return `${generation}:${name}:${question.length}:${digest(question)}${digest(reversed)}`;
}
