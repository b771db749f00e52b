import { type KeptTable, SETTINGS, settingRows, TARGETS } from "../../kept";
import type { CompanySettings } from "../../kpi";
import type { Result } from "../../sales/failure";
import type { Target } from "../../sales/targets";
import { inWorkbook } from "../office/session";
import { settleViews } from "../office/views";
import type { SheetWatches } from "../office/watches";
import { askSheets } from "./find";
import { settingsWatches } from "./settings";
import { targetWatches } from "./targets";
import type { LanguageOptions } from "./watch";
import { writeSheet } from "./write";

/** Makes the sheet "Objectifs" with the proposed targets, once; see `ensureTable`. */
export const ensureTargets = (
  proposed: readonly Target[],
  options: LanguageOptions = {},
): Promise<Result<boolean>> => ensureTable(TARGETS, proposed, targetWatches, options);

/** Makes the sheet "Réglages" with these settings and the usual others, once; see `ensureTable`. */
export const ensureSettings = (
  settings: Partial<CompanySettings>,
  options: LanguageOptions = {},
): Promise<Result<boolean>> => ensureTable(SETTINGS, settingRows(settings), settingsWatches, options);

/**
 * Makes a kept table's sheet with these rows, once: where the workbook has the table, or a sheet of its title,
 * nothing is written. True when the sheet was made; `watches` are hung on it then.
 */
async function ensureTable<V extends object, Row>(
  table: KeptTable<V, Row>,
  rows: readonly Row[],
  watches: SheetWatches,
  { language = "fr", ...options }: LanguageOptions = {},
): Promise<Result<boolean>> {
  const made = await inWorkbook(async (session) => {
    const readSheets = askSheets(session);
    await session.sync();
    const { find, names } = readSheets();
    if (find(table)) return false;
    const cells = rows.map((row) => table.write(row, language));
    writeSheet(session, table, cells, names, language);
    await session.sync();
    await settleViews(session);
    return true;
  }, options);
  if (made.ok && made.value) await watches.attach();
  return made;
}
