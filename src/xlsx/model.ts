import type { Scalar } from "../formula";
import type { Rectangle } from "../sales/rectangle";
/** A workbook file as data: what `write.ts` turns into .xlsx bytes. Rows and columns count from 0. */
export interface WorkbookModel {
  readonly title: string;
  readonly sheets: readonly SheetModel[];
  /** `refersTo` as Excel writes it, without `=`: `'Chiffre d''affaires'!$C$3`. */
  readonly names: readonly NameModel[];
  /** Index of the sheet in front when the file opens. */
  readonly activeSheet: number;
}

export interface NameModel {
  readonly name: string;
  readonly refersTo: string;
  /** Kept out of the list of names that a person sees. */
  readonly hidden?: boolean;
}

export interface SheetModel {
  readonly name: string;
  readonly visibility: "visible" | "hidden" | "veryHidden";
  /** Blocks of plain values: the bulk of a sheet. Text is always written as text, whatever its first letter. */
  readonly blocks: readonly {
    readonly row: number;
    readonly column: number;
    readonly values: readonly (readonly Scalar[])[];
  }[];
  readonly formulas: readonly FormulaModel[];
  readonly styles: readonly { readonly range: Rectangle; readonly style: StyleModel }[];
  readonly columnWidths: Readonly<Record<number, number>>;
  readonly rowHeights: Readonly<Record<number, number>>;
  readonly merges: readonly Rectangle[];
  readonly tables: readonly TableModel[];
  readonly conditionalFormats: readonly ConditionalFormatModel[];
  readonly validations: readonly {
    readonly range: Rectangle;
    readonly list: readonly string[] | { readonly formula: string };
    readonly strict: boolean;
  }[];
  readonly charts: readonly ChartModel[];
  readonly freeze?: { readonly rows: number; readonly columns: number };
  readonly showGridlines: boolean;
  readonly tabColor?: string;
  readonly print?: {
    readonly orientation: "portrait" | "landscape";
    readonly area?: Rectangle;
    readonly fitToWidth: number;
    readonly fitToHeight: number;
    /** Rows that begin a new page. */
    readonly breaks?: readonly number[];
  };
}

/** A sheet with nothing on it. */
export const EMPTY_SHEET: Omit<SheetModel, "name" | "visibility"> = {
  blocks: [],
  formulas: [],
  styles: [],
  columnWidths: {},
  rowHeights: {},
  merges: [],
  tables: [],
  conditionalFormats: [],
  validations: [],
  charts: [],
  showGridlines: true,
};

/** `formula` without `=`. `values` is the cached answer, a matrix for a spilled one; `#N/A` etc. as text with `error`. */
export interface FormulaModel {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  readonly values: readonly (readonly Scalar[])[];
  readonly error?: string;
}

export interface StyleModel {
  readonly numberFormat?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly size?: number;
  readonly fontName?: string;
  /** `#RRGGBB` */
  readonly color?: string;
  readonly fill?: string;
  readonly align?: "left" | "center" | "right";
  readonly verticalAlign?: "top" | "center" | "bottom";
  readonly wrap?: boolean;
  /** Steps from the edge the text is aligned to. */
  readonly indent?: number;
  /** edge → `#RRGGBB` */
  readonly borders?: Readonly<Partial<Record<"top" | "bottom" | "left" | "right", string>>>;
}

export interface TableModel {
  readonly name: string;
  readonly range: Rectangle;
  readonly columns: readonly string[];
}

export interface ConditionalFormatModel {
  readonly range: Rectangle;
  /** Without `=`; relative to the range's first cell. */
  readonly formula: string;
  readonly fill?: string;
  readonly color?: string;
  readonly bold?: boolean;
}

export interface ChartModel {
  readonly name: string;
  readonly title: string;
  readonly kind: "line" | "column" | "bar" | "stacked-column";
  readonly at: Rectangle;
  readonly data: Rectangle;
  /** Number format of the scale's labels; without it the cells'. */
  readonly scaleFormat?: string;
}
