import { address } from "../../sales/a1";
import type { Rectangle } from "../../sales/rectangle";
import type { CardsBlock, ListBlock } from "../declaration";
import { formatOf } from "../formats";
import { shownFrom } from "../formulas";
import { HEIGHTS, STYLES } from "../theme";
import {
  type BlockContext,
  type BlockKind,
  cell,
  type Fragment,
  formatted,
  formula,
  room,
  text,
} from "./fragment";
import { totalCell } from "./list";
import { tierRules } from "./tierRules";

/** Shown where a total is empty: no target, no year before. */
const NOTHING = "–";

/**
 * Two rows: labels and big figures. A figure is wider than a column, so its cells are merged; as Excel lets nothing
 * spill into merged cells, it refers to a total that stands elsewhere.
 */
export const cards: BlockKind<CardsBlock> = {
  rows: () => 2,
  columns: ({ cards: items }) => items.length,
  place: (block, spot, context) => {
    const placed = block.cards.map((_, index) => placeCard(block, index, spot, context));
    return {
      cells: placed.flatMap(({ cells = [] }) => cells),
      merges: placed.flatMap(({ merges = [] }) => merges),
      conditionalFormats: placed.flatMap(({ conditionalFormats = [] }) => conditionalFormats),
      rowHeights: { [spot.row]: HEIGHTS.cardLabel, [spot.row + 1]: HEIGHTS.cardFigure },
    };
  },
};

function placeCard(
  block: CardsBlock,
  index: number,
  spot: Rectangle,
  { facts, find }: BlockContext,
): Fragment {
  const card = block.cards[index];
  if (!card) return {};
  const edge = (at: number): number => spot.column + Math.floor((at * spot.columns) / block.cards.length);
  const column = edge(index);
  const columns = edge(index + 1) - column;
  const { block: source, spot: sourceSpot } = find("list", block.list);
  const shown = totalCell(source, sourceSpot, card.aspect);
  const reference = address(shown.row, shown.column);
  const figure = formatted(STYLES.cardFigure, formatOf(source.kpi.unit, card.aspect));
  const label = cell(spot.row, column, text(card.label[facts.language]), STYLES.cardLabel);
  const value = cell(spot.row + 1, column, formula(shownFrom(reference, NOTHING)), figure);
  return {
    cells: [
      label,
      ...room(spot.row, column, 1, Array(columns).fill(STYLES.cardLabel), label),
      value,
      ...room(spot.row + 1, column, 1, Array(columns).fill(figure), value),
    ],
    merges: columns > 1 ? [{ row: spot.row + 1, column, rows: 1, columns }] : [],
    conditionalFormats: card.tiered
      ? tierRules({ row: spot.row, column, columns, rows: 2 }, tierWord(source, sourceSpot))
      : [],
  };
}

const tierWord = (source: ListBlock, spot: Rectangle): string => {
  const { row, column } = totalCell(source, spot, "tier");
  return address(row, column, "both");
};
