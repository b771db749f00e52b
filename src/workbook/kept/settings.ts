import { SETTINGS, settingsIn } from "../../kept";
import type { SettingsReading } from "../../live";
import type { Result } from "../../sales/failure";
import { inWorkbook, type SessionOptions } from "../office/session";
import { takeTable } from "./read";
import { tableWatches } from "./watch";

export const settingsWatches = tableWatches(SETTINGS);

/** Calls back after cells of the settings' sheet changed; see `SheetWatches`. */
export const watchSettings = (onChange: () => void): Promise<Result<() => Promise<void>>> =>
  settingsWatches.watch(onChange);

/** Reads the company's settings; without a sheet none is given. */
export const readSettings = (options: SessionOptions = {}): Promise<Result<SettingsReading>> =>
  inWorkbook(async (session) => {
    const { reading } = await takeTable(session, SETTINGS);
    return { settings: reading ? settingsIn(reading) : {}, problems: reading?.problems ?? [] };
  }, options);
