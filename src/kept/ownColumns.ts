import {
  type BetterSide,
  codeOf,
  type OwnIndicator,
  ownIndicators,
  type RegisterEntry,
  type Unit,
} from "../kpi";
import { type Failure, type FailureCode, failed, type Result, success } from "../sales/failure";
import { fold } from "../sales/fold";
import type { Language, Text } from "../sales/text";
import { readText, textOf } from "./readers";
import type { RegisterCells, RegisteredKpi, RegisterField, RegisterValues } from "./registerValues";
import type { Cell, KeptColumn } from "./table";

const UNITS: Readonly<Record<Unit, Text>> = {
  money: { fr: "montant", en: "amount" },
  percent: { fr: "%", en: "%" },
  count: { fr: "nombre", en: "number" },
  ratio: { fr: "rapport", en: "ratio" },
  days: { fr: "jours", en: "days" },
};
const BETTER: Readonly<Record<BetterSide, Text>> = {
  high: { fr: "haut", en: "high" },
  low: { fr: "bas", en: "low" },
  neither: { fr: "ni l'un ni l'autre", en: "neither" },
};

const listed = (words: Readonly<Record<string, Text>>) => (language: Language) =>
  Object.values(words).map((word) => word[language]);

/** The columns of the company's own indicators; a workbook from before them has none. */
export const OWN_COLUMNS = {
  calculation: {
    caption: { fr: "Calcul", en: "Calculation" },
    width: 34,
    isOptional: true,
    read: readText,
  } satisfies KeptColumn<RegisterField, string>,
  unit: {
    caption: { fr: "Unité", en: "Unit" },
    width: 10,
    isOptional: true,
    list: listed(UNITS),
    read: readUnit,
  } satisfies KeptColumn<RegisterField, Unit | undefined>,
  better: {
    caption: { fr: "Mieux", en: "Better" },
    width: 10,
    isOptional: true,
    list: listed(BETTER),
    read: readBetter,
  } satisfies KeptColumn<RegisterField, BetterSide>,
} as const;

/** Empty: the calculation's usual unit. */
function readUnit(cell: Cell | undefined): Result<Unit | undefined> {
  return cell === undefined ? success(undefined) : choice(UNITS, cell);
}

/** Empty: more is better. */
function readBetter(cell: Cell | undefined): Result<BetterSide> {
  return cell === undefined ? success("high") : choice(BETTER, cell);
}

function choice<C extends string>(words: Readonly<Record<C, Text>>, cell: Cell): Result<C> {
  const typed = fold(textOf(cell));
  const choices = Object.keys(words) as C[];
  const found = choices.find((one) => Object.values(words[one]).some((word) => fold(word) === typed));
  return found === undefined
    ? failed("row-bad-choice", { value: textOf(cell), possible: choices.map((one) => words[one].fr) })
    : success(found);
}

/** The cells of an own indicator; empty ones for a KPI of the product. */
export function ownCells(
  own: RegisterEntry["own"],
  language: Language,
): Readonly<Record<keyof typeof OWN_COLUMNS, Cell>> {
  if (!own) return { calculation: "", unit: "", better: "" };
  return {
    calculation: own.calculation,
    unit: own.unit === undefined ? "" : UNITS[own.unit][language],
    better: BETTER[own.better][language],
  };
}

export const ownOf = ({ name, unit, better, calculation }: RegisterValues): RegisterEntry["own"] => ({
  name,
  better,
  calculation,
  ...(unit !== undefined && { unit }),
});

/** Readers of the cells that decide an own indicator, among the rows that declare them all. */
interface OwnReaders {
  /** Undefined for a row without calculation. */
  readonly kpi: (row: RegisterCells) => Result<RegisteredKpi> | undefined;
  readonly calculation: (cell: Cell | undefined, row: RegisterCells) => Result<string>;
  readonly unit: (cell: Cell | undefined, row: RegisterCells) => Result<Unit | undefined>;
}

/** Failures that are another cell's than the calculation's. */
const ELSEWHERE: Readonly<Partial<Record<FailureCode, RegisterField>>> = {
  "own-code-invalid": "kpi",
  "own-code-taken": "kpi",
  "calculation-unit": "unit",
};

export function ownAmong(rows: readonly RegisterCells[]): OwnReaders {
  const declared = rows.flatMap((row) => declaredIn(row) ?? []);
  const { failures } = ownIndicators(declared);
  const kpis = new Map(declared.map(({ code, better }) => [codeOf(code), { id: codeOf(code), better }]));
  const wrong = (row: RegisterCells, field: RegisterField): Failure | undefined => {
    const own = declaredIn(row);
    const found = own && failures.get(codeOf(own.code));
    return found && (ELSEWHERE[found.code] ?? "calculation") === field ? found : undefined;
  };
  const unless = <T>(found: Failure | undefined, read: Result<T>): Result<T> =>
    found ? { ok: false, failure: found } : read;
  return {
    kpi: (row) => {
      const own = declaredIn(row);
      return own && unless(wrong(row, "kpi"), success(kpis.get(codeOf(own.code))!));
    },
    calculation: (cell, row) => unless(wrong(row, "calculation"), readText(cell)),
    unit: (cell, row) => unless(wrong(row, "unit"), readUnit(cell)),
  };
}

/** The own indicator of a row; a unit or side that cannot be read counts as the usual one. */
function declaredIn(row: RegisterCells): OwnIndicator | undefined {
  if (row.calculation === undefined) return undefined;
  const unit = readUnit(row.unit);
  const better = readBetter(row.better);
  return {
    code: textOf(row.kpi),
    name: textOf(row.name),
    unit: unit.ok ? unit.value : undefined,
    better: better.ok ? better.value : "high",
    calculation: String(row.calculation),
  };
}
