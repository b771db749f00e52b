import { type Failure, FailureError, failed, failure, type Result, success } from "../../sales/failure";
import type { KpiDefinition, Unit } from "../definition";
import { nearest } from "../nearest";
import { KPIS, type KpiRegistry, LEGAL_NAME } from "../registry";
import type { BetterSide } from "../tier";
import { type Kind, kindWords, unitsOfKind } from "./kind";
import { type ReadCalculation, readCalculation } from "./read";

/** An own indicator as its row of the register gives it. */
export interface OwnIndicator {
  /** As typed after KPI.VALEUR; capitals. */
  readonly code: string;
  /** The code where empty. */
  readonly name: string;
  /** Undefined: the calculation's usual one. */
  readonly unit?: Unit | undefined;
  readonly better: BetterSide;
  readonly calculation: string;
}

/** A company's own indicators understood, and what is wrong with the others, by code. */
export interface OwnIndicators {
  readonly definitions: readonly KpiDefinition[];
  readonly failures: ReadonlyMap<string, Failure>;
}

/** Codes of own indicators are read whatever their case. */
export const codeOf = (typed: string): string => typed.trim().toUpperCase();

/**
 * Reads own indicators, which may name each other. Each wrong one has its failure: `own-code-invalid`, `own-code-taken`,
 * `calculation-circle`, `calculation-kpi-unknown`, `calculation-unit`, or as `readCalculation` fails.
 */
export function ownIndicators(declared: readonly OwnIndicator[], builtIn: KpiRegistry = KPIS): OwnIndicators {
  const reader = new OwnReader(declared, builtIn);
  const failures = new Map<string, Failure>();
  const definitions = reader.codes.flatMap((code) => {
    const read = reader.read(code, []);
    if (read.ok) return [read.value.definition];
    failures.set(code, read.failure);
    return [];
  });
  return { definitions, failures };
}

interface Understood {
  readonly definition: KpiDefinition;
  readonly kind: Kind;
}

class OwnReader {
  private readonly declared: ReadonlyMap<string, OwnIndicator>;
  private readonly understood = new Map<string, Result<Understood>>();

  /** The first of several rows with one code counts. */
  constructor(
    declared: readonly OwnIndicator[],
    private readonly builtIn: KpiRegistry,
  ) {
    this.declared = new Map([...declared].reverse().map((one) => [codeOf(one.code), one]));
  }

  get codes(): readonly string[] {
    return [...this.declared.keys()].reverse();
  }

  /** `path`: the codes on the way here, each naming the next. A circle is each member's own fault. */
  read(code: string, path: readonly string[]): Result<Understood> {
    const known = this.understood.get(code);
    if (known) return known;
    const read = this.understand(code, this.declared.get(code)!, path);
    if (read.ok || read.failure.code !== "calculation-circle") this.understood.set(code, read);
    return read;
  }

  private understand(code: string, own: OwnIndicator, path: readonly string[]): Result<Understood> {
    if (!LEGAL_NAME.test(code)) return failed("own-code-invalid", { code: own.code });
    if (this.builtIn.isTaken(code)) return failed("own-code-taken", { code });
    const calculation = readCalculation(own.calculation, (name, at) =>
      this.named(codeOf(name), at, [...path, code]),
    );
    if (!calculation.ok) return calculation;
    const unit = unitOf(own, calculation.value);
    if (!unit.ok) return unit;
    const definition = definitionOf(code, own, unit.value, calculation.value);
    return success({ definition, kind: calculation.value.kind });
  }

  private named(name: string, at: number, path: readonly string[]): KpiDefinition & { readonly kind?: Kind } {
    const position = at + 1;
    const builtIn = this.builtIn.find(name);
    if (builtIn.ok) return builtIn.value;
    if (path.includes(name))
      throw new FailureError(failure("calculation-circle", { position, path: [...path, name].join(" → ") }));
    if (!this.declared.has(name)) throw new FailureError(this.unknown(name, position));
    const read = this.read(name, path);
    if (read.ok) return { ...read.value.definition, kind: read.value.kind };
    throw new FailureError(
      read.failure.code === "calculation-circle"
        ? failure("calculation-circle", { ...read.failure.params, position })
        : failure("calculation-of-wrong", { position, kpi: name }),
    );
  }

  private unknown(name: string, position: number): Failure {
    const possible = [...this.builtIn.all.map(({ id }) => id), ...this.declared.keys()];
    const near = nearest(name, possible);
    return failure("calculation-kpi-unknown", {
      position,
      kpi: name,
      possible,
      ...(near !== undefined && { nearest: near }),
    });
  }
}

/** The unit typed, or the calculation's usual one. Fails with `calculation-unit`. */
function unitOf({ unit }: OwnIndicator, { kind, calculation }: ReadCalculation): Result<Unit> {
  const possible = unitsOfKind(kind);
  if (unit === undefined) return success(usualUnit(possible, calculation));
  if (possible.includes(unit)) return success(unit);
  const words = kindWords(kind);
  return failed("calculation-unit", { kindFr: words.fr, kindEn: words.en });
}

/** A sum of counts is a count, of shares a share. */
function usualUnit(possible: readonly Unit[], { terms, course }: ReadCalculation["calculation"]): Unit {
  const [first] = terms;
  const alike = first !== undefined && terms.every(({ unit }) => unit === first.unit);
  return alike && course !== "rate" && possible.includes(first.unit) ? first.unit : possible[0]!;
}

function definitionOf(
  id: string,
  { name, better }: OwnIndicator,
  unit: Unit,
  { calculation, dimensions }: ReadCalculation,
): KpiDefinition {
  const label = name.trim() === "" ? id : name.trim();
  return {
    id,
    family: "own",
    label: { fr: label, en: label },
    explanation: {
      fr: `Indicateur de l'entreprise : ${calculation.text.trim()}.`,
      en: `The company's own indicator: ${calculation.text.trim()}.`,
    },
    unit,
    better,
    value: calculation,
    flow: calculation.course === "flow",
    dimensions,
  };
}
