import type { Rectangle } from "../../src/sales/rectangle";
import type { GridChart, GridConditionalFormat, GridRange, GridSeries, SheetId } from "../grid/contract";

export type Visibility = "Visible" | "Hidden" | "VeryHidden";

export interface SheetState {
  readonly id: SheetId;
  visibility: Visibility;
  protection?: { readonly password?: string; readonly options: Readonly<Record<string, unknown>> };
  /** Cells one may write to although the sheet is protected. */
  unlocked: Rectangle[];
  tabColor: string;
  showGridlines: boolean;
  showHeadings: boolean;
  freeze: { rows: number; columns: number };
  printArea?: Rectangle;
}

export interface TableState {
  readonly id: string;
  name: string;
  range: GridRange;
  showHeaders: boolean;
  showTotals: boolean;
  style: string;
}

export interface NameState {
  name: string;
  /** Either a range, which follows its sheet's name, or a formula with `=`. */
  refersTo: GridRange | string;
  visible: boolean;
  comment: string;
  /** Absent = the whole workbook. */
  readonly sheet?: SheetId;
}

/** A conditional format as office.js fills it in, property by property. */
export interface ConditionalFormatState {
  readonly id: string;
  readonly type: string;
  range: GridRange;
  priority: number;
  rule: Pick<GridConditionalFormat, "formula" | "containsText" | "cellValue">;
  face: Pick<GridConditionalFormat, "fill" | "color" | "bold">;
}

export interface ValidationState {
  range: GridRange;
  rule: Readonly<Record<string, unknown>>;
  errorAlert?: Readonly<Record<string, unknown>>;
  prompt?: Readonly<Record<string, unknown>>;
  ignoreBlanks: boolean;
}

export type SeriesState = { -readonly [K in keyof GridSeries]: GridSeries[K] } & { readonly id: string };

export type ChartState = { -readonly [K in keyof Omit<GridChart, "series">]: GridChart[K] } & {
  series: SeriesState[];
};

export interface XmlPartState {
  readonly id: string;
  xml: string;
}

export const newSheetState = (id: SheetId): SheetState => ({
  id,
  visibility: "Visible",
  unlocked: [],
  tabColor: "",
  showGridlines: true,
  showHeadings: true,
  freeze: { rows: 0, columns: 0 },
});
