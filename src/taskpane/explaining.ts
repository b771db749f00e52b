import type { CellAnswer, CellScalar, References } from "../functions";
import type { LiveData } from "../live";
import { failed, type Result, success } from "../sales/failure";
import type { Language } from "../sales/text";
import { readCells, readName, readSelectedCell } from "../workbook";
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
        name: `${DETAIL[language]} ${explanation.kpi}`,
        headings: detail.value.headings.map((heading) => heading[language]),
        rows: detail.value.rows,
      });
      return written.ok ? success(undefined) : written;
    },
  };
}

/** The references of a formula on that sheet, with their present values. */
const referencesFrom = (sheetId: string): References => ({
  name: async (name) => scalarOf(await readName(sheetId, name)),
  cells: async ({ sheet = sheetId, range, isSpill, text }) =>
    isSpill ? failed("reference-invalid", { reference: text }) : blockOf(await readCells(sheet, range)),
});

const scalar = (value: unknown): CellScalar =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;

const scalarOf = (read: Result<unknown>): CellAnswer => (read.ok ? success(scalar(read.value)) : read);

const blockOf = (read: Result<readonly (readonly unknown[])[]>): CellAnswer =>
  read.ok ? success(read.value.map((row) => row.map(scalar))) : read;
