import type { Aspect, AxisId, KpiDefinition, Tier, Unit } from "../kpi";
import type { Text } from "../sales/text";
import type { PlannedChart } from "./plan";

/**
 * A dashboard as its author declares it: bands from top to bottom, blocks side by side in a band. Where each cell
 * goes is `layout.ts`'s business.
 */
export interface SheetDeclaration {
  readonly id: string;
  readonly name: Text;
  /** Width in characters of each column of the page; a margin is added at its left. */
  readonly columns: readonly number[];
  readonly bands: readonly Band[];
}

export interface Band {
  readonly blocks: readonly PlacedBlock[];
  /** Cells that the sheet needs to compute or to look up, after all that is printed. */
  readonly isUnprinted?: true;
}

/** `column` and `columns` count the page's columns, from 0. */
export interface PlacedBlock {
  readonly column: number;
  readonly columns: number;
  readonly block: Block;
}

export type Block =
  | TitleBlock
  | ControlsBlock
  | TilesBlock
  | PivotBlock
  | ListBlock
  | ComparisonBlock
  | TableBlock
  | ChartBlock
  | AlertsBlock;

/** A period of a block's own instead of the period cell's: a period's text, or "" for all the data. */
interface Dated {
  readonly period?: string;
}

/** Title, data date and source. */
export interface TitleBlock {
  readonly kind: "title";
  readonly text: Text;
}

/** The period cell and the filter cells that drive every formula of the workbook; in later sheets they are shown. */
export interface ControlsBlock {
  readonly kind: "controls";
}

/** A row of cards, one a KPI: value, tier, a bar towards the target, attainment, change on last year, trend. */
export interface TilesBlock {
  readonly kind: "tiles";
  readonly cards: readonly TileCard[];
  /** Columns of each card's left and right half, gaps not counted. */
  readonly halves: readonly (readonly [left: number, right: number])[];
  /** A comparison by time whose columns give the small trends, in right halves of one column. */
  readonly trends?: string;
  /** Adds a last row: the decision at the KPI's tier, as the cards advise. */
  readonly advised?: true;
}

export interface TileCard extends Dated {
  readonly kpi: KpiDefinition;
  /** Replaces a KPI's name that is too long or says too little. */
  readonly label?: Text;
  /** The decision and its owner by tier, in a few words. */
  readonly advice?: Readonly<Record<Tier, string>>;
}

/** A pivot with headings and totals. Nothing stands at its right, so that a long period has room. */
export interface PivotBlock extends Dated {
  readonly kind: "pivot";
  readonly title: Text;
  readonly kpi: KpiDefinition;
  readonly rows: AxisId;
  readonly columns: AxisId;
  /** Each row's member has its tier: the sign in the margin, the colour behind the name, the words in the title. */
  readonly tiered?: true;
}

/** One row a member: its name, the KPI's value, then further aspects. The totals stand in the title's row. */
export interface ListBlock extends Dated {
  readonly kind: "list";
  /** The id by which cards and charts refer to it. */
  readonly id: string;
  readonly title: Text;
  readonly kpi: KpiDefinition;
  /** Heading of the value's column. */
  readonly measure: Text;
  readonly axis: AxisId;
  /** In columns of months: small figures, money without its sign. */
  readonly narrow?: true;
  readonly aspects: readonly Exclude<Aspect, "value">[];
}

/**
 * One row a member, several KPIs side by side, their rows lined up by name. The first column decides the order. The totals stand in the title's row.
 */
export interface ComparisonBlock extends Dated {
  readonly kind: "comparison";
  readonly id: string;
  readonly title: Text;
  readonly axis: AxisId;
  /** The KPI whose members are listed, when the first column's KPI does not concern all of them. */
  readonly listed?: KpiDefinition;
  readonly columns: readonly [ComparedColumn, ...ComparedColumn[]];
  /** Only so many members, the highest. */
  readonly most?: number;
  /** Columns from one figure to the next, narrow ones: figures are small, money without its sign. Default 1. */
  readonly stride?: number;
}

export interface ComparedColumn {
  readonly kpi: KpiDefinition;
  readonly aspect?: Aspect;
  readonly label: Text;
}

/** A function's own table, its headings included. */
export interface TableBlock {
  readonly kind: "table";
  readonly id: string;
  readonly title: Text;
  /** A formula of `formulas.ts`. */
  readonly formula: string;
  /** Rows under the headings: so many at most, or as many as an axis has members. */
  readonly rows: number | AxisId;
  /** The unit of each column after the first. */
  readonly units: readonly Unit[];
}

/** A chart of the first columns of a list, comparison or table, as tall as its band. */
export interface ChartBlock {
  readonly kind: "chart";
  readonly title: Text;
  readonly chart: PlannedChart["kind"];
  /** The id of the block it draws. */
  readonly list: string;
  /** Number of columns of figures. */
  readonly series: number;
}

/**
 * The standing alerts, or the changes since the last refresh or since last Monday: rows of data (see
 * `LayoutFacts.alerts`), always of the last refresh.
 */
export interface AlertsBlock {
  readonly kind: "alerts";
  readonly list: "open" | "monday";
  readonly title: Text;
  /** Rows at most; the last one then counts the others. */
  readonly most: number;
}
