import type { Filter, KpiSource } from "../kpi";
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
  readonly run: (input: FunctionInput, source: KpiSource, language: Language) => Promise<CellAnswer>;
}
