import { SETTINGS, settingsIn, targetsTable } from "../kept";
import type { WorkbookPort } from "../live";
import { FailureError, success } from "../sales/failure";
import { freeIds, openBook, settled, sheetTitled } from "./book";
import { dataOf } from "./data";
import type { SheetsFile } from "./file";
import { readTable } from "./keptTables";
import { metaRequests } from "./metaRequests";
import { registerReading } from "./register";

export interface SheetsWorkbookOptions {
  /** Makes the name of a generation, unlike any before. */
  readonly newGeneration: () => string;
}

/**
 * Google Sheets behind the port that `live/` reads a spreadsheet through. Google tells a page nothing of what is typed:
 * the edit trigger follows the kept tables, so the watches here never call back.
 */
export function sheetsWorkbook(file: SheetsFile, { newGeneration }: SheetsWorkbookOptions): WorkbookPort {
  const unwatched = async () => success(async () => undefined);
  const show = (title: string, row: number, column: number) =>
    settled(async () => {
      const found = sheetTitled(await file.look(), title);
      if (found) await file.show(found.sheetId, row, column);
    });
  let inForceHere: string | undefined;
  return {
    load: () =>
      settled(async () => {
        const { meta } = await openBook(file);
        inForceHere = meta?.generation;
        if (!meta) return undefined;
        const [values] = await file.values([meta.data.sheet]);
        const data = dataOf(meta, values);
        if (!data.ok) throw new FailureError(data.failure);
        return data.value;
      }),
    isInForceHere: () => settled(async () => (await openBook(file)).meta?.generation === inForceHere),
    watchGeneration: unwatched,
    readTargets: ({ kpis }) =>
      settled(async () => {
        const { reading } = await readTable(file, await file.look(), targetsTable(kpis));
        const good = (reading?.rows ?? []).flatMap(({ row, value }) =>
          value ? [{ row: row + 1, value }] : [],
        );
        return {
          targets: good.map(({ value }) => value),
          rows: good.map(({ row }) => row),
          ...(reading && { sheetName: reading.sheetName }),
          problems: reading?.problems ?? [],
        };
      }),
    readRegister: ({ language }) => settled(async () => registerReading(file, await file.look(), language)),
    readSettings: () =>
      settled(async () => {
        const { reading } = await readTable(file, await file.look(), SETTINGS);
        return { settings: reading ? settingsIn(reading) : {}, problems: reading?.problems ?? [] };
      }),
    // Own cells are computed again once the cell of the generation, their last argument, has changed.
    recalculate: () =>
      settled(async () => {
        const book = await openBook(file);
        if (!book.meta) return;
        const generation = newGeneration();
        await file.write(metaRequests(book, { ...book.meta, generation }, freeIds(book)));
        inForceHere = generation;
      }),
    respill: async () => success(undefined),
    watchTargets: unwatched,
    watchSettings: unwatched,
    watchRegister: unwatched,
    showCell: (place) => {
      const [, title = "", letters = "A", row = "1"] = /^'?(.*?)'?!([A-Z]+)(\d+)/.exec(place) ?? [];
      const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
      return show(title.replaceAll("''", "'"), Number(row) - 1, column);
    },
    showSheet: (name) => show(name, 0, 0),
  };
}
