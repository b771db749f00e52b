/** Sheets, and the insertion and removal of rows and columns. */
import type { Grid, SheetId } from "./contract";
import type { GridContext } from "./univerContext";

/** Excel's sheet size. */
export const ROWS = 1_048_576;
export const COLUMNS = 16_384;

const VERY_HIDDEN = "veryHidden";

type Sheets = Pick<
  Grid,
  | "addSheet"
  | "removeSheet"
  | "renameSheet"
  | "moveSheet"
  | "setSheetHidden"
  | "activateSheet"
  | "activeSheet"
  | "sheetIds"
  | "sheetName"
  | "insertRows"
  | "deleteRows"
  | "insertColumns"
  | "deleteColumns"
>;

export function sheetsOf(context: GridContext): Sheets {
  const { kit, unitId, workbook } = context;
  const order = () => workbook.getSheets().map((sheet) => sheet.getSheetId());

  // Univer lists hidden sheets in its own menus; very hidden ones are nobody's business there.
  const hiddenSheets = workbook.getHiddenWorksheets.bind(workbook);
  workbook.getHiddenWorksheets = () =>
    hiddenSheets().filter((id) => context.sheet(id).getConfig().custom?.[VERY_HIDDEN] !== true);

  /** Univer moves references as if the change were on the sheet in front, and lets the sheet's size drift. */
  function shift(command: { readonly id: string }, sheet: SheetId, range: object, direction?: number): void {
    const front = workbook.getActiveSheet().getSheetId();
    const activate = (id: SheetId) =>
      context.run(kit.sheets.SetWorksheetActiveOperation.id, { unitId, subUnitId: id });
    if (front !== sheet) activate(sheet);
    context.run(command.id, { unitId, subUnitId: sheet, range, direction });
    const size = { unitId, subUnitId: sheet, rowCount: ROWS, columnCount: COLUMNS };
    context.run(kit.sheets.SetWorksheetRowCountMutation.id, size);
    context.run(kit.sheets.SetWorksheetColumnCountMutation.id, size);
    if (front !== sheet) activate(front);
  }
  const rowRange = (row: number, count: number) => ({
    startRow: row,
    endRow: row + count - 1,
    startColumn: 0,
    endColumn: COLUMNS - 1,
  });
  const columnRange = (column: number, count: number) => ({
    startRow: 0,
    endRow: ROWS - 1,
    startColumn: column,
    endColumn: column + count - 1,
  });

  return {
    addSheet(id, name, index) {
      const sheet = kit.mergeWorksheetSnapshotWithDefault({ id, name, rowCount: ROWS, columnCount: COLUMNS });
      const front = workbook.getActiveSheet().getSheetId();
      context.run(kit.sheets.InsertSheetMutation.id, { unitId, index, sheet });
      // Univer brings a new sheet to the front, Excel's `worksheets.add` does not.
      context.run(kit.sheets.SetWorksheetActiveOperation.id, { unitId, subUnitId: front });
    },
    removeSheet: (id) => void context.run(kit.sheets.RemoveSheetCommand.id, { unitId, subUnitId: id }),
    renameSheet: (id, name) =>
      void context.run(kit.sheets.SetWorksheetNameCommand.id, { unitId, subUnitId: id, name }),
    moveSheet(id, index) {
      const fromOrder = order().indexOf(id);
      context.run(kit.sheets.SetWorksheetOrderMutation.id, {
        unitId,
        subUnitId: id,
        fromOrder,
        toOrder: index,
      });
    },
    setSheetHidden(id, hidden, veryHidden = false) {
      const config = context.sheet(id).getConfig();
      config.custom = { ...config.custom, [VERY_HIDDEN]: hidden && veryHidden };
      context.run(kit.sheets.SetWorksheetHideMutation.id, { unitId, subUnitId: id, hidden: hidden ? 1 : 0 });
    },
    activateSheet: (id) =>
      void context.run(kit.sheets.SetWorksheetActiveOperation.id, { unitId, subUnitId: id }),
    activeSheet: () => workbook.getActiveSheet().getSheetId(),
    sheetIds: order,
    sheetName: (id) => context.sheet(id).getName(),

    insertRows: (sheet, row, count) =>
      shift(kit.sheets.InsertRowByRangeCommand, sheet, rowRange(row, count), kit.Direction.UP),
    deleteRows: (sheet, row, count) => shift(kit.sheets.RemoveRowByRangeCommand, sheet, rowRange(row, count)),
    insertColumns: (sheet, column, count) =>
      shift(kit.sheets.InsertColByRangeCommand, sheet, columnRange(column, count), kit.Direction.LEFT),
    deleteColumns: (sheet, column, count) =>
      shift(kit.sheets.RemoveColByRangeCommand, sheet, columnRange(column, count)),
  };
}
