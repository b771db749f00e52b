import type { InputFile } from "./file";
import { kindOf } from "./fileKind";
import type { Sheet, UnreadableSheet } from "./sheet";
import { openTextSheet } from "./textSheet";
import { openWorkbook } from "./workbookSheets";

/** Opens files as sheets, by what they hold and not by their names. `chosen`: headings a person named, as `plainWord`. */
export async function openFiles(
  files: readonly InputFile[],
  chosen: ReadonlySet<string>,
): Promise<readonly (Sheet | UnreadableSheet)[]> {
  const sheets: (Sheet | UnreadableSheet)[] = [];
  for (const file of files) {
    if (kindOf(file.bytes) === "text") sheets.push(openTextSheet(file, chosen));
    else sheets.push(...(await openWorkbook(file, chosen)));
  }
  return sheets;
}
