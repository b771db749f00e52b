import type { Filter } from "../kpi";
import { failed, type Result, success } from "../sales/failure";
import type { Language, Text } from "../sales/text";
import type { CellArgument, CellScalar } from "./cell";
import type { FunctionInput, FunctionParameter } from "./declaration";

const EXPECTED = {
  oneCell: { fr: "une seule cellule", en: "a single cell" },
  something: { fr: "un texte", en: "a text" },
  wholeNumber: { fr: "un nombre entier, 1 ou plus", en: "a whole number, 1 or more" },
  pairs: { fr: "un axe et son membre, par paires", en: "a dimension and its member, in pairs" },
  axisFirst: { fr: "un axe quand un membre est donné", en: "a dimension when a member is given" },
  fewer: { fr: "moins d'arguments", en: "fewer arguments" },
} satisfies Record<string, Text>;

type Refusal = (expected: keyof typeof EXPECTED) => {
  ok: false;
  failure: ReturnType<typeof failed>["failure"];
};

/**
 * Reads a call's arguments as its declaration says. Null, undefined, "", blanks and 0 (a blank cell, on some
 * hosts) count as left out; a range of one cell counts as its value. Failure: `argument-invalid`.
 */
export function readInput(
  parameters: readonly FunctionParameter[],
  args: readonly CellArgument[],
  language: Language,
): Result<FunctionInput> {
  const input: { -readonly [K in keyof FunctionInput]: FunctionInput[K] } = { filters: [] };
  const refuse =
    (parameter: FunctionParameter): Refusal =>
    (expected) =>
      failed("argument-invalid", {
        argument: parameter.name[language],
        expected: EXPECTED[expected][language],
      });

  for (const [position, parameter] of parameters.entries()) {
    const argument = parameter.into === "filters" ? args.slice(position) : args[position];
    const read = READERS[parameter.into](argument, refuse(parameter));
    if (!read.ok) return read;
    if (parameter.required && read.value === undefined) return refuse(parameter)("something");
    Object.assign(input, { [parameter.into]: read.value });
  }
  const last = parameters.at(-1);
  if (
    last?.into !== "filters" &&
    args
      .slice(parameters.length)
      .flatMap(scalarsOf)
      .some((cell) => textOf(cell) !== undefined)
  ) {
    return failed("argument-invalid", {
      argument: String(parameters.length + 1),
      expected: EXPECTED.fewer[language],
    });
  }
  const memberParameter = parameters.find((parameter) => parameter.into === "member");
  if (memberParameter && input.member !== undefined && input.axis === undefined) {
    return refuse(memberParameter)("axisFirst");
  }
  return success(input);
}

const READERS: Readonly<
  Record<keyof FunctionInput, (argument: CellArgument, refuse: Refusal) => Result<unknown>>
> = {
  kpi: readText,
  axis: readText,
  columns: readText,
  member: readText,
  period: readPeriod,
  count: readCount,
  filters: readPairs,
};

function readText(argument: CellArgument, refuse: Refusal): Result<string | undefined> {
  const scalar = readScalar(argument, refuse);
  return scalar.ok ? success(textOf(scalar.value)) : scalar;
}

function readPeriod(argument: CellArgument, refuse: Refusal): Result<string | number | undefined> {
  const scalar = readScalar(argument, refuse);
  if (!scalar.ok || typeof scalar.value !== "number")
    return scalar.ok ? success(textOf(scalar.value)) : scalar;
  return success(scalar.value === 0 ? undefined : scalar.value);
}

function readCount(argument: CellArgument, refuse: Refusal): Result<number | undefined> {
  const scalar = readScalar(argument, refuse);
  if (!scalar.ok) return scalar;
  if (textOf(scalar.value) === undefined) return success(undefined);
  // A text is no count, or `KPI.TOPCLIENTS("2024")` would list two thousand customers.
  const count = typeof scalar.value === "number" ? scalar.value : Number.NaN;
  return Number.isSafeInteger(count) && count > 0 ? success(count) : refuse("wholeNumber");
}

/** A repeating parameter arrives spread, as one array, or with ranges inside: only the order of its cells counts. */
function readPairs(argument: CellArgument, refuse: Refusal): Result<readonly Filter[]> {
  const cells = scalarsOf(argument);
  // Excel may send the empty place after the last argument.
  if (cells.length % 2 === 1 && textOf(cells.at(-1)) === undefined) cells.pop();
  if (cells.length % 2 === 1) return refuse("pairs");
  const filters: Filter[] = [];
  for (let index = 0; index < cells.length; index += 2) {
    const axis = textOf(cells[index]);
    const member = textOf(cells[index + 1]);
    if (member === undefined) continue;
    if (axis === undefined) return refuse("pairs");
    filters.push({ axis, member });
  }
  return success(filters);
}

function readScalar(argument: CellArgument, refuse: Refusal): Result<CellScalar | undefined> {
  if (!Array.isArray(argument)) return success(argument as CellScalar | undefined);
  const cells = scalarsOf(argument);
  return cells.length <= 1 ? success(cells[0]) : refuse("oneCell");
}

function scalarsOf(argument: CellArgument): (CellScalar | undefined)[] {
  if (argument === undefined) return [];
  return Array.isArray(argument)
    ? argument.flatMap((item: CellArgument) => inPlace(item))
    : [argument as CellScalar];
}

/** Inside a list an omitted place still counts as a place. */
const inPlace = (item: CellArgument): (CellScalar | undefined)[] =>
  item === undefined ? [null] : scalarsOf(item);

function textOf(scalar: CellScalar | undefined): string | undefined {
  if (scalar === null || scalar === undefined || scalar === 0) return undefined;
  return String(scalar).trim() || undefined;
}
