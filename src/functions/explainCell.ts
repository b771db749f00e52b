import {
  type Answerer,
  evaluate,
  firstKpiCall,
  type Matrix,
  type Need,
  parseFormula,
  settle,
  single,
  whole,
} from "../formula";
import { type Explanation, KPIS, type KpiSource, type Query } from "../kpi";
import type { CellExplanation } from "../live";
import { type Result, success } from "../sales/failure";
import type { Language } from "../sales/text";
import { type Answering, blockOf, kpiAnswerer } from "./answerFormula";
import { functionCatalogue } from "./catalogue";
import type { CellAnswer, CellValue } from "./cell";
import { readInput } from "./input";
import { type Subject, subjectOf } from "./subject";

/** A cell as the workbook room finds it. */
export interface CellInSheet {
  /** Its own formula, or that of the cell whose answer spills over it. */
  readonly formula: string;
  readonly value: unknown;
  /** The cells of its row, from itself to the left; those of its column, from itself upwards. */
  readonly leftwards: readonly unknown[];
  readonly upwards: readonly unknown[];
  /** The cell's distance from the first one of its formula's answer. */
  readonly fromFirst: { readonly rows: number; readonly columns: number };
}

/** Reads what the arguments of a formula refer to: a workbook's name, cells of the sheet or of another. */
export interface References {
  readonly name: (name: string) => Promise<CellAnswer>;
  readonly cells: (cells: Omit<Extract<Need, { kind: "cells" }>, "kind">) => Promise<CellAnswer>;
}

const catalogue = functionCatalogue(KPIS.all);
const PREFIX = "KPI.";
/** The name of a pivot's totals, in both languages: there the search for a member ends. */
const TOTAL = "Total";
/** Half a cent: what is shown to the cent is equal. */
const TOLERANCE = 0.005;

/**
 * Explains where a cell's number comes from: the first KPI call of its formula, narrowed to the member in whose row and
 * column of the spilled answer the cell stands. Undefined where the cell asks no KPI.
 */
export async function explainCell(
  cell: CellInSheet,
  source: KpiSource,
  references: References,
  { language, rows }: { readonly language: Language; readonly rows: number },
): Promise<Result<CellExplanation | undefined>> {
  const call = firstKpiCall(cell.formula);
  const subject = call ? await subjectOfCall(call, source, references, language) : success(undefined);
  if (!subject.ok) return subject;
  if (!subject.value) return success(undefined);
  const query = await narrowed(subject.value, cell, source);
  if (!query.ok) return query;
  const [explained, detail] = await Promise.all([
    source.explain(query.value),
    source.detail(query.value, rows),
  ]);
  if (!explained.ok) return explained;
  if (!detail.ok) return detail;
  const { answer } = explained.value;
  return success({
    explanation: explained.value,
    kpi: source.kpis.get(explained.value.kpi),
    query: query.value,
    detail: detail.value,
    isCellsNumber: subject.value.isValue && isSame(cell.value, answer),
  });
}

const isSame = (shown: unknown, answer: Explanation["answer"]): boolean =>
  typeof shown === "number" && typeof answer === "number"
    ? Math.abs(shown - answer) < TOLERANCE
    : answer === null && (shown === "" || shown === 0);

async function subjectOfCall(
  text: string,
  source: KpiSource,
  references: References,
  language: Language,
): Promise<Result<Subject | undefined>> {
  const parsed = parseFormula(text);
  if (!parsed.ok) return parsed;
  const node = parsed.value;
  const declaration = node.kind === "call" ? declarationOf(node.name) : undefined;
  if (node.kind !== "call" || !declaration) return success(undefined);
  const answerer = answererIn({ source, catalogue }, references, language);
  const blocks = await settle((answers) => {
    const computed = node.args.map((argument) => evaluate(argument, answers));
    return computed.every((block) => block !== undefined) ? computed : undefined;
  }, answerer);
  const args: CellValue[] = [];
  for (const block of blocks) {
    const values = whole(block);
    if (!values.ok) return values;
    args.push(values.value);
  }
  const input = readInput(declaration.parameters, args, language);
  return input.ok ? success(subjectOf(declaration, input.value, source.kpis)) : input;
}

/** Answers KPI calls from the source, names and cells from the sheet, each once. */
function answererIn(answering: Answering, { name, cells }: References, language: Language): Answerer {
  const calls = kpiAnswerer(answering, language);
  const read = async (need: Need): Promise<Matrix> => {
    if (need.kind === "call") return (await calls([need]))[0] ?? single(null);
    return blockOf(await (need.kind === "name" ? name(need.name) : cells(need)));
  };
  return (needs) => Promise.all(needs.map(read));
}

const declarationOf = (name: string) =>
  name.startsWith(PREFIX) ? catalogue.byName.get(name.slice(PREFIX.length)) : undefined;

/** The subject's question with the members of the cell's place: the nearest names to the left and above. */
async function narrowed(
  { query, rowAxis, columnAxis }: Subject,
  { leftwards, upwards, fromFirst }: CellInSheet,
  source: KpiSource,
): Promise<Result<Query>> {
  // A pivot brings its own headings; a column of figures stands beside names that another formula gave.
  const beside = columnAxis === undefined ? leftwards : leftwards.slice(0, fromFirst.columns + 1);
  const row = await memberAmong(beside, rowAxis, source);
  if (!row.ok) return row;
  const column = await memberAmong(upwards.slice(0, fromFirst.rows + 1), columnAxis, source);
  if (!column.ok) return column;
  return success({
    ...query,
    // The axis stays without a member too: whether the KPI has it is part of the question.
    ...(rowAxis !== undefined && { axis: rowAxis, member: row.value }),
    filters:
      columnAxis === undefined || column.value === undefined
        ? query.filters
        : [...query.filters, { axis: columnAxis, member: column.value }],
  });
}

async function memberAmong(
  cells: readonly unknown[],
  axis: string | undefined,
  source: KpiSource,
): Promise<Result<string | undefined>> {
  if (axis === undefined) return success(undefined);
  const members = await source.members(axis);
  if (!members.ok) return members;
  const names = new Set(members.value);
  const nearest = cells
    .map((cell) => String(cell ?? "").trim())
    .find((text) => names.has(text) || text === TOTAL);
  return success(nearest !== undefined && names.has(nearest) ? nearest : undefined);
}
