import type { Rectangle } from "../sales/rectangle";
import type { BlockContext, Controls, Found, Fragment, NamedBlock } from "./blocks/fragment";
import { chartedOf, place, sizeOf } from "./blocks/kinds";
import type { Block, SheetDeclaration } from "./declaration";
import { capacity, type LayoutFacts } from "./facts";
import type { SheetPlan } from "./plan";
import { HEIGHTS } from "./theme";
import { withinLimits } from "./withinLimits";

/** An empty row and column keep the page off the sheet's edge. */
const MARGIN = { rows: 1, columns: 1 } as const;
const MARGIN_WIDTH = 2;
const MARGIN_HEIGHT = 8;
const GAP_ROWS = 1;

/** A character of the default font, with its share of the cell's margins. */
const POINTS_A_CHARACTER = 5.4;
/** Height over width of what one upright A4 page holds inside its margins, a little left over. */
const UPRIGHT_SHAPE = 1.4;
/** A list may go on overleaf; these may not. */
const UNCUT: ReadonlySet<Block["kind"]> = new Set<Block["kind"]>(["tiles", "chart"]);
/** Height over width up to which a sheet goes on one page; a little less than the paper's would waste half of it. */
const TALLEST_LANDSCAPE = 0.85;
const TALLEST_UPRIGHT = 1.6;

interface Placed {
  readonly block: Block;
  readonly spot: Rectangle;
}

interface PlacedBand {
  readonly blocks: readonly Placed[];
  readonly row: number;
  readonly rows: number;
  readonly isUnprinted: boolean;
}

/** Narrower columns only keep others apart. */
const LEAST_FIGURE_WIDTH = 4;

/** All sheets of a workbook, in tab order: the first holds the period and filter cells, the others show them. */
export const layoutSheets = (declarations: readonly SheetDeclaration[], facts: LayoutFacts): SheetPlan[] =>
  declarations.map((declaration, index) =>
    layoutSheet(declaration, facts, index === 0 ? "here" : "elsewhere"),
  );

/**
 * A declaration, laid out for these facts. Pure: equal facts give equal plans, and a member more within the room
 * kept changes nothing. Throws an `Error` when a declaration cannot stand (blocks that overlap, an unknown list).
 * `controls`: whether this sheet holds the period and filter cells itself.
 */
export function layoutSheet(
  declaration: SheetDeclaration,
  facts: LayoutFacts,
  controls: Controls = "here",
): SheetPlan {
  const measuring = { facts, capacity: (axis: Parameters<typeof capacity>[0]) => capacity(axis, facts) };
  const bands = placeBands(declaration, measuring);
  const blocks = bands.flatMap((band) => band.blocks);
  const unknown = (what: string, id: string) =>
    new Error(`No ${what} "${id}" in the sheet "${declaration.id}"`);
  const context: BlockContext = {
    ...measuring,
    sheet: declaration.id,
    controls,
    marked: blocks.flatMap(({ block }) =>
      block.kind === "comparison"
        ? block.columns.map(({ kpi }) => kpi)
        : block.kind === "tiles"
          ? block.cards.map(({ kpi }) => kpi)
          : [],
    ),
    find: <K extends NamedBlock["kind"]>(kind: K, id: string) => {
      const found = blocks.find(({ block }) => block.kind === kind && "id" in block && block.id === id);
      if (!found) throw unknown(kind, id);
      return found as Found<Extract<NamedBlock, { kind: K }>>;
    },
    charted: (id) => {
      const found = blocks.find(({ block }) => "id" in block && block.id === id);
      const charted = found && chartedOf(found.block, found.spot, measuring);
      if (!charted) throw unknown("chart's data", id);
      return charted;
    },
    stops: ({ column, columns }) =>
      Array.from({ length: columns }, (_, index) => column + index).filter(
        (at) => (declaration.columns[at - MARGIN.columns] ?? 0) >= LEAST_FIGURE_WIDTH,
      ),
  };
  const fragments = blocks.map(({ block, spot }) => place(block, spot, context));
  const columns = MARGIN.columns + declaration.columns.length;
  const area = { row: 0, column: 0, rows: endOf(bands), columns };
  const printed = bands.filter(({ isUnprinted }) => !isUnprinted);
  const paper = { ...area, rows: endOf(printed) };
  const frozen = bands.find((band) => band.blocks.some(({ block }) => block.kind === "controls"));
  const columnWidths = Object.fromEntries([MARGIN_WIDTH, ...declaration.columns].entries());
  const heights: Record<number, number> = Object.assign(
    rowHeights(bands, area.rows),
    ...fragments.map((fragment) => fragment.rowHeights),
  );
  return withinLimits({
    name: declaration.name[facts.language],
    cells: joined(fragments, "cells").sort((a, b) => a.row - b.row || a.column - b.column),
    columnWidths,
    rowHeights: heights,
    merges: joined(fragments, "merges"),
    conditionalFormats: joined(fragments, "conditionalFormats"),
    emphases: joined(fragments, "emphases"),
    validations: joined(fragments, "validations"),
    charts: joined(fragments, "charts"),
    names: joined(fragments, "names"),
    ...(frozen && { freeze: { rows: frozen.row + frozen.rows, columns: 0 } }),
    showGridlines: false,
    print: {
      area: paper,
      fitToWidth: 1,
      ...pages(printed, columnWidths, heights, paper.rows),
    },
  });
}

