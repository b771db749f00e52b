import { AXES, type KpiDefinition } from "../../kpi";
import { address, columnAddress } from "../../sales/a1";
import type { Rectangle } from "../../sales/rectangle";
import type { ComparedColumn, ComparisonBlock } from "../declaration";
import { headed } from "../filters";
import { formatOf, NARROW_MONEY } from "../formats";
import { figuresOf, memberNames, total } from "../formulas";
import type { CellStyle, PlannedCell, PlannedConditionalFormat } from "../plan";
import { HEIGHTS, STYLES } from "../theme";
import { TIERED } from "./aspects";
import {
  type BlockContext,
  type BlockKind,
  cell,
  formatted,
  formula,
  type Measuring,
  room,
  text,
} from "./fragment";
import { tierRules } from "./tierRules";

/** Title and headings stand above the members. */
const HEAD = 2;

type Stops = Pick<BlockContext, "stops">;

/** The place of a comparison's members: the first one's row, and the rows kept. */
export const comparedRows = (
  block: ComparisonBlock,
  spot: Rectangle,
  measuring: Pick<Measuring, "capacity">,
): { readonly first: number; readonly rows: number } => ({
  first: spot.row + HEAD,
  rows: membersOf(block, measuring),
});

const membersOf = (
  { axis, most = Number.POSITIVE_INFINITY }: ComparisonBlock,
  { capacity }: Pick<Measuring, "capacity">,
): number => Math.min(most, capacity(axis));

/** The column that shows a KPI's value; undefined when none does. */
export function comparedColumn(
  { columns, stride = 1 }: ComparisonBlock,
  spot: Rectangle,
  kpi: KpiDefinition,
  { stops }: Stops,
): number | undefined {
  const index = columns.findIndex((column) => column.kpi === kpi && (column.aspect ?? "value") === "value");
  return index < 0 ? undefined : stops(spot)[1 + index * stride];
}

/** Names from one formula, then one formula a column that looks each name up. */
export const comparison: BlockKind<ComparisonBlock> = {
  rows: (block, measuring) => HEAD + membersOf(block, measuring),
  columns: ({ columns, stride = 1 }) => 2 + (columns.length - 1) * stride,
  place: (block, spot, context) => {
    const stops = context.stops(spot);
    const { stride = 1 } = block;
    const placed = block.columns.map((column, index) => ({
      column,
      at: stops[1 + index * stride] ?? spot.column,
    }));
    const width = (placed.at(-1)?.at ?? spot.column) + 1 - spot.column;
    const written = new Set([spot.column, ...placed.map(({ at }) => at)]);
    const { language } = context.facts;
    return {
      cells: [
        cell(spot.row, spot.column, text(block.title[language]), STYLES.section),
        cell(spot.row + 1, spot.column, text(AXES[block.axis].label[language]), STYLES.heading),
        // The rule under the headings runs on where a column is a gap.
        ...room(spot.row + 1, spot.column, 1, Array(width).fill(STYLES.heading)).filter(
          ({ column }) => !written.has(column),
        ),
        ...nameCells(block, spot, context),
        ...placed.flatMap(({ column, at }) => columnCells(block, column, spot, at, context)),
      ],
      conditionalFormats: placed.flatMap(({ column }) => tierFormats(placed, column, block, spot, context)),
      rowHeights: { [spot.row]: HEIGHTS.section, [spot.row + 1]: HEIGHTS.heading },
    };
  },
  charted: (block, spot, measuring) => ({
    row: spot.row + 1,
    column: spot.column,
    members: membersOf(block, measuring),
    unit: block.columns[0].kpi.unit,
  }),
};

function nameCells(block: ComparisonBlock, spot: Rectangle, context: BlockContext): PlannedCell[] {
  const { first, rows } = comparedRows(block, spot, context);
  const { axis, period, columns, listed = columns[0].kpi, most } = block;
  const asked = { kpi: columns[0].kpi, axis, period };
  const names = formula(memberNames(asked, listed, context.facts.language, most), { rows, columns: 1 });
  const top = cell(first, spot.column, names, STYLES.member);
  return [top, ...room(first, spot.column, rows, [STYLES.member], top)];
}

function columnCells(
  block: ComparisonBlock,
  { kpi, aspect = "value", label }: ComparedColumn,
  spot: Rectangle,
  column: number,
  context: BlockContext,
): PlannedCell[] {
  const { language } = context.facts;
  const { first, rows } = comparedRows(block, spot, context);
  const isTier = aspect === "tier";
  const isNarrow = (block.stride ?? 1) > 1;
  const format =
    isNarrow && aspect === "value" && kpi.unit === "money" ? NARROW_MONEY : formatOf(kpi.unit, aspect);
  const small = isNarrow ? { size: STYLES.narrowFigure.size, align: "right" as const } : {};
  const styled = (style: CellStyle): CellStyle => formatted({ ...style, ...small }, format);
  const asked = { kpi, aspect, period: block.period };
  const names = columnAddress(first, spot.column, rows);
  const figures = figuresOf(names, { ...asked, axis: block.axis }, language);
  const figure = styled(isTier ? STYLES.tier : STYLES.figure);
  const top = cell(first, column, formula(figures, { rows, columns: 1 }), figure);
  return [
    cell(
      spot.row,
      column,
      formula(total(asked, language)),
      styled(isTier ? STYLES.sectionTier : STYLES.sectionTotal),
    ),
    cell(
      spot.row + 1,
      column,
      text(headed(label[language], kpi)),
      isTier && !isNarrow ? STYLES.headingCenter : STYLES.headingRight,
    ),
    top,
    ...room(first, column, rows, [figure], top),
  ];
}

/** A KPI's tier colours the columns that stand on it. */
function tierFormats(
  placed: readonly { readonly column: ComparedColumn; readonly at: number }[],
  { kpi, aspect = "value" }: ComparedColumn,
  block: ComparisonBlock,
  spot: Rectangle,
  context: BlockContext,
): PlannedConditionalFormat[] {
  const word = placed.find(({ column }) => column.kpi === kpi && column.aspect === "tier");
  const own = placed.find(({ column }) => column.kpi === kpi && (column.aspect ?? "value") === aspect);
  if (!word || !own || !TIERED.has(aspect)) return [];
  const { rows } = comparedRows(block, spot, context);
  const isNarrow = (block.stride ?? 1) > 1;
  return tierRules(
    // A tier's word is longer than a narrow column, and begins in the empty one before it.
    isNarrow && aspect === "tier"
      ? { row: spot.row, column: own.at - 1, rows: HEAD + rows, columns: 2 }
      : { row: spot.row, column: own.at, rows: HEAD + rows, columns: 1 },
    address(spot.row, word.at, "column"),
  );
}
