import { TIER_FACES, TIERS, type Unit } from "../../kpi";
import { address, columnAddress } from "../../sales/a1";
import type { Rectangle } from "../../sales/rectangle";
import type { Language, Text } from "../../sales/text";
import type { PivotBlock } from "../declaration";
import { formatOf, NARROW_MONEY } from "../formats";
import { pivotHeadings, pivotRows, signsOf } from "../formulas";
import type { CellStyle } from "../plan";
import { HEIGHTS, STYLES } from "../theme";
import { type BlockKind, cell, type Fragment, formula, room, text } from "./fragment";
import { tierRules } from "./tierRules";

/** Title and headings stand above the members. */
const HEAD = 2;

/** The caption of KPI.TABLEAU's totals, in both languages. */
const TOTAL = "Total";

/** Money stands in narrow columns there: its unit goes to the title. */
const IN_TITLE: Readonly<Partial<Record<Unit, { readonly words: Text; readonly numberFormat: string }>>> = {
  money: { words: { fr: ", en €", en: ", in €" }, numberFormat: NARROW_MONEY },
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

/** A title, then two formulas: headings; a row a member, totals below and at the right. */
export const pivot: BlockKind<PivotBlock> = {
  rows: (block, { capacity }) => HEAD + capacity(block.rows) + 1,
  columns: (block, { capacity }) => 2 + capacity(block.columns),
  place: (block, spot, { facts: { language }, capacity }) => {
    const { row, column } = spot;
    const rows = capacity(block.rows) + 1;
    const columns = 2 + capacity(block.columns);
    const unit = IN_TITLE[block.kpi.unit];
    const numberFormat = unit?.numberFormat ?? formatOf(block.kpi.unit, "value");
    const figure: CellStyle = { ...STYLES.narrowFigure, ...(numberFormat && { numberFormat }) };
    const others = columns - 1;
    const asked = [block.kpi, block.rows, block.columns, block.period] as const;
    const headings = formula(pivotHeadings(language, ...asked), { rows: 1, columns });
    const head = cell(row + 1, column, headings, STYLES.heading);
    const top = cell(row + HEAD, column, formula(pivotRows(...asked), { rows, columns }), STYLES.member);
    const tiers = block.tiered && tiersOf(block, spot, rows, language);
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
        head,
        ...room(row + 1, column, 1, [STYLES.heading, ...Array(others).fill(STYLES.headingRight)], head),
        top,
        ...room(row + HEAD, column, rows, [STYLES.member, ...Array(others).fill(figure)], top),
      ],
      conditionalFormats: tiers?.conditionalFormats ?? [],
      emphases: [
        {
          range: { row: row + HEAD, column, rows, columns },
          formula: totalsRule(row, column),
        },
      ],
      rowHeights: { [row]: HEIGHTS.section, [row + 1]: HEIGHTS.heading },
    };
  },
};
