import type { AnswersTo, AnswerTo, Filter, KpiRegistry, KpiRequest } from "../kpi";
import type { Provenance } from "../sales/tables";
import type { Language, Text } from "../sales/text";
import type { CellAnswer } from "./cell";

/** A call's arguments once read: texts trimmed, what was left out undefined, pairs as filters. */
export interface FunctionInput {
  readonly kpi?: string;
  readonly axis?: string;
  /** The column axis of a pivot. */
  readonly columns?: string;
  readonly period?: string | number;
  readonly member?: string;
  readonly count?: number;
  readonly filters: readonly Filter[];
}

/** `into` says which field of FunctionInput it fills; `filters` is the repeating one and comes last. */
export interface FunctionParameter {
  readonly into: keyof FunctionInput;
  /** As IntelliSense shows it. */
  readonly name: Text;
  readonly description: Text;
  readonly required?: true;
}

/**
 * A worksheet function as data: metadata, help, documentation and the calls themselves come from it.
 */
export interface FunctionDeclaration {
  /** As typed after `KPI.`, upper case; also the id that Excel calls. */
  readonly id: string;
  /** The same function under a name that Microsoft's rule (three characters) accepts. */
  readonly longName?: string;
  readonly description: Text;
  readonly parameters: readonly FunctionParameter[];
  /** `matrix` when it may spill. */
  readonly result: "scalar" | "matrix";
  /** Calls a reader can try on the demo; each is run by a test. */
  readonly examples: readonly string[];
  /** Says what a call asks, and how the answers become its cells. */
  readonly ask: (input: FunctionInput) => Asked;
}

/** All that a call's cells depend on besides the answers. */
export interface CellContext {
  readonly language: Language;
  readonly provenance: Provenance;
  /** The KPIs that the source answers. */
  readonly kpis: KpiRegistry;
}

/** A call as two synchronous halves, so that any driver may answer it (drivers.ts). */
export interface Asked {
  /** Plain data, which may travel. */
  readonly requests: readonly KpiRequest[];
  /** The cells, of the answers in the order of the requests. */
  readonly cells: (answers: readonly AnswerTo<KpiRequest>[], context: CellContext) => CellAnswer;
}

/** Ties the two halves together: `cells` gets the answers that `requests` ask for. */
export const asking = <const R extends readonly KpiRequest[]>(
  requests: R,
  cells: (answers: AnswersTo<R>, context: CellContext) => CellAnswer,
): Asked => ({ requests, cells: cells as Asked["cells"] });
