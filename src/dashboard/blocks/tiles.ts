import type { Aspect } from "../../kpi";
import { address, columnAddress } from "../../sales/a1";
import type { Rectangle } from "../../sales/rectangle";
import type { Text } from "../../sales/text";
import type { TileCard, TilesBlock } from "../declaration";
import { headed } from "../filters";
import { cardAttainmentFormat, cardEvolutionFormat, cardTargetFormat, cardValueFormat } from "../formats";
import { progressBar, shownFrom, textOfTier, total, trend } from "../formulas";
import type { CellStyle, PlannedCell } from "../plan";
import { HEIGHTS, STYLES } from "../theme";
import { isMeant } from "./aspects";
import { comparedColumn, comparedRows } from "./comparison";
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
import { tierRules } from "./tierRules";

const NO_TARGET: Text = { fr: "Sans objectif", en: "No target" };
const ROWS = 5;

const rowsOf = ({ advised }: TilesBlock): number => (advised ? ROWS + 1 : ROWS);

/**
 * Five rows a card: name; figure and tier; a bar towards the target; share of what is due and target; change on last
 * year and trend; where it is advised, what to do at this tier.
 */
export const tiles: BlockKind<TilesBlock> = {
  rows: rowsOf,
  columns: ({ halves }) => halves.flat().reduce((sum, count) => sum + count, 0),
  place: (block, spot, context) => {
    const stops = context.stops(spot);
    let next = 0;
    const placed = block.halves.flatMap(([left, right], index) => {
      const card = block.cards[index];
      const columns = stops.slice(next, next + left + right);
      next += left + right;
      const halves = [spanOf(columns.slice(0, left)), spanOf(columns.slice(left))] as const;
      return card ? [placeTile(block, card, spot.row, halves, context)] : [];
    });
    return {
      cells: placed.flatMap(({ cells = [] }) => cells),
      merges: placed.flatMap(({ merges = [] }) => merges),
      conditionalFormats: placed.flatMap(({ conditionalFormats = [] }) => conditionalFormats),
      rowHeights: {
        [spot.row]: HEIGHTS.cardLabel,
        [spot.row + 1]: HEIGHTS.cardFigure,
        [spot.row + 2]: HEIGHTS.cardBar,
        [spot.row + 3]: HEIGHTS.body,
        [spot.row + 4]: HEIGHTS.cardLabel,
        ...(block.advised && { [spot.row + ROWS]: HEIGHTS.cardAdvice }),
      },
    };
  },
};

type Half = Pick<Rectangle, "column" | "columns">;

const spanOf = (columns: readonly number[]): Half => {
  const first = columns[0] ?? 0;
  return { column: first, columns: (columns.at(-1) ?? first) + 1 - first };
};

/** The styles of a card's rows, where nothing is written too. */
const FACES: readonly CellStyle[] = [
  STYLES.cardLabel,
  STYLES.cardFigure,
  STYLES.cardBar,
  STYLES.cardNote,
  STYLES.cardNote,
  STYLES.cardAdvice,
];

function placeTile(
  block: TilesBlock,
  card: TileCard,
  row: number,
  [left, right]: readonly [Half, Half],
  context: BlockContext,
): Fragment {
  const { language } = context.facts;
  const { kpi, period, label = kpi.label } = card;
  const ask = (aspect: Aspect): string => total({ kpi, period, aspect }, language);
  const whole = { column: left.column, columns: right.column + right.columns - left.column };
  const place = (down: number, { column }: Half): string => address(row + down, column, "both");
  const [tier, target] = [place(1, right), place(3, right)];
  const put = (down: number, half: Half, content: string, style: CellStyle, format?: string): PlannedCell =>
    cell(row + down, half.column, formula(content), formatted(style, format));
  const nothing = shownFrom(ask("target").slice(1), NO_TARGET[language]);
  const cells: readonly PlannedCell[] = [
    cell(row, left.column, text(headed(label[language], kpi)), STYLES.cardLabel),
    put(1, left, ask("value"), STYLES.cardFigure, cardValueFormat(kpi.unit)),
    put(1, right, ask("tier"), STYLES.cardTier),
    put(2, whole, progressBar(place(1, left), target, place(3, left)), STYLES.cardBar),
    put(3, left, ask("attainment"), STYLES.cardNote, cardAttainmentFormat(kpi.flow, language)),
    put(3, right, nothing, STYLES.cardNoteRight, cardTargetFormat(kpi.unit, language)),
    ...(isMeant("evolution", kpi)
      ? [
          put(
            4,
            block.trends === undefined ? whole : left,
            ask("evolution"),
            STYLES.cardNote,
            cardEvolutionFormat(language),
          ),
        ]
      : []),
    ...(block.advised && card.advice
      ? [put(ROWS, whole, textOfTier(tier, card.advice), STYLES.cardAdvice)]
      : []),
    ...(right.columns === 1 ? trendCells(block, card, { row: row + 4, column: right.column }, context) : []),
  ];
  const written = new Set(cells.map((one) => `${one.row},${one.column}`));
  return {
    cells: [
      ...cells,
      ...FACES.slice(0, rowsOf(block))
        .flatMap((face, down) => room(row + down, whole.column, 1, Array(whole.columns).fill(face)))
        .filter((empty) => !written.has(`${empty.row},${empty.column}`)),
    ],
    merges: [
      ...[0, 2, ...(block.trends === undefined ? [4] : []), ...(block.advised ? [ROWS] : [])].map((down) => ({
        down,
        half: whole,
      })),
      ...[1, 3, ...(block.trends === undefined ? [] : [4])].flatMap((down) =>
        [left, right].map((half) => ({ down, half })),
      ),
    ]
      .filter(({ half }) => half.columns > 1)
      .map(({ down, half }) => ({ row: row + down, rows: 1, ...half })),
    conditionalFormats: tierRules({ row: row + 1, rows: 1, ...right }, tier),
  };
}

/** The trend of the KPI, when the comparison by time shows it. */
function trendCells(
  { trends }: TilesBlock,
  { kpi }: TileCard,
  at: { readonly row: number; readonly column: number },
  context: BlockContext,
): PlannedCell[] {
  if (trends === undefined) return [];
  const { block, spot } = context.find("comparison", trends);
  const column = comparedColumn(block, spot, kpi, context);
  if (column === undefined) return [];
  const { first, rows } = comparedRows(block, spot, context);
  return [cell(at.row, at.column, formula(trend(columnAddress(first, column, rows))), STYLES.cardTrend)];
}
