import type { CellsNode, NameNode } from "../../src/formula";
import { formatRectangle, parseRectangle, splitSheet } from "../../src/sales/a1";
import { contains, overlaps, type Rectangle } from "../../src/sales/rectangle";
import type {
  CellFace,
  CellScalar,
  CellView,
  CustomFunctionRunner,
  Grid,
  GridRange,
  SheetId,
} from "./contract";
import { MemoryFormulas } from "./memoryFormulas";
import { cellKey, columnOf, type MemoryCell, MemorySheet, rowOf } from "./memorySheet";

const EMPTY: MemoryCell = { value: null, isError: false };
const STANDARD_COLUMN_PIXELS = 64;
const STANDARD_ROW_PIXELS = 20;

type Listeners<T extends unknown[]> = Set<(...event: T) => void>;

function listen<T extends unknown[]>(to: Listeners<T>, listener: (...event: T) => void): () => void {
  to.add(listener);
  return () => to.delete(listener);
}

/**
 * A grid in memory: it keeps everything, and calculates what the product's own formula room does (src/formula),
 * spills included. Fast and headless, for tests.
 */
export class MemoryGrid implements Grid {
  private readonly sheets = new Map<SheetId, MemorySheet>();
  /** By name in upper case: formulas ask for a sheet's name at each change of a cell. */
  private readonly byName = new Map<string, SheetId>();
  private order: SheetId[] = [];
  private active: SheetId = "";
  private selected: GridRange | undefined;
  /** Place each name leads to, by its name in upper case. */
  private readonly names = new Map<
    string,
    { readonly sheet: string | undefined; readonly range: Rectangle }
  >();
  private readonly formulaCells: MemoryFormulas;
  private readonly changed: Listeners<[GridRange, boolean]> = new Set();
  private readonly reselected: Listeners<[GridRange]> = new Set();
  private readonly activated: Listeners<[SheetId]> = new Set();
  private readonly restructured: Listeners<[]> = new Set();

  constructor(firstSheet: { id: SheetId; name: string } = { id: "{00000001}", name: "Feuil1" }) {
    this.formulaCells = new MemoryFormulas({
      sheet: (id) => this.sheet(id),
      locate: (reference, from) => this.locate(reference, from),
      values: (range) => this.values(range),
    });
    this.addSheet(firstSheet.id, firstSheet.name, 0);
  }

  /** Test access to one sheet's contents. */
  sheet(id: SheetId): MemorySheet {
    const sheet = this.sheets.get(id);
    if (!sheet) throw new Error(`No sheet ${id}`);
    return sheet;
  }

  addSheet(id: SheetId, name: string, index: number): void {
    this.sheets.set(id, new MemorySheet(id, name));
    this.byName.set(name.toUpperCase(), id);
    this.order.splice(index, 0, id);
    this.active ||= id;
  }

  removeSheet(id: SheetId): void {
    this.byName.delete(this.sheetName(id).toUpperCase());
    this.sheets.delete(id);
    this.order = this.order.filter((other) => other !== id);
    if (this.active === id) this.active = this.order.find((other) => !this.sheet(other).hidden) ?? "";
    if (this.selected?.sheet === id) this.selected = undefined;
    this.formulaCells.forget(id);
  }

  renameSheet(id: SheetId, name: string): void {
    this.byName.delete(this.sheetName(id).toUpperCase());
    this.byName.set(name.toUpperCase(), id);
    this.sheet(id).name = name;
  }

  moveSheet(id: SheetId, index: number): void {
    this.order = this.order.filter((other) => other !== id);
    this.order.splice(index, 0, id);
  }

  setSheetHidden(id: SheetId, hidden: boolean): void {
    this.sheet(id).hidden = hidden;
    if (hidden && this.active === id)
      this.activateSheet(this.order.find((other) => !this.sheet(other).hidden) ?? id);
  }

  activateSheet(id: SheetId): void {
    if (this.active === id) return;
    this.active = id;
    this.selected = undefined;
    for (const listener of this.activated) listener(id);
  }

  activeSheet = () => this.active;
  sheetIds = () => this.order;
  sheetName = (id: SheetId) => this.sheet(id).name;
  selection = (): GridRange =>
    this.selected ?? { sheet: this.active, row: 0, column: 0, rows: 1, columns: 1 };

  select(range: GridRange): void {
    this.activateSheet(range.sheet);
    this.selected = range;
    for (const listener of this.reselected) listener(range);
  }

