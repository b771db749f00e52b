import type { WorkbookWriter } from "../live";
import { keepAlerts, readAlerts } from "./alerts";
import { buildDashboards } from "./dashboards/build";
import { ensureSettings, ensureTargets } from "./kept/ensure";
import { ensureRegister, keepRegister, saveEntry } from "./kept/writeRegister";
import { saveSetting } from "./kept/writeSettings";
import { keepMappings, readMappings } from "./mappings";
import { writeNewSheet } from "./newSheet";
import { attachGeneration } from "./store/inForceHere";
import { refresh } from "./store/refresh";

/** Excel behind the writer's port. */
export const excelWriter: WorkbookWriter = {
  refresh: async (source, options) => {
    const written = await refresh(source, options);
    // The first refresh made the sheet; without its watch a co-author's data is found by looking.
    if (written.ok) await attachGeneration();
    return written;
  },
  ensureTargets,
  ensureSettings,
  saveSetting,
  ensureRegister,
  keepRegister,
  saveEntry,
  readAlerts,
  keepAlerts,
  buildDashboards,
  readMappings,
  keepMappings,
  writeNewSheet,
};
