import type { Unit } from "../../kpi/definition";
import type { Text } from "../../sales/text";
import { address } from "../address";
import type { PivotBlock } from "../declaration";
import { formatOf } from "../formats";
import { pivot as pivotFormula } from "../formulas";
import type { CellStyle } from "../plan";
import { HEIGHTS, STYLES } from "../theme";
import { type BlockKind, cell, formula, room, text } from "./fragment";

/** How KPI.TABLEAU calls its totals, in both languages. */
const TOTAL = "Total";

/** Money stands in narrow columns there: its unit goes to the title. */
const IN_TITLE: Readonly<Partial<Record<Unit, { readonly words: Text; readonly numberFormat: string }>>> = {
  money: { words: { fr: ", en €", en: ", in €" }, numberFormat: "#,##0" },
};

/** True in the filled cells of the total's row and column, wherever the answer has put them. */
function totalsRule(row: number, column: number): string {
  const [self, member, heading] = [
    address(row + 2, column),
    address(row + 2, column, "column"),
    address(row + 1, column, "row"),
  ];
  return `=AND(${self}<>"",OR(${member}="${TOTAL}",${heading}="${TOTAL}"))`;
}

/** A title, then one formula: headings, a row a member, totals below and at the right. */
export const pivot: BlockKind<PivotBlock> = {
  rows: (block, { capacity }) => 3 + capacity(block.rows),
  columns: (block, { capacity }) => 2 + capacity(block.columns),
  place: (block, { row, column }, { facts: { language }, capacity }) => {
    const rows = 2 + capacity(block.rows);
    const columns = 2 + capacity(block.columns);
    const unit = IN_TITLE[block.kpi.unit];
    const numberFormat = unit?.numberFormat ?? formatOf(block.kpi.unit, "value");
    const figure: CellStyle = { ...STYLES.figure, ...(numberFormat && { numberFormat }) };
    const others = columns - 1;
    const top = cell(
      row + 1,
      column,
      formula(pivotFormula(block.kpi, block.rows, block.columns, block.period), { rows, columns }),
      STYLES.heading,
    );
    return {
      cells: [
        cell(row, column, text(block.title[language] + (unit?.words[language] ?? "")), STYLES.section),
        top,
        ...room(row + 1, column, 1, [STYLES.heading, ...Array(others).fill(STYLES.headingRight)], top),
        ...room(row + 2, column, rows - 1, [STYLES.member, ...Array(others).fill(figure)]),
      ],
      emphases: [
        {
          range: { row: row + 2, column, rows: rows - 1, columns },
          formula: totalsRule(row, column),
        },
      ],
      rowHeights: { [row]: HEIGHTS.section, [row + 1]: HEIGHTS.heading },
    };
  },
};
