import { strFromU8, unzipSync } from "fflate";
import type { Arrays } from "../../src/xlsx/cells";
import type { SheetModel, WorkbookModel } from "../../src/xlsx/model";
import { writeWorkbook } from "../../src/xlsx/write";

/** A sheet with nothing on it but what is given. */
export const sheet = (name: string, given: Partial<SheetModel> = {}): SheetModel => ({
  name,
  visibility: "visible",
  blocks: [],
  formulas: [],
  styles: [],
  columnWidths: {},
  rowHeights: {},
  merges: [],
  tables: [],
  conditionalFormats: [],
  validations: [],
  charts: [],
  showGridlines: true,
  ...given,
});

export const workbook = (
  sheets: readonly SheetModel[],
  names: WorkbookModel["names"] = [],
): WorkbookModel => ({
  title: "Essai",
  sheets,
  names,
  activeSheet: 0,
});

/** Part → its text, of the written file. */
export async function parts(
  model: WorkbookModel,
  arrays: Arrays = "dynamic",
): Promise<ReadonlyMap<string, string>> {
  const files = unzipSync(await writeWorkbook(model, { arrays }));
  return new Map(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

/** The first sheet of a workbook of one sheet, as XML. */
export const sheetXml = async (given: Partial<SheetModel>, arrays: Arrays = "dynamic"): Promise<string> =>
  (await parts(workbook([sheet("Feuille", given)]), arrays)).get("xl/worksheets/sheet1.xml") ?? "";