/** The paper that shows the sheet largest: one page where that leaves it readable, landscape or upright; else several. */
function pages(
  bands: readonly PlacedBand[],
  widths: Readonly<Record<number, number>>,
  heights: Readonly<Record<number, number>>,
  rows: number,
): Pick<SheetPlan["print"], "orientation" | "fitToHeight" | "breaks"> {
  const width = Object.values(widths).reduce((a, b) => a + b, 0) * POINTS_A_CHARACTER;
  const below = (from: number, to: number): number =>
    Array.from({ length: to - from }, (_, index) => heights[from + index] ?? 0).reduce((a, b) => a + b, 0);
  const shape = below(0, rows) / width;
  if (shape <= TALLEST_LANDSCAPE) return { orientation: "landscape", fitToHeight: 1 };
  if (shape <= TALLEST_UPRIGHT) return { orientation: "portrait", fitToHeight: 1 };
  const page = width * UPRIGHT_SHAPE;
  const breaks: number[] = [];
  for (const { row, rows, blocks } of bands) {
    const cut = below(breaks.at(-1) ?? 0, row + rows) > page;
    const whole = blocks.some(({ block }) => UNCUT.has(block.kind));
    if (cut && whole && below(row, row + rows) <= page) breaks.push(row);
  }
  return { orientation: "portrait", fitToHeight: 0, breaks };
}

/** The row after the last band's. */
function endOf(bands: readonly PlacedBand[]): number {
  const last = bands.at(-1);
  return last ? last.row + last.rows : MARGIN.rows;
}

/** Bands from top to bottom, each as tall as its tallest block, a gap between two. */
function placeBands(
  declaration: SheetDeclaration,
  context: Pick<BlockContext, "facts" | "capacity">,
): PlacedBand[] {
  let row: number = MARGIN.rows;
  return declaration.bands.flatMap((band) => {
    const sizes = band.blocks.map(({ block }) => sizeOf(block, context));
    const rows = Math.max(...sizes.map((size) => size.rows));
    if (rows === 0) return [];
    let free = 0;
    const blocks = band.blocks.map(({ block, column, columns }, index) => {
      const needed = sizes[index]?.columns ?? 0;
      if (column < free || columns < needed || column + columns > declaration.columns.length) {
        throw new Error(`A block "${block.kind}" of "${declaration.id}" has no room at column ${column}`);
      }
      free = column + columns;
      return { block, spot: { row, column: MARGIN.columns + column, rows, columns } };
    });
    const placed = { blocks, row, rows, isUnprinted: band.isUnprinted === true };
    row += rows + GAP_ROWS;
    return [placed];
  });
}

function rowHeights(bands: readonly PlacedBand[], rows: number): Record<number, number> {
  const heights: Record<number, number> = Object.fromEntries(
    Array.from({ length: rows }, (_, row) => [row, HEIGHTS.body]),
  );
  heights[0] = MARGIN_HEIGHT;
  for (const band of bands.slice(1)) heights[band.row - GAP_ROWS] = HEIGHTS.gap;
  return heights;
}

type ListKey = Exclude<keyof Fragment, "rowHeights">;

const joined = <K extends ListKey>(
  fragments: readonly Fragment[],
  key: K,
): NonNullable<Fragment[K]>[number][] =>
  fragments.flatMap((fragment) => (fragment[key] ?? []) as NonNullable<Fragment[K]>[number][]);
