import type { NamedRange } from "hucre";
import { writeXlsx } from "hucre/xlsx";
import { sheetReference } from "../sales/a1";
import type { Arrays } from "./cells";
import { listStore } from "./lists";
import type { WorkbookModel } from "./model";
import { patched, patchesFor } from "./patch";
import { writeSheet } from "./sheet";
import { spillsSheet } from "./spills";
import { DEFAULT_FONT } from "./style";

/**
 * A workbook as .xlsx bytes; runs in Node and in a browser. Cached answers of formulas are kept and shown as they
 * are until the add-in computes again; `arrays` says how those that spill are stored. Throws a `FailureError`
 * (`row-text-too-long`) for a text over 32,767 characters, and an `Error` for a sheet name Excel would not take.
 */
export async function writeWorkbook(
  model: WorkbookModel,
  { arrays = "plain" }: { readonly arrays?: Arrays } = {},
): Promise<Uint8Array> {
  const lists = listStore();
  const written = model.sheets.map((sheet) => writeSheet(sheet, lists.reference, arrays));
  const further = [lists.sheet(), arrays === "plain" ? spillsSheet(model.sheets) : undefined];
  for (const sheet of further) if (sheet) written.push(writeSheet(sheet, lists.reference, "plain"));
  const bytes = await writeXlsx({
    sheets: written.map(({ sheet }) => sheet),
    namedRanges: [
      ...model.names.map(({ name, refersTo }) => ({ name, range: refersTo })),
      ...printAreas(model),
    ],
    activeSheet: model.activeSheet,
    defaultFont: DEFAULT_FONT,
    properties: { title: model.title, creator: "Vigie" },
  });
  return patched(
    bytes,
    patchesFor({
      errors: written.map(({ errors }) => errors),
      charts: model.sheets.map(({ charts }) => charts.length),
      hiddenNames: model.names.filter(({ hidden }) => hidden).map(({ name }) => name),
    }),
  );
}

/** Named here because the writer does not quote the sheet's name, as `'Chiffre d''affaires'` must be. */
const printAreas = ({ sheets }: WorkbookModel): NamedRange[] =>
  sheets.flatMap(({ name, print }) =>
    print?.area ? [{ name: "_xlnm.Print_Area", range: sheetReference(name, print.area), scope: name }] : [],
  );
