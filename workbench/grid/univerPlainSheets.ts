/**
 * Univer looks for formulas in every cell of every sheet, and for hidden rows in every row, before each calculation
 * and at each write of a formula. A workbook with a million data cells would then wait a second per formula: sheets
 * written in bulk and never touched otherwise are known to hold none and are passed over.
 */
import type { ICellData, Nullable, ObjectMatrix, Workbook } from "@univerjs/core";
import type { GridContext } from "./univerContext";

interface SheetParams {
  readonly subUnitId?: string;
  /** The cells of a write, by row and column. */
  readonly cellValue?: Readonly<Record<number, Readonly<Record<number, Nullable<ICellData>>>>>;
  readonly from?: { readonly subUnitId: string };
  readonly to?: { readonly subUnitId: string };
}

export function keepPlainSheetsCheap(context: GridContext): void {
  const { kit, model, workbook, unitId } = context;
  const plain = new Set<string>();
  const commands = context.injector.get(kit.ICommandService);

  context.onWroteDirectly((range) => {
    if (plain.has(range.sheet)) return;
    if (Object.keys(formulasOf(range.sheet)).length === 0) plain.add(range.sheet);
  });
  const maybeFormulas = new Set<string>([
    kit.sheets.SetRangeValuesMutation.id,
    kit.sheets.MoveRangeMutation.id,
  ]);
  commands.beforeCommandExecuted((command) => {
    if (!maybeFormulas.has(command.id)) return;
    const params = command.params as SheetParams;
    if (params.cellValue && !holdsFormula(params.cellValue)) return;
    for (const id of [params.subUnitId, params.from?.subUnitId, params.to?.subUnitId])
      if (id) plain.delete(id);
  });

  function formulasOf(sheet: string) {
    const matrix = context.sheet(sheet).getCellMatrix() as ObjectMatrix<object>;
    const data: Parameters<typeof kit.initSheetFormulaData>[0] = {};
    kit.initSheetFormulaData(data, unitId, sheet, matrix as Parameters<typeof kit.initSheetFormulaData>[3]);
    return data[unitId]?.[sheet] ?? {};
  }

  model.getFormulaData = () => {
    const sheets = workbook.getSheets().map((sheet) => {
      const id = sheet.getSheetId();
      return [id, plain.has(id) ? {} : formulasOf(id)] as const;
    });
    return { [unitId]: Object.fromEntries(sheets) };
  };
  // Striped ranges are no part of our grid; Univer would read a million rows at each row height set.
  context.injector.get(kit.sheets.SheetRangeThemeModel).refreshSheetRowVisibleFuncSet = () => undefined;
  model.getHiddenRowsFiltered = () => ({ [unitId]: Object.fromEntries(hiddenRows(workbook)) });
}

const holdsFormula = (cells: NonNullable<SheetParams["cellValue"]>): boolean =>
  Object.values(cells).some((row) => Object.values(row ?? {}).some((cell) => cell?.f || cell?.si));

/** Rows hidden by hand, from the rows that have a setting at all. */
function hiddenRows(workbook: Workbook) {
  return workbook.getSheets().map((sheet) => {
    const rows = Object.entries(sheet.getConfig().rowData ?? {}).filter(([, row]) => row?.hd === 1);
    return [
      sheet.getSheetId(),
      Object.fromEntries(rows.map(([row]) => [Number(row), { hd: 1 as const }])),
    ] as const;
  });
}
