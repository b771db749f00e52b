/**
 * The grid of cells that the host (`workbench/host`) needs. Univer is behind it (`workbench/grid/univer*`); a host test
 * may run on the same Univer without a screen. Rows and columns count from 0; sheets are named by `SheetId`, which
 * never changes while names do. Reads and writes are synchronous; formulas settle with `settled()`.
 */
export type SheetId = string;
export type CellScalar = string | number | boolean | null;

export interface GridRange {
  readonly sheet: SheetId;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** `#SPILL!`, `#VALUE!`, `#BUSY!`, …: an error shown in a cell is the string itself with `isError`. */
export interface CellView {
  readonly value: CellScalar;
  readonly isError: boolean;
}

export interface CellFace {
  readonly numberFormat?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly size?: number;
  readonly fontName?: string;
  readonly color?: string;
  readonly fill?: string;
  readonly horizontalAlignment?: string;
  readonly verticalAlignment?: string;
  readonly wrapText?: boolean;
  /** Excel's steps of three spaces, from the side the text is aligned to. */
  readonly indentLevel?: number;
  /** edge → CSS-like colour; `null` removes. */
  readonly borders?: Readonly<Record<string, string | null>>;
}

export interface GridConditionalFormat {
  readonly id: string;
  readonly range: GridRange;
  /** A formula that is true where the format applies, relative to the range's first cell; starts with `=`. */
  readonly formula?: string;
  readonly containsText?: string;
  readonly cellValue?: { readonly operator: string; readonly formula1: string; readonly formula2?: string };
  readonly fill?: string;
  readonly color?: string;
  readonly bold?: boolean;
}

export interface GridValidationList {
  readonly range: GridRange;
  readonly items: readonly string[] | { readonly formula: string };
  readonly strict: boolean;
}

/** One series of a chart: by its cells, or a name that was given. */
export interface GridSeries {
  readonly name?: string | GridRange;
  readonly values: GridRange;
  readonly categories?: GridRange;
}

export interface GridChart {
  readonly id: string;
  readonly sheet: SheetId;
  readonly name: string;
  readonly title: string;
  /** Office.js chart type, e.g. `ColumnClustered`, `Line`, `BarClustered`, `ColumnStacked`. */
  readonly type: string;
  readonly data: GridRange;
  readonly seriesBy: "Rows" | "Columns" | "Auto";
  /** As found when the chart was made, or as told since; absent = first row and column are captions. */
  readonly series?: readonly GridSeries[];
  /** Points from the sheet's corner. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A custom function's answer: a scalar, a matrix, or an error with an optional sentence. */
export type CustomFunctionAnswer =
  | { readonly value: CellScalar | readonly (readonly CellScalar[])[] }
  | { readonly error: string; readonly message?: string };

/**
 * Called once per distinct (name, arguments) of a calculation; must settle. Ranges arrive as matrices, omitted
 * arguments as null, a blank cell (alone or in a range) as "".
 */
export type CustomFunctionRunner = (
  name: string,
  args: readonly (CellScalar | readonly (readonly CellScalar[])[])[],
  address: string,
) => Promise<CustomFunctionAnswer>;

/** The help that the grid shows while a person types a function's name. */
export interface FunctionDescription {
  /** Upper case, with the namespace: `KPI.CA`. */
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly description: string;
    readonly optional: boolean;
    readonly repeating: boolean;
  }[];
}

export interface Grid {
  addSheet(id: SheetId, name: string, index: number): void;
  removeSheet(id: SheetId): void;
  renameSheet(id: SheetId, name: string): void;
  moveSheet(id: SheetId, index: number): void;
  /** A very hidden sheet is not listed in the grid's own menus either. */
  setSheetHidden(id: SheetId, hidden: boolean, veryHidden?: boolean): void;
  activateSheet(id: SheetId): void;
  activeSheet(): SheetId;
  sheetIds(): readonly SheetId[];
  sheetName(id: SheetId): string;
  /** The visible selection; A1 of the active sheet at first. */
  selection(): GridRange;
  select(range: GridRange): void;

  values(range: GridRange): CellView[][];
  /** Formula text of each cell (`=…`), or the value where there is none; spilled cells give their value. */
  formulas(range: GridRange): CellScalar[][];
  /** Values only, fast; no formula is parsed here. `undefined` leaves a cell as it is, null clears it. */
  writeValues(range: GridRange, values: readonly (readonly (CellScalar | undefined)[])[]): void;
  /** One cell's formula. A formula the engine cannot parse must be refused with an error, never wedge it. */
  writeFormula(sheet: SheetId, row: number, column: number, formula: string): { readonly error?: string };
  clear(range: GridRange, what: "contents" | "formats" | "all"): void;
  /** The smallest range that holds all non-empty cells, spilled ones included; undefined when empty. */
  usedRange(sheet: SheetId, valuesOnly: boolean): GridRange | undefined;
  /** The range a formula in this cell spills into, if it spills. */
  spillRange(sheet: SheetId, row: number, column: number): GridRange | undefined;
  insertRows(sheet: SheetId, row: number, count: number): void;
  deleteRows(sheet: SheetId, row: number, count: number): void;
  insertColumns(sheet: SheetId, column: number, count: number): void;
  deleteColumns(sheet: SheetId, column: number, count: number): void;

  setFace(range: GridRange, face: CellFace): void;
  face(sheet: SheetId, row: number, column: number): CellFace;
  /** Pixels. */
  setColumnWidth(sheet: SheetId, column: number, count: number, width: number): void;
  setRowHeight(sheet: SheetId, row: number, count: number, height: number): void;
  columnWidth(sheet: SheetId, column: number): number;
  rowHeight(sheet: SheetId, row: number): number;
  merge(range: GridRange): void;
  unmerge(range: GridRange): void;
  merges(sheet: SheetId): readonly GridRange[];
  setFreeze(sheet: SheetId, rows: number, columns: number): void;
  setGridlines(sheet: SheetId, shown: boolean): void;

  setConditionalFormat(format: GridConditionalFormat): void;
  removeConditionalFormat(sheet: SheetId, id: string): void;
  setValidationList(list: GridValidationList): void;
  clearValidation(range: GridRange): void;
  setChart(chart: GridChart): void;
  removeChart(sheet: SheetId, id: string): void;
  setName(name: string, refersTo: string): void;
  removeName(name: string): void;

  registerCustomFunctions(names: readonly string[], run: CustomFunctionRunner): void;
  /** Texts for the completion of function names, if the grid has a screen. */
  describeFunctions?(descriptions: readonly FunctionDescription[]): void;
  /** The sentence behind a cell's `#VALUE!` or `#N/A`, as the custom function gave it. */
  errorMessage?(sheet: SheetId, row: number, column: number): string | undefined;
  /** Recalculate every formula (sheet undefined = all sheets), custom functions asked again. */
  recalculate(sheet?: SheetId): void;
  /** Resolves when no calculation and no custom function is pending; rejects after the time-out. */
  settled(timeoutMs: number): Promise<void>;

  /** User edits and API writes alike, after they took effect. */
  onCellsChanged(listener: (range: GridRange, bySelf: boolean) => void): () => void;
  onSelectionChanged(listener: (range: GridRange) => void): () => void;
  onSheetActivated(listener: (id: SheetId) => void): () => void;
  /** A person's structural edits (sheet added, renamed, deleted, rows inserted) made in the grid itself. */
  onStructureChanged(listener: () => void): () => void;

  /** A JSON snapshot and its return, for save → reopen. */
  save(): unknown;
  dispose(): void;
}
