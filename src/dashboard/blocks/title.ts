import type { Text } from "../../sales/text";
import type { TitleBlock } from "../declaration";
import { legendOf } from "../filters";
import { DATA_DATE, unlessNoPeriod } from "../formulas";
import { HEIGHTS, STYLES } from "../theme";
import { type BlockKind, cell, formula, text } from "./fragment";

/** The words stand in the number format, so that the cell stays a date whatever Excel's language. */
export const DATA_DATE_FORMAT: Text = { fr: '"Données au "dd/mm/yyyy', en: '"Data as of "yyyy-mm-dd' };
const SOURCE: Text = { fr: "Source : ", en: "Source: " };

/**
 * Three rows: the title; the data date; the source and the legend of the sheet's marks, or a note that the period is
 * not understood.
 */
export const title: BlockKind<TitleBlock> = {
  rows: () => 3,
  columns: () => 2,
  place: (block, { row, column }, { facts: { language, provenance }, marked }) => {
    const note = [SOURCE[language] + provenance.sourceLabel, legendOf(marked, language)].filter(Boolean);
    return {
      cells: [
        cell(row, column, text(block.text[language]), STYLES.title),
        cell(row + 1, column, formula(DATA_DATE), {
          ...STYLES.caption,
          numberFormat: DATA_DATE_FORMAT[language],
        }),
        cell(row + 1, column + 1, { kind: "empty" }, STYLES.caption),
        cell(row + 2, column, formula(unlessNoPeriod(note.join("   "), language)), STYLES.caption),
      ],
      // One column may be narrower than a date with its words, which would be #### there.
      merges: [{ row: row + 1, column, rows: 1, columns: 2 }],
      rowHeights: { [row]: HEIGHTS.title, [row + 1]: HEIGHTS.caption },
    };
  },
};
