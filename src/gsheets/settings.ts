import { SETTINGS } from "../kept";
import type { SettingValue } from "../live";
import { FailureError, failure } from "../sales/failure";
import type { Language } from "../sales/text";
import { openBook } from "./book";
import type { SheetsFile } from "./file";
import { addedRows, changedRow, readTable } from "./keptTables";

/** Writes one setting into its row of the sheet "Réglages". Throws FailureError `setting-invalid` without its headings. */
export async function saveSetting(
  file: SheetsFile,
  setting: SettingValue,
  language: Language,
): Promise<void> {
  const standing = await readTable(file, await openBook(file), SETTINGS);
  const { reading } = standing;
  if (!reading?.places) throw new FailureError(failure("setting-invalid"));
  const row = reading.rows.find(({ values }) => values.id === setting.id)?.row;
  const cells = SETTINGS.write(setting, language);
  await file.write(
    row === undefined
      ? addedRows(SETTINGS, standing, [cells], language)
      : changedRow(SETTINGS, standing, row, cells, language),
  );
}
