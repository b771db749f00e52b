import type { AxisId, KpiDefinition } from "../kpi/definition";
import type { Aspect } from "../kpi/source";
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
  /** Starts a new page when the sheet does not fit on one. */
  readonly newPage?: true;
}

/** `column` and `columns` count the page's columns, from 0. */
export interface PlacedBlock {
  readonly column: number;
  readonly columns: number;
  readonly block: Block;
}

export type Block = TitleBlock | ControlsBlock | CardsBlock | PivotBlock | ListBlock | ChartBlock;

/** Title, data date and source. */
export interface TitleBlock {
  readonly kind: "title";
  readonly text: Text;
}

/** The period cell and the region cell that drive every formula of the workbook. */
export interface ControlsBlock {
  readonly kind: "controls";
}

/** A strip of figures, evenly spread. Each shows a total of a list of the same sheet, so that both always agree. */
export interface CardsBlock {
  readonly kind: "cards";
  readonly list: string;
  readonly cards: readonly { readonly label: Text; readonly aspect: Aspect; readonly tiered?: true }[];
}

/** A pivot with headings and totals. Nothing stands at its right, so that a long period has room. */
export interface PivotBlock {
  readonly kind: "pivot";
  readonly title: Text;
  readonly kpi: KpiDefinition;
  readonly rows: AxisId;
  readonly columns: AxisId;
}

/** One row a member: its name, the KPI's value, then further aspects. The totals stand in the title's row. */
export interface ListBlock {
  readonly kind: "list";
  /** How cards and charts call it. */
  readonly id: string;
  readonly title: Text;
  readonly kpi: KpiDefinition;
  /** Heading of the value's column. */
  readonly measure: Text;
  readonly axis: AxisId;
  readonly aspects: readonly Exclude<Aspect, "value">[];
}

/** A chart of a list's first columns, as tall as its band. */
export interface ChartBlock {
  readonly kind: "chart";
  readonly title: Text;
  readonly chart: PlannedChart["kind"];
  readonly list: string;
  /** How many columns of figures it shows. */
  readonly series: number;
}
