import type { ChartBlock } from "../declaration";
import { scaleFormatOf } from "../formats";
import type { BlockKind } from "./fragment";

/** Under this a chart is a smudge. */
const LEAST_ROWS = 10;
/** More bars than this are no picture any more. */
const MOST_MEMBERS = 12;

/** Floats over its band, beside its data: headings are series names, members are categories. */
export const chart: BlockKind<ChartBlock> = {
  rows: () => LEAST_ROWS,
  columns: () => 3,
  place: (block, { row, column, rows, columns }, { facts, sheet, charted }) => {
    const source = charted(block.list);
    const members = Math.min(source.members, MOST_MEMBERS);
    const scaleFormat = source.unit && scaleFormatOf(source.unit);
    return {
      charts: [
        {
          name: `${sheet} ${block.list}`,
          title: block.title[facts.language],
          kind: block.chart,
          at: { row, column, rows: Math.min(rows, MOST_MEMBERS + 3), columns },
          data: { row: source.row, column: source.column, rows: 1 + members, columns: 1 + block.series },
          ...(scaleFormat && { scaleFormat }),
        },
      ],
    };
  },
};
