/**
 * Custom functions. Univer's own asynchronous ones run one at a time and hang after a throw. Here a formula is answered
 * at once with its last answer, else "pending"; missing answers are asked in parallel, and only the waiting cells are
 * calculated again when they come. So a cell keeps its old value until the new one is there, and shows `#BUSY!` only if
 * it never had one.
 */
import type { BaseReferenceObject, BaseValueObject, FunctionVariantType } from "@univerjs/engine-formula";
import type { CellScalar, CustomFunctionAnswer, CustomFunctionRunner, FunctionDescription } from "./contract";
import type { GridContext } from "./univerContext";
import type { CellPosition } from "./univerEngine";
import { isErrorText, PENDING } from "./univerRead";
import { columnName } from "./univerRules";

type Argument = CellScalar | readonly (readonly CellScalar[])[];

/** Answers that come within this many milliseconds are shown by one calculation. */
const GATHER_MS = 4;
/** Last answers by name and arguments, for a formula that moved to another cell. */
const REMEMBERED = 20_000;

interface Question {
  readonly name: string;
  readonly args: readonly Argument[];
  readonly address: string;
  readonly waiting: Map<string, CellPosition>;
  /** True once a recalculation came after it: its answer may be of older data. */
  outdated: boolean;
}

export interface CustomFunctions {
  register(names: readonly string[], run: CustomFunctionRunner): void;
  describe(descriptions: readonly FunctionDescription[]): void;
  idle(): boolean;
  /** Called when the engine is idle: drops the answers once none is awaited. */
  settle(): void;
  /** Forgets earlier answers: cells that are calculated from now on ask afresh. */
  forget(): void;
  message(cell: CellPosition): string | undefined;
}

const keyOf = (cell: CellPosition) => `${cell.sheet}!${cell.row}:${cell.column}`;

export function customFunctionsOf(context: GridContext): CustomFunctions {
  const { kit, engine, unitId } = context;
  const runtime = context.injector.get(kit.IFormulaRuntimeService);
  const functions = context.injector.get(kit.IFunctionService);

  const asked = new Map<string, Question>();
  /** The answers of the calculations under way, shared by cells that ask the same. */
  const answers = new Map<string, CustomFunctionAnswer>();
  const lastByPlace = new Map<string, CustomFunctionAnswer>();
  const lastByQuestion = new Map<string, CustomFunctionAnswer>();
  const messages = new Map<string, string>();
  let unsent: { key: string; question: Question; run: CustomFunctionRunner }[] = [];
  let gathering: ReturnType<typeof setTimeout> | undefined;
  let dirty: CellPosition[] = [];
  let call = 0;

  engine.onEvaluate((cell) => {
    call = 0;
    messages.delete(keyOf(cell));
  });

  function bringIn(): void {
    gathering = undefined;
    const cells = dirty;
    dirty = [];
    engine.recalculate(
      cells
        .filter((cell) => context.workbook.getSheetBySheetId(cell.sheet))
        .map(({ sheet, row, column }) => ({
          unitId,
          sheetId: sheet,
          range: { startRow: row, endRow: row, startColumn: column, endColumn: column },
        })),
    );
    engine.flush();
  }

  function arrived(key: string, question: Question, answer: CustomFunctionAnswer): void {
    if (asked.get(key) !== question) return;
    asked.delete(key);
    if (!question.outdated) answers.set(key, answer);
    lastByQuestion.delete(key);
    lastByQuestion.set(key, answer);
    if (lastByQuestion.size > REMEMBERED) lastByQuestion.delete(lastByQuestion.keys().next().value ?? "");
    dirty.push(...question.waiting.values());
    gathering ??= setTimeout(bringIn, GATHER_MS);
  }

  function send(): void {
    const batch = unsent;
    unsent = [];
    for (const { key, question, run } of batch) {
      void attempt(run, question).then((answer) => arrived(key, question, answer));
    }
  }

  function ask(
    key: string,
    name: string,
    args: readonly Argument[],
    cell: CellPosition,
    run: CustomFunctionRunner,
  ) {
    let question = asked.get(key);
    if (!question || question.outdated) {
      question = {
        name,
        args,
        address: addressOf(cell),
        waiting: new Map(question?.waiting),
        outdated: false,
      };
      asked.set(key, question);
      if (unsent.length === 0) setTimeout(send, 0);
      unsent.push({ key, question, run });
    }
    question.waiting.set(keyOf(cell), cell);
  }

  function answerFor(
    name: string,
    args: readonly Argument[],
    run: CustomFunctionRunner,
  ): CustomFunctionAnswer {
    const cell = { sheet: runtime.currentSubUnitId, row: runtime.currentRow, column: runtime.currentColumn };
    const place = `${keyOf(cell)} ${name} ${call}`;
    call += 1;
    const key = `${name} ${JSON.stringify(args)}`;
    const fresh = answers.get(key);
    if (!fresh) ask(key, name, args, cell, run);
    const answer = fresh ?? lastByPlace.get(place) ?? lastByQuestion.get(key);
    if (!answer) return { error: PENDING };
    lastByPlace.set(place, answer);
    if ("error" in answer && answer.message) messages.set(keyOf(cell), answer.message);
    return answer;
  }

  function addressOf(cell: CellPosition): string {
    const name = context.sheet(cell.sheet).getName();
    const quoted = /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
    return `${quoted}!${columnName(cell.column)}${cell.row + 1}`;
  }

  return {
    register(names, run) {
      const executors = names.map((each) => {
        const name = each.toUpperCase();
        class CustomFunction extends kit.BaseFunction {
          override needsReferenceObject = true;
          override calculate(...variants: FunctionVariantType[]): FunctionVariantType {
            const args: Argument[] = [];
            for (const variant of variants) {
              const read = argumentOf(variant);
              if (read.error) return read.error;
              args.push(read.value);
            }
            return variantOf(context, answerFor(name, args, run));
          }
        }
        return new CustomFunction(name);
      });
      functions.registerExecutors(...executors);
      functions.deleteFormulaAstCacheKey(...names.map((name) => name.toUpperCase()), ...names);
      engine.recalculateEverything();
    },
    describe: (descriptions) =>
      void functions.registerDescriptions(...descriptions.map((each) => describe(context, each))),
    idle: () => asked.size === 0 && gathering === undefined,
    settle() {
      // A cell with two questions, answered one after the other, would else ask in turn for each, for ever.
      if (asked.size > 0 || gathering !== undefined) return;
      answers.clear();
    },
    forget() {
      for (const question of asked.values()) question.outdated = true;
      answers.clear();
    },
    message: (cell) => messages.get(keyOf(cell)),
  };
}

