import type { ChartBlock } from "../declaration";
import { scaleFormatOf } from "../formulas";
import type { BlockKind } from "./fragment";
import { headingRow } from "./list";

/** Under this a chart is a smudge. */
const LEAST_ROWS = 10;
/** More bars than this are no picture any more. */
const MOST_MEMBERS = 30;

/** Floats over its band, beside the list whose room it draws: headings are series names, members categories. */
export const chart: BlockKind<ChartBlock> = {
  rows: () => LEAST_ROWS,
  columns: () => 3,
  place: (block, { row, column, rows, columns }, { facts, sheet, list, capacity }) => {
    const { block: source, spot } = list(block.list);
    const members = Math.min(capacity(source.axis), MOST_MEMBERS);
    const scaleFormat = scaleFormatOf(source.kpi.unit);
    return {
      charts: [
        {
          name: `${sheet} ${block.list}`,
          title: block.title[facts.language],
          kind: block.chart,
          at: { row, column, rows: Math.min(rows, MOST_MEMBERS + 2), columns },
          data: { row: headingRow(spot), column: spot.column, rows: 1 + members, columns: 1 + block.series },
          ...(scaleFormat && { scaleFormat }),
        },
      ],
    };
  },
};
