import type { Aspect, KpiDefinition } from "../../kpi";
import { address } from "../../sales/a1";
import type { Rectangle } from "../../sales/rectangle";
import type { Text } from "../../sales/text";
import type { ScoresBlock } from "../declaration";
import { labelled } from "../filters";
import { formatOf } from "../formats";
import { total } from "../formulas";
import type { CellStyle, PlannedConditionalFormat } from "../plan";
import { HEIGHTS, STYLES } from "../theme";
import { type BlockContext, type BlockKind, cell, formatted, formula, room, text } from "./fragment";
import { ASPECT_LABELS, TIERED } from "./list";
import { tierRules } from "./tierRules";

const HEAD = 2;

/** Left to right. */
const COLUMNS: readonly { readonly aspect: Aspect; readonly label: Text }[] = [
  { aspect: "value", label: { fr: "Valeur", en: "Value" } },
  ...(["target", "attainment", "evolution", "projection", "tier"] as const).map((aspect) => ({
    aspect,
    label: ASPECT_LABELS[aspect],
  })),
];

const KPI: Text = { fr: "Indicateur", en: "KPI" };

type Stops = Pick<BlockContext, "stops">;

/**
 * A stock has no evolution: the amount outstanding or open a year before is no longer known. Only flows have a
 * projection.
 */
const MEANT: Readonly<Partial<Record<Aspect, (kpi: KpiDefinition) => boolean>>> = {
  evolution: ({ flow, value, unit }) => flow || (value.kind === "ratio" && unit !== "days"),
  projection: ({ flow }) => flow,
};

/** True when an aspect has a meaning for a KPI. */
export const isMeant = (aspect: Aspect, kpi: KpiDefinition): boolean => MEANT[aspect]?.(kpi) ?? true;

/** Those that say something of a row at least. */
const columnsOf = ({ rows }: ScoresBlock) =>
  COLUMNS.filter(({ aspect }) => rows.some(({ kpi }) => isMeant(aspect, kpi)));

/** The cell of a KPI's aspect. */
export function scoreCell(
  block: ScoresBlock,
  spot: Rectangle,
  index: number,
  aspect: Aspect,
  { stops }: Stops,
): { row: number; column: number } {
  const at = columnsOf(block).findIndex((column) => column.aspect === aspect);
  const stop = block.nameColumns - 1 + (at + 1) * (block.figureColumns ?? 1);
  return { row: spot.row + HEAD + index, column: stops(spot)[stop] ?? spot.column };
}

/** A title, headings, and one row a KPI. Each figure is one formula in one cell. */
export const scores: BlockKind<ScoresBlock> = {
  rows: ({ rows }) => HEAD + rows.length,
  columns: (block) => block.nameColumns + columnsOf(block).length * (block.figureColumns ?? 1),
  place: (block, spot, context) => {
    const { language } = context.facts;
    const headings = columnsOf(block).map(({ aspect, label }) =>
      cell(
        spot.row + 1,
        scoreCell(block, spot, 0, aspect, context).column,
        text(label[language]),
        aspect === "tier" ? STYLES.headingCenter : STYLES.headingRight,
      ),
    );
    const kpi = cell(spot.row + 1, spot.column, text(KPI[language]), STYLES.heading);
    const written = new Set([kpi, ...headings].map(({ column }) => column));
    return {
      cells: [
        cell(spot.row, spot.column, text(block.title[language]), STYLES.section),
        kpi,
        ...headings,
        // The rule under the headings runs on where a column is a gap.
        ...room(
          spot.row + 1,
          spot.column,
          1,
          Array(widthOf(block, spot, context)).fill(STYLES.heading),
        ).filter(({ column }) => !written.has(column)),
        ...block.rows.flatMap((_, index) => scoreRow(block, spot, index, context)),
      ],
      conditionalFormats: tierFormats(block, spot, context),
      rowHeights: { [spot.row]: HEIGHTS.section, [spot.row + 1]: HEIGHTS.heading },
    };
  },
};

const widthOf = (block: ScoresBlock, spot: Rectangle, context: Stops): number =>
  scoreCell(block, spot, 0, "tier", context).column + 1 - spot.column;

function scoreRow(block: ScoresBlock, spot: Rectangle, index: number, context: BlockContext) {
  const row = block.rows[index];
  if (!row) return [];
  const { language } = context.facts;
  const { kpi, period, label = kpi.label } = row;
  const figure = (aspect: Aspect): CellStyle =>
    formatted(aspect === "tier" ? STYLES.tier : STYLES.figure, formatOf(kpi.unit, aspect));
  return [
    cell(spot.row + HEAD + index, spot.column, text(labelled(label[language], kpi, language)), STYLES.member),
    ...columnsOf(block)
      .filter(({ aspect }) => isMeant(aspect, kpi))
      .map(({ aspect }) => {
        const at = scoreCell(block, spot, index, aspect, context);
        return cell(at.row, at.column, formula(total({ kpi, period, aspect }, language)), figure(aspect));
      }),
  ];
}

function tierFormats(block: ScoresBlock, spot: Rectangle, context: Stops): PlannedConditionalFormat[] {
  const word = scoreCell(block, spot, 0, "tier", context);
  return COLUMNS.filter(({ aspect }) => TIERED.has(aspect)).flatMap(({ aspect }) =>
    tierRules(
      { ...scoreCell(block, spot, 0, aspect, context), rows: block.rows.length, columns: 1 },
      address(word.row, word.column, "column"),
    ),
  );
}
