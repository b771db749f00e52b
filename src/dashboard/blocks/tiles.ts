import type { Aspect } from "../../kpi";
import { address, columnAddress } from "../../sales/a1";
import type { Rectangle } from "../../sales/rectangle";
import type { Text } from "../../sales/text";
import type { ScoreRow, TilesBlock } from "../declaration";
import { headed } from "../filters";
import { cardAttainmentFormat, cardEvolutionFormat, cardTargetFormat, formatOf } from "../formats";
import { shownFrom, textOfTier, trend } from "../formulas";
import type { CellStyle, PlannedCell } from "../plan";
import { HEIGHTS, STYLES } from "../theme";
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
import { isMeant, scoreCell } from "./scores";
import { tierRules } from "./tierRules";

/** Shown where an aspect is empty: a ratio of nothing, a KPI that nobody set a target for. */
const NOTHING: Readonly<Partial<Record<Aspect, Text>>> = {
  value: { fr: "–", en: "–" },
  target: { fr: "Sans objectif", en: "No target" },
};
const ROWS = 4;

const rowsOf = ({ advised }: TilesBlock): number => (advised ? ROWS + 1 : ROWS);

/**
 * Four rows a card: name and tier; the figure; target and attainment; change on last year and trend; where it is
 * advised, what to do at this tier. All but the trend refer to the scores, so that every KPI is asked once.
 */
export const tiles: BlockKind<TilesBlock> = {
  rows: rowsOf,
  columns: ({ halves }) => halves.flat().reduce((sum, count) => sum + count, 0),
  place: (block, spot, context) => {
    const { block: scores } = context.find("scores", block.scores);
    const stops = context.stops(spot);
    let next = 0;
    const placed = block.halves.flatMap(([left, right], index) => {
      const score = scores.rows[block.first + index];
      const columns = stops.slice(next, next + left + right);
      next += left + right;
      const halves = [spanOf(columns.slice(0, left)), spanOf(columns.slice(left))] as const;
      return score ? [placeTile(block, block.first + index, score, spot.row, halves, context)] : [];
    });
    return {
      cells: placed.flatMap(({ cells = [] }) => cells),
      merges: placed.flatMap(({ merges = [] }) => merges),
      conditionalFormats: placed.flatMap(({ conditionalFormats = [] }) => conditionalFormats),
      rowHeights: {
        [spot.row]: HEIGHTS.cardLabel,
        [spot.row + 1]: HEIGHTS.cardFigure,
        [spot.row + 2]: HEIGHTS.body,
        [spot.row + 3]: HEIGHTS.cardLabel,
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

function placeTile(
  block: TilesBlock,
  index: number,
  score: ScoreRow,
  row: number,
  [left, right]: readonly [Half, Half],
  context: BlockContext,
): Fragment {
  const { facts, find } = context;
  const { language } = facts;
  const { kpi, label = kpi.label } = score;
  const { block: scores, spot: scoresSpot } = find("scores", block.scores);
  const at = (aspect: Aspect): string => {
    const { row, column } = scoreCell(scores, scoresSpot, index, aspect, context);
    return address(row, column, "both");
  };
  const shown = (down: number, half: Half, aspect: Aspect, style: CellStyle, format?: string): PlannedCell =>
    cell(
      row + down,
      half.column,
      formula(shownFrom(at(aspect), NOTHING[aspect]?.[language] ?? "")),
      formatted(style, format),
    );
  const whole = { column: left.column, columns: right.column + right.columns - left.column };
  const cells: readonly PlannedCell[] = [
    cell(row, left.column, text(headed(label[language], kpi)), STYLES.cardLabel),
    shown(0, right, "tier", STYLES.cardTier),
    shown(1, whole, "value", STYLES.cardFigure, formatOf(kpi.unit, "value")),
    shown(2, left, "target", STYLES.cardNote, cardTargetFormat(kpi.unit, language)),
    shown(2, right, "attainment", STYLES.cardNoteRight, cardAttainmentFormat(kpi.flow, language)),
    ...(isMeant("evolution", kpi)
      ? [shown(3, left, "evolution", STYLES.cardNote, cardEvolutionFormat(language))]
      : []),
    ...(block.advised && score.advice
      ? [cell(row + ROWS, whole.column, formula(textOfTier(at("tier"), score.advice)), STYLES.cardAdvice)]
      : []),
    ...(right.columns === 1 ? trendCells(block, score, { row: row + 3, column: right.column }, context) : []),
  ];
  const written = new Set(cells.map((one) => `${one.row},${one.column}`));
  const faces = [STYLES.cardLabel, STYLES.cardFigure, STYLES.cardNote, STYLES.cardNote, STYLES.cardAdvice];
  return {
    cells: [
      ...cells,
      ...faces
        .slice(0, rowsOf(block))
        .flatMap((face, down) => room(row + down, whole.column, 1, Array(whole.columns).fill(face)))
        .filter((empty) => !written.has(`${empty.row},${empty.column}`)),
    ],
    merges: [
      { down: 1, half: whole },
      ...(block.advised ? [{ down: ROWS, half: whole }] : []),
      ...[0, 2, 3].flatMap((down) => [left, right].map((half) => ({ down, half }))),
    ]
      .filter(({ half }) => half.columns > 1)
      .map(({ down, half }) => ({ row: row + down, rows: 1, ...half })),
    conditionalFormats: tierRules(
      block.apart ? { row, rows: rowsOf(block), ...whole } : { row, rows: 1, ...right },
      at("tier"),
    ),
  };
}

/** The trend of the KPI, when the comparison by time shows it. */
function trendCells(
  { trends }: TilesBlock,
  { kpi }: ScoreRow,
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
