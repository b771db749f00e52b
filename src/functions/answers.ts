import {
  type Answer,
  type Aspect,
  type MemberAnswer,
  type Pivot,
  type Query,
  type SpillTable,
  TIER_FACES,
} from "../kpi";
import { failed, type Result, success } from "../sales/failure";
import type { Language, Text } from "../sales/text";
import type { CellAnswer, CellMatrix, CellScalar } from "./cell";
import type { FunctionInput } from "./declaration";

const TOTAL: Text = { fr: "Total", en: "Total" };

/** Aspects that are quotients or values: empty means "nothing to divide by". The others are empty without target. */
const DIVIDED: ReadonlySet<Aspect> = new Set<Aspect>(["value", "evolution", "projection"]);

/** The question of a call. */
export const queryOf = (
  { axis, period, member, filters }: FunctionInput,
  kpi: string,
  aspect: Aspect = "value",
): Query => ({ kpi, aspect, axis, period, member, filters });

/** One row a member is asked for: an axis without member. */
export const asksForList = (query: Query): boolean => query.axis !== undefined && query.member === undefined;

/** A single answer. An empty quotient is `division-by-zero`; without a target the cell is empty. */
export function single(result: Result<Answer>, aspect: Aspect, language: Language): CellAnswer {
  if (!result.ok) return result;
  if (result.value === null && DIVIDED.has(aspect)) return failed("division-by-zero");
  return success(scalarOf(result.value, language));
}

/** Two columns: member, answer. Without members two blank cells, so that `INDEX(…,,2)` still finds a column. */
export function listed(result: Result<readonly MemberAnswer[]>, language: Language): CellAnswer {
  if (!result.ok) return result;
  if (result.value.length === 0) return spilled([["", ""]]);
  return spilled(result.value.map(({ member, answer }) => [member, scalarOf(answer, language)]));
}

/** Headings and totals around a pivot; the corner is blank. */
export function pivoted(result: Result<Pivot>, language: Language): CellAnswer {
  if (!result.ok) return result;
  const { rowMembers, columnMembers, cells, rowTotals, columnTotals, grandTotal } = result.value;
  const total = TOTAL[language];
  return spilled([
    ["", ...columnMembers, total],
    ...rowMembers.map((member, row) => [member, ...(cells[row] ?? []), rowTotals[row] ?? null]),
    [total, ...columnTotals, grandTotal],
  ]);
}

/** A list with heading and total, for a pivot without columns. */
export function listedWithTotal(
  members: readonly MemberAnswer[],
  total: Answer,
  heading: string,
  language: Language,
): CellAnswer {
  return spilled([
    ["", heading],
    ...members.map(({ member, answer }) => [member, scalarOf(answer, language)]),
    [TOTAL[language], scalarOf(total, language)],
  ]);
}

/** A table with its headings; a last row tells of rows left out. */
export function tabled(result: Result<SpillTable>, language: Language): CellAnswer {
  if (!result.ok) return result;
  const { headings, rows, omitted = 0 } = result.value;
  const rest = headings.map((_, column) => (column === 0 ? omittedRows(omitted, language) : null));
  return spilled([headings.map((heading) => heading[language]), ...rows, ...(omitted > 0 ? [rest] : [])]);
}

function omittedRows(count: number, language: Language): string {
  const shown = new Intl.NumberFormat(language).format(count);
  if (language === "fr") return count === 1 ? "… et 1 autre ligne" : `… et ${shown} autres lignes`;
  return count === 1 ? "… and 1 more row" : `… and ${shown} more rows`;
}

/** A block ready to spill: inside it an empty cell is "". */
export const spilled = (rows: CellMatrix): CellAnswer =>
  success(rows.map((row) => row.map((cell) => cell ?? "")));

/** A tier becomes its word in the reader's language. */
export const scalarOf = (answer: Answer, language: Language): CellScalar =>
  typeof answer === "string" ? TIER_FACES[answer].label[language] : answer;
