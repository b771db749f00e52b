import { TIER_FACES, TIERS, type Unit } from "../../kpi";
import { address, columnAddress } from "../../sales/a1";
import type { Rectangle } from "../../sales/rectangle";
import type { Language, Text } from "../../sales/text";
import type { PivotBlock } from "../declaration";
import { formatOf } from "../formats";
import { pivot as pivotFormula, signsOf } from "../formulas";
import type { CellStyle } from "../plan";
import { HEIGHTS, STYLES } from "../theme";
import { type BlockKind, cell, type Fragment, formula, room, text } from "./fragment";
import { tierRules } from "./tierRules";

/** The caption of KPI.TABLEAU's totals, in both languages. */
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

/** The legend of the signs in the margin. */
const tierWords = (language: Language): string =>
  TIERS.map((tier) => `${TIER_FACES[tier].sign} ${TIER_FACES[tier].label[language]}`).join("   ");

/** One formula in the margin: the tier of each member's row, so narrow that its sign alone is seen. */
function tiersOf(
  { kpi, rows: axis, period }: PivotBlock,
  spot: Rectangle,
  rows: number,
  language: Language,
): Fragment {
  const first = spot.row + 2;
  const names = columnAddress(first, spot.column, rows);
  const asked = { kpi, axis, ...(period !== undefined && { period }) };
  const at = { row: first, column: spot.column - 1 };
  const top = cell(
    at.row,
    at.column,
    formula(signsOf(names, asked, language), { rows, columns: 1 }),
    STYLES.member,
  );
  return {
    cells: [top, ...room(at.row, at.column, rows, [STYLES.member], top)],
    conditionalFormats: tierRules({ ...at, rows, columns: 2 }, address(at.row, at.column, "column")),
  };
}

/** A title, then one formula: headings, a row a member, totals below and at the right. */
export const pivot: BlockKind<PivotBlock> = {
  rows: (block, { capacity }) => 3 + capacity(block.rows),
  columns: (block, { capacity }) => 2 + capacity(block.columns),
  place: (block, spot, { facts: { language }, capacity }) => {
    const { row, column } = spot;
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
    const tiers = block.tiered && tiersOf(block, spot, rows - 1, language);
    const words = tiers ? `   ${tierWords(language)}` : "";
    return {
      cells: [
        cell(
          row,
          column,
          text(block.title[language] + (unit?.words[language] ?? "") + words),
          STYLES.section,
        ),
        ...(tiers?.cells ?? []),
        top,
        ...room(row + 1, column, 1, [STYLES.heading, ...Array(others).fill(STYLES.headingRight)], top),
        ...room(row + 2, column, rows - 1, [STYLES.member, ...Array(others).fill(figure)]),
      ],
      conditionalFormats: tiers?.conditionalFormats ?? [],
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