async function attempt(run: CustomFunctionRunner, question: Question): Promise<CustomFunctionAnswer> {
  try {
    return await run(question.name, question.args, question.address);
  } catch (reason) {
    return { error: "#VALUE!", message: reason instanceof Error ? reason.message : String(reason) };
  }
}

/** An engine value as an argument; an error among plain arguments is the call's answer, as in Excel. */
function argumentOf(
  variant: FunctionVariantType,
): { readonly value: Argument; readonly error?: undefined } | { readonly error: BaseValueObject } {
  if (variant.isReferenceObject()) {
    const matrix = matrixOf(variant as BaseReferenceObject);
    if (matrix.length !== 1 || matrix[0]?.length !== 1)
      return { value: matrix.map((row) => row.map(scalarOf)) };
    const only = matrix[0][0];
    return only?.isError() ? { error: only } : { value: scalarOf(only) };
  }
  const value = variant as BaseValueObject;
  if (value.isError()) return { error: value };
  if (value.isArray()) {
    const rows: CellScalar[][] = [];
    (value as unknown as BaseReferenceObject).iterator((item, row, column) => {
      rows[row] ??= [];
      rows[row][column] = scalarOf(item ?? undefined);
    });
    return { value: rows.length === 1 && rows[0]?.length === 1 ? (rows[0][0] ?? null) : rows };
  }
  return { value: value.isNull() ? null : scalarOf(value) };
}

function matrixOf(reference: BaseReferenceObject): (BaseValueObject | undefined)[][] {
  const { startRow, startColumn, endRow, endColumn } = reference.getRangePosition();
  const rows = Array.from({ length: endRow - startRow + 1 }, () =>
    new Array<BaseValueObject | undefined>(endColumn - startColumn + 1).fill(undefined),
  );
  reference.iterator((item, row, column) => {
    const line = rows[row - startRow];
    if (line && item) line[column - startColumn] = item;
  });
  return rows;
}

function scalarOf(value: BaseValueObject | undefined): CellScalar {
  if (!value || value.isNull()) return "";
  return value.getValue() as CellScalar;
}

/** The answer as an engine value. Error names inside a matrix are errors; `null` is a blank. */
function variantOf(context: GridContext, answer: CustomFunctionAnswer): BaseValueObject {
  const { kit } = context;
  const one = (value: CellScalar): BaseValueObject => {
    if (typeof value === "number") {
      return Number.isFinite(value) ? kit.NumberValueObject.create(value) : errorOf(context, "#NUM!");
    }
    if (typeof value === "boolean") return kit.BooleanValueObject.create(value);
    if (typeof value === "string" && isErrorText(value)) return errorOf(context, value);
    return kit.StringValueObject.create(value ?? "");
  };
  if ("error" in answer) return errorOf(context, answer.error);
  if (!Array.isArray(answer.value)) return one(answer.value as CellScalar);
  const matrix = answer.value as readonly (readonly CellScalar[])[];
  const columns = Math.max(0, ...matrix.map((row) => row.length));
  if (matrix.length === 0 || columns === 0) return errorOf(context, "#CALC!");
  return kit.ArrayValueObject.create({
    calculateValueList: matrix.map((row) => Array.from({ length: columns }, (_, c) => one(row[c] ?? null))),
    rowCount: matrix.length,
    columnCount: columns,
    unitId: "",
    sheetId: "",
    row: -1,
    column: -1,
  });
}

function errorOf(context: GridContext, error: string): BaseValueObject {
  const { kit } = context;
  const known = error === "#BUSY!" ? PENDING : error;
  return kit.ErrorValueObject.create(
    known as InstanceType<typeof kit.ErrorValueObject>["getErrorType"] extends () => infer E ? E : never,
  );
}

function describe(context: GridContext, description: FunctionDescription) {
  return {
    functionName: description.name.toUpperCase(),
    functionType: context.kit.FunctionType.User,
    description: description.description,
    abstract: description.description,
    functionParameter: description.parameters.map((parameter) => ({
      name: parameter.name,
      detail: parameter.description,
      example: "",
      require: parameter.optional ? (0 as const) : (1 as const),
      repeat: parameter.repeating ? (1 as const) : (0 as const),
    })),
  };
}
