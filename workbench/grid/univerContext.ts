/** The state that the parts of the adapter share: one Univer workbook, its services, and the way to change it. */
import type { IExecutionOptions, Injector, IRange, Workbook, Worksheet } from "@univerjs/core";
import type { GridRange, SheetId } from "./contract";
import { type Engine, guardEngine, type UniverKit } from "./univerEngine";

export interface GridContext {
  readonly kit: UniverKit;
  readonly injector: Injector;
  readonly workbook: Workbook;
  readonly unitId: string;
  readonly engine: Engine;
  readonly model: FormulaModel;
  /** Executes a Univer command or mutation at once, marked as ours and not the person's. */
  run(id: string, params: object, options?: IExecutionOptions): boolean;
  /** True while `run` executes. */
  writing(): boolean;
  /** Says that cells were written without a mutation: the engine (with what else to calculate) and the listeners hear. */
  wroteDirectly(range: GridRange, alsoDirty: readonly GridRange[]): void;
  onWroteDirectly(listener: (range: GridRange) => void): void;
  sheet(id: SheetId): Worksheet;
}

export type FormulaModel = InstanceType<UniverKit["FormulaDataModel"]>;

/** Collects the services of a running Univer with one workbook, as the adapter needs them. */
export function contextOf(kit: UniverKit, injector: Injector, workbook: Workbook): GridContext {
  const commands = injector.get(kit.ICommandService);
  const unitId = workbook.getUnitId();
  const engine = guardEngine(kit, injector, unitId);
  const direct: ((range: GridRange) => void)[] = [];
  let depth = 0;

  return {
    kit,
    injector,
    workbook,
    unitId,
    engine,
    model: injector.get(kit.FormulaDataModel),
    run(id, params, options) {
      depth += 1;
      try {
        return Boolean(commands.syncExecuteCommand(id, params, options));
      } finally {
        depth -= 1;
      }
    },
    writing: () => depth > 0,
    wroteDirectly(range, alsoDirty) {
      const dirty = [range, ...alsoDirty];
      engine.recalculate(dirty.map((each) => ({ unitId, sheetId: each.sheet, range: toUniver(each) })));
      for (const listener of direct) listener(range);
    },
    onWroteDirectly: (listener) => void direct.push(listener),
    sheet(id) {
      const sheet = workbook.getSheetBySheetId(id);
      if (!sheet) throw new Error(`no sheet ${id}`);
      return sheet;
    },
  };
}

export function toUniver(range: Omit<GridRange, "sheet">): IRange {
  return {
    startRow: range.row,
    endRow: range.row + range.rows - 1,
    startColumn: range.column,
    endColumn: range.column + range.columns - 1,
  };
}

export function fromUniver(sheet: SheetId, range: IRange): GridRange {
  return {
    sheet,
    row: range.startRow,
    column: range.startColumn,
    rows: range.endRow - range.startRow + 1,
    columns: range.endColumn - range.startColumn + 1,
  };
}
