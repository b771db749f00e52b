import type { Unit } from "../../kpi";
import type { TableBlock } from "../declaration";
import { UNIT_FORMATS } from "../formats";
import type { CellStyle } from "../plan";
import { HEIGHTS, STYLES } from "../theme";
import { type BlockKind, cell, formula, type Measuring, room, text } from "./fragment";

const rowsOf = ({ rows }: TableBlock, { capacity }: Pick<Measuring, "capacity">): number =>
  1 + (typeof rows === "number" ? rows : capacity(rows));

/** A title, then one formula: headings and rows as the function gives them. */
export const table: BlockKind<TableBlock> = {
  rows: (block, context) => 1 + rowsOf(block, context),
  columns: ({ units }) => 1 + units.length,
  place: (block, { row, column }, context) => {
    const rows = rowsOf(block, context);
    const columns = 1 + block.units.length;
    const figure = (unit: Unit): CellStyle => ({ ...STYLES.figure, numberFormat: UNIT_FORMATS[unit] });
    const top = cell(row + 1, column, formula(block.formula, { rows, columns }), STYLES.heading);
    const headings = [STYLES.heading, ...block.units.map(() => STYLES.headingRight)];
    return {
      cells: [
        cell(row, column, text(block.title[context.facts.language]), STYLES.section),
        top,
        ...room(row + 1, column, 1, headings, top),
        ...room(row + 2, column, rows - 1, [STYLES.member, ...block.units.map(figure)]),
      ],
      rowHeights: { [row]: HEIGHTS.section, [row + 1]: HEIGHTS.heading },
    };
  },
  charted: (block, { row, column }, context) => ({
    row: row + 1,
    column,
    members: rowsOf(block, context) - 1,
    unit: block.units[0],
  }),
};
