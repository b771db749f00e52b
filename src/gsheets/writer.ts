import { type SheetPlan, withChoices } from "../dashboard";
import { type KeptTable, SETTINGS, settingRows, TARGETS } from "../kept";
import type { CompanySettings, KpiSource } from "../kpi";
import type { NewSheet, WorkbookWriter } from "../live";
import { FailureError, failure } from "../sales/failure";
import type { Language } from "../sales/text";
import { keepAlerts, readAlerts } from "./alerts";
import { freeIds, freeTitle, namedValues, openBook, settled } from "./book";
import { dashboardRequests } from "./dashboards";
import type { SheetsFile } from "./file";
import { newTable, readTable } from "./keptTables";
import { keepMappings, readMappings } from "./mappings";
import { metaRequests } from "./metaRequests";
import { refreshSheets } from "./refresh";
import { ensureRegister, keepRegister, saveEntry } from "./register";
import { renderSheets } from "./render";
import { saveSetting } from "./settings";
import { addSheet, valueRequests } from "./sheetRequests";

export interface SheetsWriterOptions {
  /** The engine over the data in force: dashboards are written as its answers. */
  readonly source: () => KpiSource | undefined;
  readonly language: Language;
  /** Makes the name of a generation, unlike any before. */
  readonly newGeneration: () => string;
}

/** Google Sheets behind the writer's port. */
export function sheetsWriter(
  file: SheetsFile,
  { source, language, newGeneration }: SheetsWriterOptions,
): WorkbookWriter {
  const ensure = <V extends object, Row>(table: KeptTable<V, Row>, rows: readonly Row[]) =>
    settled(async () => {
      const book = await openBook(file);
      const { found } = await readTable(file, book, table);
      if (found) return false;
      const cells = rows.map((row) => table.write(row, language));
      await file.write(newTable(book, table, cells, language, freeIds(book)()));
      return true;
    });
  const ensureSettings = (settings: Partial<CompanySettings>) => ensure(SETTINGS, settingRows(settings));
  return {
    refresh: (frames, options) =>
      settled(() => refreshSheets(file, frames, { ...options, language, generation: newGeneration() })),
    ensureTargets: (proposed) => ensure(TARGETS, proposed),
    ensureSettings,
    saveSetting: async (setting) => {
      const ensured = await ensureSettings({});
      return ensured.ok ? settled(() => saveSetting(file, setting, language)) : ensured;
    },
    ensureRegister: () => settled(async () => ensureRegister(file, await openBook(file), language)),
    keepRegister: (made) => settled(async () => keepRegister(file, await openBook(file), language, made)),
    saveEntry: (entry, made) =>
      settled(async () => {
        await ensureRegister(file, await openBook(file), language);
        await saveEntry(file, await openBook(file), entry, language);
        return keepRegister(file, await openBook(file), language, made);
      }),
    readAlerts: () => settled(() => readAlerts(file)),
    keepAlerts: (update) => settled(() => keepAlerts(file, update, language)),
    buildDashboards: (plans) =>
      settled(async () => {
        const answering = source();
        if (!answering) throw new FailureError(failure("no-data"));
        return { sheetNames: await writeDashboards(file, plans, answering, language), edited: [] };
      }),
    readMappings: () => settled(() => readMappings(file)),
    keepMappings: (added) => settled(() => keepMappings(file, added)),
    writeNewSheet: (sheet) => settled(() => writeNewSheet(file, sheet)),
  };
}

/** Writes every dashboard with one request: all of them, or none. Answers the titles of their sheets. */
async function writeDashboards(
  file: SheetsFile,
  plans: readonly SheetPlan[],
  source: KpiSource,
  language: Language,
): Promise<Readonly<Record<string, string>>> {
  const book = await openBook(file);
  if (!book.meta) throw new FailureError(failure("no-data"));
  const inputs = plans.flatMap(({ names }) => names.map(({ name }) => name));
  const chosen = await namedValues(file, book, inputs);
  const shown = await renderSheets(
    plans.map((plan) => withChoices(plan, chosen)),
    source,
    language,
  );
  const freeId = freeIds(book);
  const { requests, dashboards } = dashboardRequests(shown, book, book.meta.dashboards, freeId);
  await file.write([...requests, ...metaRequests(book, { ...book.meta, dashboards }, freeId)]);
  const { sheets } = await file.look();
  return Object.fromEntries(
    Object.entries(dashboards).flatMap(([name, { sheetId }]) => {
      const title = sheets.find((sheet) => sheet.sheetId === sheetId)?.title;
      return title === undefined ? [] : [[name, title]];
    }),
  );
}

/** Writes rows into a new sheet, and shows it. */
async function writeNewSheet(file: SheetsFile, { name, headings, rows }: NewSheet): Promise<void> {
  const book = await openBook(file);
  const sheetId = freeIds(book)();
  const cells = [
    headings.map((value) => ({ value, style: { bold: true } })),
    ...rows.map((row) => row.map((value) => ({ value }))),
  ];
  const gridProperties = { rowCount: cells.length, columnCount: Math.max(1, headings.length) };
  await file.write([
    addSheet(sheetId, freeTitle(book, name)),
    {
      updateSheetProperties: {
        properties: { sheetId, gridProperties },
        fields: "gridProperties(rowCount,columnCount)",
      },
    },
    ...valueRequests(sheetId, cells),
  ]);
  await file.show(sheetId, 0, 0);
}