  values(range: GridRange): CellView[][] {
    return this.cells(range, ({ value, isError }) => ({ value, isError }));
  }

  formulas(range: GridRange): CellScalar[][] {
    return this.cells(range, (cell) => cell.formula ?? cell.value);
  }

  private cells<T>(range: GridRange, take: (cell: MemoryCell) => T): T[][] {
    const { cells } = this.sheet(range.sheet);
    return Array.from({ length: range.rows }, (_row, r) =>
      Array.from({ length: range.columns }, (_column, c) =>
        take(cells.get(cellKey(range.row + r, range.column + c)) ?? EMPTY),
      ),
    );
  }

  writeValues(range: GridRange, values: readonly (readonly (CellScalar | undefined)[])[]): void {
    this.write(range, values, true);
  }

  /** Types as a person does: like `writeValues`, but not the add-in's doing. */
  type(range: GridRange, values: readonly (readonly (CellScalar | undefined)[])[]): void {
    this.write(range, values, false);
  }

  private write(
    range: GridRange,
    values: readonly (readonly (CellScalar | undefined)[])[],
    bySelf: boolean,
  ): void {
    const { cells } = this.sheet(range.sheet);
    for (let r = 0; r < range.rows; r++) {
      for (let c = 0; c < range.columns; c++) {
        const value = values[r]?.[c];
        if (value === undefined) continue;
        const key = cellKey(range.row + r, range.column + c);
        this.formulaCells.remove(range.sheet, key);
        if (value === null) cells.delete(key);
        else cells.set(key, { value, isError: false });
      }
    }
    this.emit(range, bySelf);
    this.formulaCells.touched(range);
  }

  writeFormula(sheet: SheetId, row: number, column: number, formula: string): { readonly error?: string } {
    const outcome = this.formulaCells.write(sheet, row, column, formula);
    if (outcome.error === undefined) {
      const cell = { sheet, row, column, rows: 1, columns: 1 };
      this.emit(cell);
      this.formulaCells.touched(cell);
    }
    return outcome;
  }

  clear(range: GridRange, what: "contents" | "formats" | "all"): void {
    const sheet = this.sheet(range.sheet);
    if (what !== "formats") {
      for (const key of [...sheet.cells.keys()]) {
        if (!contains(range, { row: rowOf(key), column: columnOf(key), rows: 1, columns: 1 })) continue;
        this.formulaCells.remove(range.sheet, key);
        sheet.cells.delete(key);
      }
      this.emit(range);
      this.formulaCells.touched(range);
    }
    if (what !== "contents") sheet.setFace(range, {});
  }

  usedRange(sheet: SheetId, valuesOnly: boolean): GridRange | undefined {
    const used = this.sheet(sheet).usedRange(valuesOnly);
    return used && { sheet, ...used };
  }

  spillRange(sheet: SheetId, row: number, column: number): GridRange | undefined {
    const spill = this.sheet(sheet).cells.get(cellKey(row, column))?.spill;
    return spill && { sheet, row, column, ...spill };
  }

  insertRows = (sheet: SheetId, row: number, count: number) => this.shift(sheet, "row", row, count);
  deleteRows = (sheet: SheetId, row: number, count: number) => this.shift(sheet, "row", row, -count);
  insertColumns = (sheet: SheetId, column: number, count: number) =>
    this.shift(sheet, "column", column, count);
  deleteColumns = (sheet: SheetId, column: number, count: number) =>
    this.shift(sheet, "column", column, -count);

  private shift(sheet: SheetId, axis: "row" | "column", at: number, count: number): void {
    this.formulaCells.forget(sheet);
    this.sheet(sheet).shift(axis, at, count);
    this.formulaCells.adopt(sheet);
  }

  setFace = (range: GridRange, face: CellFace) => this.sheet(range.sheet).setFace(range, face);
  face = (sheet: SheetId, row: number, column: number) => this.sheet(sheet).face(row, column);

  setColumnWidth(sheet: SheetId, column: number, count: number, width: number): void {
    for (let c = 0; c < count; c++) this.sheet(sheet).columnWidths.set(column + c, width);
  }
  setRowHeight(sheet: SheetId, row: number, count: number, height: number): void {
    for (let r = 0; r < count; r++) this.sheet(sheet).rowHeights.set(row + r, height);
  }
  columnWidth = (sheet: SheetId, column: number) =>
    this.sheet(sheet).columnWidths.get(column) ?? STANDARD_COLUMN_PIXELS;
  rowHeight = (sheet: SheetId, row: number) => this.sheet(sheet).rowHeights.get(row) ?? STANDARD_ROW_PIXELS;

