import { TIERS } from "../../kpi/tier";
import { address } from "../address";
import type { CardsBlock } from "../declaration";
import { formatOf, holdsTier } from "../formulas";
import type { CellStyle, PlannedConditionalFormat } from "../plan";
import { HEIGHTS, STYLES } from "../theme";
import {
  type BlockKind,
  cell,
  type Fragment,
  formula,
  room,
  type Spot,
  type Surroundings,
  text,
} from "./fragment";
import { totalCell } from "./list";

/** Shown where a total is empty: no target, no year before. */
const NOTHING = "–";

/**
 * Two rows: labels and big figures. A figure is wider than a column, so its cells are merged; as Excel lets nothing
 * spill into merged cells, it refers to a total that stands elsewhere.
 */
export const cards: BlockKind<CardsBlock> = {
  rows: () => 2,
  columns: ({ cards: items }) => items.length,
  place: (block, spot, around) => {
    const placed = block.cards.map((_, index) => placeCard(block, index, spot, around));
    return {
      cells: placed.flatMap(({ cells = [] }) => cells),
      merges: placed.flatMap(({ merges = [] }) => merges),
      conditionalFormats: placed.flatMap(({ conditionalFormats = [] }) => conditionalFormats),
      rowHeights: { [spot.row]: HEIGHTS.cardLabel, [spot.row + 1]: HEIGHTS.cardFigure },
    };
  },
};

function placeCard(block: CardsBlock, index: number, spot: Spot, { facts, list }: Surroundings): Fragment {
  const card = block.cards[index];
  if (!card) return {};
  const edge = (at: number): number => spot.column + Math.floor((at * spot.columns) / block.cards.length);
  const column = edge(index);
  const columns = edge(index + 1) - column;
  const { block: source, spot: sourceSpot } = list(block.list);
  const shown = totalCell(source, sourceSpot, card.aspect);
  const reference = address(shown.row, shown.column);
  const numberFormat = formatOf(source.kpi.unit, card.aspect);
  const figure: CellStyle = numberFormat ? { ...STYLES.cardFigure, numberFormat } : STYLES.cardFigure;
  const label = cell(spot.row, column, text(card.label[facts.language]), STYLES.cardLabel);
  const value = cell(spot.row + 1, column, formula(`=IF(${reference}="","${NOTHING}",${reference})`), figure);
  return {
    cells: [
      label,
      ...room(spot.row, column, 1, Array(columns).fill(STYLES.cardLabel), label),
      value,
      ...room(spot.row + 1, column, 1, Array(columns).fill(figure), value),
    ],
    merges: columns > 1 ? [{ row: spot.row + 1, column, rows: 1, columns }] : [],
    conditionalFormats: card.tiered
      ? tierFormats({ ...spot, column, columns, rows: 2 }, totalCell(source, sourceSpot, "tier"))
      : [],
  };
}

function tierFormats(range: Spot, word: { row: number; column: number }): PlannedConditionalFormat[] {
  const looked = address(word.row, word.column, "both");
  const { row, column, rows, columns } = range;
  return TIERS.map((tier) => ({
    range: { row, column, rows, columns },
    tier,
    formula: holdsTier(looked, tier),
  }));
}
