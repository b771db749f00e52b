import { SETTINGS, settingRows, settingsIn } from "../../kept";
import type { CompanySettings } from "../../kpi";
import type { SettingsReading } from "../../live";
import type { Result } from "../../sales/failure";
import { inWorkbook, type SessionOptions } from "../office/session";
import { ensureTable, type LanguageOptions, tableWatches } from "./ensure";
import { takeTable } from "./read";

const watches = tableWatches(SETTINGS);

/** Calls back after cells of the settings' sheet changed; see `SheetWatches`. */
export const watchSettings = (onChange: () => void): Promise<Result<() => Promise<void>>> =>
  watches.watch(onChange);

/** Makes the sheet "Réglages" with these settings and the usual others, once; see `ensureTable`. */
export const ensureSettings = (
  settings: Partial<CompanySettings>,
  options: LanguageOptions = {},
): Promise<Result<boolean>> => ensureTable(SETTINGS, settingRows(settings), watches, options);

/** Reads the company's settings; without a sheet none is given. */
export const readSettings = (options: SessionOptions = {}): Promise<Result<SettingsReading>> =>
  inWorkbook(async (session) => {
    const { reading } = await takeTable(session, SETTINGS);
    return { settings: reading ? settingsIn(reading) : {}, problems: reading?.problems ?? [] };
  }, options);
