import type { Chosen, SheetPlan } from "../dashboard";
import { namedValues, openBook } from "./book";
import type { SheetsFile } from "./file";

/** The choices in the dashboards' input cells, and the present titles of their sheets. */
export async function dashboardsShown(
  file: SheetsFile,
  plans: readonly SheetPlan[],
): Promise<{ readonly chosen: Chosen; readonly sheetNames: Readonly<Record<string, string>> }> {
  const book = await openBook(file);
  const inputs = plans.flatMap(({ names }) => names.map(({ name }) => name));
  const titleOf = (name: string) =>
    book.sheets.find(({ sheetId }) => sheetId === book.meta?.dashboards[name]?.sheetId)?.title ?? name;
  return {
    chosen: await namedValues(file, book, inputs),
    sheetNames: Object.fromEntries(plans.map(({ name }) => [name, titleOf(name)])),
  };
}
