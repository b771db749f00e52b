/**
 * Univer's formula engine made safe and observable. As it comes (0.25.1) one formula that throws stops every later
 * calculation, two calculations may run into one another, and nothing tells when all of them are over. The private
 * members named here exist in exactly that version, which is why package.json pins it.
 */
import type { Injector } from "@univerjs/core";
import type * as Kit from "./univerKit";

export type UniverKit = typeof Kit;

/** A rectangle of one sheet in Univer's terms, both ends included. */
export interface DirtyRange {
  unitId: string;
  sheetId: string;
  range: { startRow: number; endRow: number; startColumn: number; endColumn: number };
}

export interface CellPosition {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

export interface Engine {
  /** Runs the queued calculations at once, without the engine's pause of 100 ms. */
  flush(): void;
  /** Calculates these cells and what depends on them; `anew` = the sheets whose references are to be read again. */
  recalculate(ranges: readonly DirtyRange[], anew?: readonly string[]): void;
  recalculateEverything(): void;
  /** True when nothing is queued or running. */
  idle(): boolean;
  /** Called before each evaluation of a cell's formula. */
  onEvaluate(listener: (cell: CellPosition) => void): void;
  /** Why the formula cannot be read, or undefined. Never throws. */
  parseError(formula: string): string | undefined;
}

interface DirtyData {
  readonly dirtyRanges: readonly DirtyRange[];
}

/** `TriggerCalculationController`, inside. */
interface TriggerInside {
  _waitingCommandQueue: unknown[];
  _setTimeoutKey: ReturnType<typeof setTimeout>;
  _executingDirtyData: DirtyData;
  _executionInProgressParams: unknown;
  _restartCalculation: boolean;
  _generateDirty(commands: unknown[]): DirtyData;
  _mergeDirty(first: DirtyData, second: DirtyData): DirtyData;
}

/** `CalculateController` and `CalculateFormulaService`, inside. */
interface ControllerInside {
  _calculate(dirty: unknown): Promise<void>;
}
interface ServiceInside {
  _executeStep(): Promise<unknown>;
  readonly _executeLock: { acquire(key: string, run: () => void): Promise<void> };
}

const EXECUTION_LOCK = "FORMULA_EXECUTION_LOCK";

/** Wraps the engine of one Univer instance; to be called once, before any formula is written. */
export function guardEngine(kit: UniverKit, injector: Injector, unitId: string): Engine {
  const commands = injector.get(kit.ICommandService);
  const runtime = injector.get(kit.IFormulaRuntimeService);
  const lexer = injector.get(kit.Lexer);
  const trees = injector.get(kit.AstTreeBuilder);
  const trigger = injector.get(kit.TriggerCalculationController) as unknown as TriggerInside;
  const calculations = serialise(injector, kit);
  const evaluating: ((cell: CellPosition) => void)[] = [];

  const interpreter = injector.get(kit.Interpreter);
  const execute = interpreter.execute.bind(interpreter);
  interpreter.execute = (node) => {
    const cell = { sheet: runtime.currentSubUnitId, row: runtime.currentRow, column: runtime.currentColumn };
    for (const listener of evaluating) listener(cell);
    try {
      return execute(node);
    } catch {
      return kit.ErrorValueObject.create(kit.ErrorType.VALUE);
    }
  };

  function start(
    ranges: readonly DirtyRange[],
    forceCalculation: boolean,
    anew: readonly string[] = [],
  ): void {
    const clearDependencyTreeCache = { [unitId]: Object.fromEntries(anew.map((sheet) => [sheet, "1"])) };
    commands.syncExecuteCommand(
      kit.SetTriggerFormulaCalculationStartMutation.id,
      { commands: [], dirtyRanges: ranges, forceCalculation, clearDependencyTreeCache },
      { onlyLocal: true },
    );
  }

  return {
    flush() {
      if (trigger._waitingCommandQueue.length === 0 || calculations.running() > 0) return;
      clearTimeout(trigger._setTimeoutKey);
      trigger._executingDirtyData = trigger._mergeDirty(
        trigger._executingDirtyData,
        trigger._generateDirty(trigger._waitingCommandQueue),
      );
      trigger._waitingCommandQueue = [];
      commands.syncExecuteCommand(
        kit.SetFormulaCalculationStartMutation.id,
        { ...trigger._executingDirtyData },
        { onlyLocal: true },
      );
    },
    recalculate: (ranges, anew) => start(ranges, false, anew),
    recalculateEverything: () => start([], true),
    idle: () =>
      trigger._waitingCommandQueue.length === 0 &&
      !trigger._restartCalculation &&
      calculations.running() === 0,
    onEvaluate: (listener) => void evaluating.push(listener),
    parseError(formula) {
      try {
        const lexed: unknown = lexer.treeBuilder(formula);
        if (typeof lexed === "string") return lexed;
        const tree = trees.parse(lexed as Parameters<typeof trees.parse>[0]);
        return tree == null ? "the formula cannot be read" : undefined;
      } catch (reason) {
        return reason instanceof Error ? reason.message : String(reason);
      }
    },
  };
}

/** One calculation after another, each to its end even when a formula throws. */
function serialise(injector: Injector, kit: UniverKit): { running(): number } {
  const controller = injector.get(kit.CalculateController) as unknown as ControllerInside;
  const service = injector.get(kit.ICalculateFormulaService) as unknown as ServiceInside;
  const runtime = injector.get(kit.IFormulaRuntimeService);
  const calculate = controller._calculate.bind(controller);
  const step = service._executeStep.bind(service);
  let running = 0;
  let last: Promise<void> = Promise.resolve();

  service._executeStep = async () => {
    try {
      return await step();
    } catch {
      // What was computed before the throw is applied; the next calculation starts clean.
      runtime.markedAsSuccessfullyExecuted();
      return undefined;
    }
  };
  controller._calculate = (dirty) => {
    running += 1;
    const before = last.catch(() => undefined);
    last = before.then(async () => {
      try {
        await calculate(dirty);
        await service._executeLock.acquire(EXECUTION_LOCK, () => undefined);
      } finally {
        running -= 1;
      }
    });
    return last;
  };
  return { running: () => running };
}
