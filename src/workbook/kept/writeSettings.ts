import { SETTINGS } from "../../kept";
import type { SettingValue } from "../../live";
import { FailureError, failure, type Result } from "../../sales/failure";
import { inWorkbook } from "../office/session";
import { ensureSettings } from "./ensure";
import { takeTable } from "./read";
import type { LanguageOptions } from "./watch";
import { appendRows, writeRow } from "./write";

/**
 * Writes one setting into its row of the sheet "Réglages", which is made where it is missing. Fails with
 * `setting-invalid` where the sheet's headings are gone, and as the workbook does.
 */
export async function saveSetting(
  setting: SettingValue,
  { language = "fr", ...options }: LanguageOptions = {},
): Promise<Result<void>> {
  const ensured = await ensureSettings({}, { language, ...options });
  if (!ensured.ok) return ensured;
  return inWorkbook(async (session) => {
    const { found, reading } = await takeTable(session, SETTINGS);
    if (!found || !reading?.places) throw new FailureError(failure("setting-invalid"));
    const place = { table: SETTINGS, found, reading, language };
    const row = reading.rows.find(({ values }) => values.id === setting.id)?.row;
    const cells = SETTINGS.write(setting, language);
    if (row === undefined) appendRows(session, place, [cells]);
    else writeRow(session, place, row, cells);
    await session.sync();
  }, options);
}
