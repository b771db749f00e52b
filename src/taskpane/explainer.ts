import type { CellAnswer, CellScalar, References } from "../functions";
import { explainCell } from "../functions/explainCell";
import type { CellExplanation, LiveData, LoadWriting } from "../live";
import { failed, type Result, success } from "../sales/failure";
import type { Language } from "../sales/text";
import { readCells, readName, readSelectedCell } from "../workbook";

/** Rows behind a number that the pane lists at once. */
const ROWS_SHOWN = 100;
const DETAIL: Readonly<Record<Language, string>> = { fr: "Détail", en: "Detail" };

/** The selected cell, and the origin of its number; `found` is undefined where the cell asks no KPI. */
export interface ExplainedCell {
  /** `Matinée!C7` */
  readonly address: string;
  readonly found: CellExplanation | undefined;
}

export interface ExplainerOptions {
  readonly live: Pick<LiveData, "now">;
  readonly writing: LoadWriting;
  readonly language: Language;
}

/** Explains the selected cell's number from the data in force. Fails with `no-data`, or as Excel and the engine do. */
export async function explain({ live, language }: ExplainerOptions): Promise<Result<ExplainedCell>> {
  const source = live.now()?.source;
  if (!source) return failed("no-data");
  const selected = await readSelectedCell();
  if (!selected.ok) return selected;
  const references = referencesFrom(selected.value.sheetId);
  const found = await explainCell(selected.value, source, references, { language, rows: ROWS_SHOWN });
  return found.ok ? success({ address: selected.value.address, found: found.value }) : found;
}

/** Writes every row behind a number into a new sheet. Fails with `no-data`, or as Excel and the engine do. */
export async function writeDetail(
  { query, explanation }: CellExplanation,
  { live, language, writing }: ExplainerOptions,
): Promise<Result<void>> {
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
