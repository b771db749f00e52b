import { type Aspect, AXES } from "../../kpi";
import { address, columnAddress } from "../../sales/a1";
import type { Rectangle } from "../../sales/rectangle";
import type { Text } from "../../sales/text";
import type { ListBlock } from "../declaration";
import { formatOf } from "../formats";
import { type Asked, figuresOf, memberAspect, memberValues, total } from "../formulas";
import type { CellStyle, PlannedCell, PlannedConditionalFormat } from "../plan";
import { HEIGHTS, STYLES } from "../theme";
import { type BlockContext, type BlockKind, cell, formatted, formula, room, text } from "./fragment";
import { tierRules } from "./tierRules";

export const ASPECT_LABELS: Readonly<Record<Exclude<Aspect, "value">, Text>> = {
  target: { fr: "Objectif", en: "Target" },
  due: { fr: "Dû à ce jour", en: "Due by now" },
  attainment: { fr: "Atteinte", en: "Attainment" },
  evolution: { fr: "Sur un an", en: "On last year" },
  projection: { fr: "Projection", en: "Projection" },
  tier: { fr: "Niveau", en: "Tier" },
};

/** Title and headings stand above the members. */
const HEAD = 2;

/** Aspects that take the tier's colour. */
export const TIERED: ReadonlySet<Aspect> = new Set<Aspect>(["attainment", "tier"]);

/** A list's columns after its members' names. */
const aspectsOf = (block: ListBlock): readonly Aspect[] => ["value", ...block.aspects];

/** The cell that holds a list's total of an aspect. Throws when the list does not show that aspect. */
export function totalCell(
  block: ListBlock,
  spot: Rectangle,
  aspect: Aspect,
): { row: number; column: number } {
  const index = aspectsOf(block).indexOf(aspect);
  if (index < 0) throw new Error(`The list "${block.id}" does not show "${aspect}"`);
  return { row: spot.row, column: spot.column + 1 + index };
}

/** The row of a list's headings; its members follow. */
const headingRow = (spot: Rectangle): number => spot.row + 1;

/** Title with totals, headings, and room for the members: one formula for name and value, one for each aspect. */
export const list: BlockKind<ListBlock> = {
  rows: (block, { capacity }) => HEAD + capacity(block.axis),
  columns: (block) => 1 + aspectsOf(block).length,
  place: (block, spot, context) => {
    const rows = context.capacity(block.axis);
    return {
      cells: [...headCells(block, spot, context), ...memberCells(block, spot, rows, context)],
      conditionalFormats: tierFormats(block, spot, HEAD + rows),
      rowHeights: { [spot.row]: HEIGHTS.section, [headingRow(spot)]: HEIGHTS.heading },
    };
  },
  charted: ({ axis, kpi }, spot, { capacity }) => ({
    row: headingRow(spot),
    column: spot.column,
    members: capacity(axis),
    unit: kpi.unit,
  }),
};

function headCells(
  block: ListBlock,
  { row, column }: Rectangle,
  { facts: { language } }: BlockContext,
): PlannedCell[] {
  const label = (aspect: Aspect): string =>
    (aspect === "value" ? block.measure : ASPECT_LABELS[aspect])[language];
  const below = row + 1;
  return [
    cell(row, column, text(block.title[language]), STYLES.section),
    ...aspectsOf(block).map((aspect, index) =>
      cell(
        row,
        column + 1 + index,
        formula(total({ kpi: block.kpi, period: block.period, aspect }, language)),
        formatted(
          aspect === "tier" ? STYLES.sectionTier : STYLES.sectionTotal,
          formatOf(block.kpi.unit, aspect),
        ),
      ),
    ),
    cell(below, column, text(AXES[block.axis].label[language]), STYLES.heading),
    ...aspectsOf(block).map((aspect, index) =>
      cell(
        below,
        column + 1 + index,
        text(label(aspect)),
        aspect === "tier" ? STYLES.headingCenter : STYLES.headingRight,
      ),
    ),
  ];
}

function memberCells(
  block: ListBlock,
  spot: Rectangle,
  rows: number,
  { facts }: BlockContext,
): PlannedCell[] {
  const first = spot.row + HEAD;
  const figure = (aspect: Aspect): CellStyle =>
    formatted(aspect === "tier" ? STYLES.tier : STYLES.figure, formatOf(block.kpi.unit, aspect));
  const names = cell(
    first,
    spot.column,
    formula(memberValues(asked(block)), { rows, columns: 2 }),
    STYLES.member,
  );
  return [
    names,
    ...room(first, spot.column, rows, [STYLES.member, figure("value")], names),
    ...block.aspects.flatMap((aspect, index) => {
      const question = { ...asked(block), aspect };
      // Evolutions list more members than values do.
      const figures =
        aspect === "evolution"
          ? figuresOf(columnAddress(first, spot.column, rows), question, facts.language)
          : memberAspect(question, facts.language);
      const spilled = formula(figures, { rows, columns: 1 });
      const top = cell(first, spot.column + 2 + index, spilled, figure(aspect));
      return [top, ...room(first, top.column, rows, [figure(aspect)], top)];
    }),
  ];
}

/** From the totals down to the last row of room; the headings hold no tier's word. */
function tierFormats(block: ListBlock, spot: Rectangle, rows: number): PlannedConditionalFormat[] {
  if (!block.aspects.includes("tier")) return [];
  const word = address(spot.row, totalCell(block, spot, "tier").column, "column");
  return block.aspects
    .filter((aspect) => TIERED.has(aspect))
    .flatMap((aspect) => {
      const range = { ...totalCell(block, spot, aspect), rows, columns: 1 };
      return tierRules(range, word);
    });
}

const asked = ({ kpi, axis, period }: ListBlock): Asked => ({ kpi, axis, period });