  merge(range: GridRange): void {
    this.unmerge(range);
    this.sheet(range.sheet).merges.push(range);
  }
  unmerge(range: GridRange): void {
    const sheet = this.sheet(range.sheet);
    sheet.merges = sheet.merges.filter((merged) => !overlaps(merged, range));
  }
  merges = (sheet: SheetId) => this.sheet(sheet).merges;
  setFreeze(sheet: SheetId, rows: number, columns: number): void {
    this.sheet(sheet).freeze = { rows, columns };
  }
  setGridlines(sheet: SheetId, shown: boolean): void {
    this.sheet(sheet).gridlines = shown;
  }

  setConditionalFormat: Grid["setConditionalFormat"] = (format) =>
    void this.sheet(format.range.sheet).conditionalFormats.set(format.id, format);
  removeConditionalFormat: Grid["removeConditionalFormat"] = (sheet, id) =>
    void this.sheet(sheet).conditionalFormats.delete(id);
  setValidationList: Grid["setValidationList"] = (list) => {
    this.clearValidation(list.range);
    this.sheet(list.range.sheet).validations.push(list);
  };
  clearValidation(range: GridRange): void {
    const sheet = this.sheet(range.sheet);
    sheet.validations = sheet.validations.filter((list) => !contains(range, list.range));
  }
  setChart: Grid["setChart"] = (chart) => void this.sheet(chart.sheet).charts.set(chart.id, chart);
  removeChart: Grid["removeChart"] = (sheet, id) => void this.sheet(sheet).charts.delete(id);
  setName(name: string, refersTo: string): void {
    const { sheet, local } = splitSheet(refersTo);
    const range = parseRectangle(local);
    if (range) this.names.set(name.toUpperCase(), { sheet, range });
    else this.removeName(name);
  }
  removeName: Grid["removeName"] = (name) => void this.names.delete(name.toUpperCase());

  registerCustomFunctions = (names: readonly string[], run: CustomFunctionRunner) =>
    this.formulaCells.register(names, run);
  recalculate = (sheet?: SheetId) => this.formulaCells.recalculate(sheet ? [sheet] : this.order);
  settled = (timeoutMs: number) => this.formulaCells.settled(timeoutMs);

  onCellsChanged: Grid["onCellsChanged"] = (listener) => listen(this.changed, listener);
  onSelectionChanged: Grid["onSelectionChanged"] = (listener) => listen(this.reselected, listener);
  onSheetActivated: Grid["onSheetActivated"] = (listener) => listen(this.activated, listener);
  onStructureChanged: Grid["onStructureChanged"] = (listener) => listen(this.restructured, listener);

  private emit(range: GridRange, bySelf = true): void {
    for (const listener of this.changed) listener(range, bySelf);
  }

  private locate(reference: NameNode | CellsNode, from: SheetId): GridRange | undefined {
    if (reference.kind === "name") return this.named(reference.name, from);
    const sheet = this.sheetCalled(reference.sheet, from);
    if (sheet === undefined) return undefined;
    const { row, column } = reference.range;
    const spill = reference.isSpill && this.spillRange(sheet, row, column);
    return spill || { sheet, ...this.sheet(sheet).withinUsed(reference.range) };
  }

  private named(wanted: string, from: SheetId): GridRange | undefined {
    const named = this.names.get(wanted.toUpperCase());
    const sheet = named && this.sheetCalled(named.sheet, from);
    return named && sheet !== undefined ? { sheet, ...this.sheet(sheet).withinUsed(named.range) } : undefined;
  }

  private sheetCalled(name: string | undefined, from: SheetId): SheetId | undefined {
    return name === undefined ? from : this.byName.get(name.toUpperCase());
  }

  /** Cells by address, per sheet: enough to write the same cells again. */
  save(): unknown {
    return this.order.map((id) => {
      const sheet = this.sheet(id);
      const cells = [...sheet.cells]
        .filter(([, cell]) => cell.spilledFrom === undefined)
        .map(([key, cell]) => [
          formatRectangle({ row: rowOf(key), column: columnOf(key), rows: 1, columns: 1 }),
          cell.formula ?? cell.value,
        ]);
      return { id, name: sheet.name, hidden: sheet.hidden, cells: Object.fromEntries(cells) };
    });
  }

  dispose(): void {
    for (const listeners of [this.changed, this.reselected, this.activated, this.restructured])
      listeners.clear();
  }
}
