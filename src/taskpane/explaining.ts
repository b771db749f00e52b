import type { CellAnswer } from "../functions/cell";
import type { References } from "../functions/explainCell";
import type { LiveData } from "../live";
import { failed, type Result, success } from "../sales/failure";
import type { Language } from "../sales/text";
import { readCell, readName, readSelectedCell } from "../workbook";
import { explaining, writing } from "./lazy";
import type { CellExplainer } from "./services";

/** Rows behind a number that the pane lists at once. */
const ROWS_SHOWN = 100;
const DETAIL: Readonly<Record<Language, string>> = { fr: "Détail", en: "Detail" };

export interface ExplainerOptions {
  readonly live: Pick<LiveData, "now">;
  readonly language: Language;
}

/** Explains the numbers of Excel's cells from the data in force. */
export function createExplainer({ live, language }: ExplainerOptions): CellExplainer {
  return {
    async explain() {
      const source = live.now()?.source;
      if (!source) return failed("no-data");
      const selected = await readSelectedCell();
      if (!selected.ok) return selected;
      const references = referencesFrom(selected.value.sheetId);
      const explainer = await explaining();
      if (!explainer.ok) return explainer;
      const asked = { language, rows: ROWS_SHOWN };
      const found = await explainer.value.explainCell(selected.value, source, references, asked);
      return found.ok ? success({ address: selected.value.address, found: found.value }) : found;
    },

    async writeDetail({ query, explanation }) {
      const source = live.now()?.source;
      if (!source) return failed("no-data");
      const detail = await source.detail(query, explanation.rowCount);
      if (!detail.ok) return detail;
      const writer = await writing();
      if (!writer.ok) return writer;
      const written = await writer.value.writeNewSheet({
        name: `${DETAIL[language]} ${explanation.kpi.id}`,
        headings: detail.value.headings.map((heading) => heading[language]),
        rows: detail.value.rows,
      });
      return written.ok ? success(undefined) : written;
    },
  };
}

/** The references of a formula on that sheet, with their present values. */
const referencesFrom = (sheetId: string): References => ({
  name: async (name) => scalar(await readName(sheetId, name)),
  cell: async (row, column) => scalar(await readCell(sheetId, row, column)),
});

function scalar(read: Result<unknown>): CellAnswer {
  if (!read.ok) return read;
  const { value } = read;
  return success(
    typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null,
  );
}
