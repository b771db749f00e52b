/** Univer's commands → events for the host. */
import type { Grid, GridRange, SheetId } from "./contract";
import { fromUniver, type GridContext } from "./univerContext";

interface CellParams {
  readonly unitId: string;
  readonly subUnitId: string;
  readonly cellValue?: Record<number, Record<number, unknown>>;
  readonly trigger?: string;
}
interface SelectionParams {
  readonly subUnitId: string;
  readonly selections: readonly { readonly range: Parameters<typeof fromUniver>[1] }[];
}
interface ExecutionOptions {
  readonly fromFormula?: boolean;
  readonly onlyLocal?: boolean;
}

type Events = Pick<
  Grid,
  "onCellsChanged" | "onSelectionChanged" | "onSheetActivated" | "onStructureChanged" | "selection" | "select"
>;

export function eventsOf(context: GridContext): Events {
  const { kit, unitId, workbook } = context;
  const commands = context.injector.get(kit.ICommandService);
  const cells = listeners<[GridRange, boolean]>();
  const selections = listeners<[GridRange]>();
  const activations = listeners<[SheetId]>();
  const structure = listeners<[]>();
  const structural = new Set<string>(
    [
      kit.sheets.InsertSheetMutation,
      kit.sheets.RemoveSheetMutation,
      kit.sheets.SetWorksheetNameMutation,
      kit.sheets.SetWorksheetOrderMutation,
      kit.sheets.SetWorksheetHideMutation,
      kit.sheets.InsertRowMutation,
      kit.sheets.RemoveRowMutation,
      kit.sheets.InsertColMutation,
      kit.sheets.RemoveColMutation,
    ].map((mutation) => mutation.id),
  );
  let selected: GridRange | undefined;

  context.onWroteDirectly((range) => cells.tell(range, true));
  commands.onCommandExecuted((command, options) => {
    const params = command.params as unknown;
    if (command.id === kit.sheets.SetRangeValuesMutation.id) {
      const { subUnitId, cellValue, trigger } = params as CellParams;
      const computed = (options as ExecutionOptions | undefined)?.fromFormula || options?.onlyLocal;
      if (computed || trigger === kit.sheets.SetStyleCommand.id || !cellValue) return;
      const range = boundsOf(subUnitId, cellValue);
      if (range) cells.tell(range, context.writing());
    } else if (command.id === kit.sheets.SetSelectionsOperation.id) {
      const { subUnitId, selections: all } = params as SelectionParams;
      const range = all.at(-1)?.range;
      if (!range) return;
      const next = fromUniver(subUnitId, range);
      const same = selected && JSON.stringify(selected) === JSON.stringify(next);
      selected = next;
      if (!same) selections.tell(next);
    } else if (command.id === kit.sheets.SetWorksheetActiveOperation.id) {
      if (!context.writing()) activations.tell((params as { subUnitId: string }).subUnitId);
    } else if (structural.has(command.id) && !context.writing()) {
      structure.tell();
    }
  });

  return {
    onCellsChanged: cells.add,
    onSelectionChanged: selections.add,
    onSheetActivated: activations.add,
    onStructureChanged: structure.add,
    selection() {
      const active = workbook.getActiveSheet().getSheetId();
      return selected?.sheet === active
        ? selected
        : { sheet: active, row: 0, column: 0, rows: 1, columns: 1 };
    },
    select(range) {
      const active = workbook.getActiveSheet().getSheetId();
      if (active !== range.sheet) {
        context.run(kit.sheets.SetWorksheetActiveOperation.id, { unitId, subUnitId: range.sheet });
      }
      const area = {
        startRow: range.row,
        endRow: range.row + range.rows - 1,
        startColumn: range.column,
        endColumn: range.column + range.columns - 1,
      };
      const primary = {
        ...area,
        endRow: range.row,
        endColumn: range.column,
        actualRow: range.row,
        actualColumn: range.column,
        isMerged: false,
        isMergedMainCell: false,
      };
      context.run(kit.sheets.SetSelectionsOperation.id, {
        unitId,
        subUnitId: range.sheet,
        reveal: true,
        selections: [{ range: area, primary, style: null }],
      });
    },
  };
}

function listeners<Args extends unknown[]>() {
  const all = new Set<(...args: Args) => void>();
  return {
    add(listener: (...args: Args) => void) {
      all.add(listener);
      return () => void all.delete(listener);
    },
    tell(...args: Args) {
      for (const listener of [...all]) listener(...args);
    },
  };
}

function boundsOf(sheet: SheetId, cells: Record<number, Record<number, unknown>>): GridRange | undefined {
  const rows = Object.keys(cells).map(Number);
  const columns = Object.values(cells).flatMap((row) => Object.keys(row ?? {}).map(Number));
  if (rows.length === 0 || columns.length === 0) return undefined;
  const [top, bottom] = extremes(rows);
  const [left, right] = extremes(columns);
  return { sheet, row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

/** Not `Math.min(...)`: a pasted column has more members than a call has arguments. */
function extremes(numbers: readonly number[]): readonly [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (const each of numbers) {
    if (each < low) low = each;
    if (each > high) high = each;
  }
  return [low, high];
}
