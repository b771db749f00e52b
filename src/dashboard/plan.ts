import type { Tier } from "../kpi";
import type { Rectangle } from "../sales/rectangle";

/**
 * A sheet as data, ready to be written by any spreadsheet: `src/workbook/` writes it through Office.js,
 * `src/xlsx/` into a file. Rows and columns count from 0.
 */
export interface SheetPlan {
  readonly name: string;
  readonly cells: readonly PlannedCell[];
  /** Column index → width in characters. */
  readonly columnWidths: Readonly<Record<number, number>>;
  readonly rowHeights: Readonly<Record<number, number>>;
  readonly merges: readonly Rectangle[];
  readonly conditionalFormats: readonly PlannedConditionalFormat[];
  /** Rows whose place is known only when a formula has answered: a pivot's total. */
  readonly emphases?: readonly PlannedEmphasis[];
  /** Excel tables; the first row of a range holds their headings. */
  readonly tables?: readonly { readonly name: string; readonly range: Rectangle }[];
  readonly validations: readonly PlannedValidation[];
  /** Cells that warn of anything that is no number: only where a person types, never in a file. */
  readonly numberRules?: readonly PlannedNumberRule[];
  readonly charts: readonly PlannedChart[];
  /** Workbook-scoped names that point into this sheet. */
  readonly names: readonly { readonly name: string; readonly range: Rectangle }[];
  readonly freeze?: { readonly rows: number; readonly columns: number };
  readonly showGridlines: boolean;
  readonly print: {
    readonly orientation: "portrait" | "landscape";
    readonly area: Rectangle;
    readonly fitToWidth: number;
    /** 0 = as many pages as needed. */
    readonly fitToHeight: number;
    /** Rows that begin a new page. */
    readonly breaks?: readonly number[];
  };
}

export interface PlannedCell {
  readonly row: number;
  readonly column: number;
  readonly content: CellContent;
  readonly style?: CellStyle;
  /** An input cell of the user: `content` is a new sheet's first content; a rewrite keeps the cell's own. */
  readonly input?: true;
}

/**
 * `formula` starts with `=` and uses English names and commas. `spill` is the room kept for its answer: the block
 * that may fill, styled with `style` of each column, so that a new member needs no new layout.
 */
export type CellContent =
  | { readonly kind: "empty" }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "number"; readonly value: number }
  | {
      readonly kind: "formula";
      readonly formula: string;
      readonly spill?: { readonly rows: number; readonly columns: number };
    };

export interface CellStyle {
  readonly numberFormat?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly size?: number;
  readonly color?: string;
  readonly fill?: string;
  readonly align?: "left" | "center" | "right";
  readonly verticalAlign?: "top" | "center" | "bottom";
  readonly wrap?: boolean;
  /** Steps from the edge the text is aligned to. */
  readonly indent?: number;
  readonly border?: "bottom" | "top" | "box";
}

export type PlannedConditionalFormat = {
  readonly range: Rectangle;
  readonly tier: Tier;
  /**
   * True where the tier applies: with `=`, relative to the range's first cell. Without it the tier's word in the
   * cell itself decides. `layoutSheet` always gives it.
   */
  readonly formula?: string;
};

/** Bold on `TOTAL_FILL` (theme.ts) where `formula` (with `=`, relative to the range's first cell) is true. */
export interface PlannedEmphasis {
  readonly range: Rectangle;
  readonly formula: string;
}

export type PlannedValidation = {
  readonly range: Rectangle;
  readonly list: readonly string[];
  /** A list with other entries allowed warns instead of refusing. */
  readonly strict: boolean;
};

export interface PlannedNumberRule {
  readonly range: Rectangle;
  readonly title: string;
  /** `80 % · 1 200` */
  readonly example: string;
}

export interface PlannedChart {
  readonly name: string;
  readonly title: string;
  readonly kind: "line" | "column" | "bar" | "stacked-column";
  /** The cells that it covers. */
  readonly at: Rectangle;
  /** First row = series names, first column = categories. */
  readonly data: Rectangle;
  /** Number format of the scale's labels; without it the cells'. */
  readonly scaleFormat?: string;
}
