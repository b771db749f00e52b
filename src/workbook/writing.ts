import type { WorkbookWriter } from "../live";
import { keepAlerts, readAlerts } from "./alerts";
import { buildDashboards } from "./dashboards/build";
import { ensureSettings, ensureTargets } from "./kept/ensure";
import { ensureRegister, keepRegister, saveEntry } from "./kept/writeRegister";
import { saveSetting } from "./kept/writeSettings";
import { writeNewSheet } from "./newSheet";
import { refresh } from "./store/refresh";

/** Excel behind the writer's port. */
export const excelWriter: WorkbookWriter = {
  refresh,
  ensureTargets,
  ensureSettings,
  saveSetting,
  ensureRegister,
  keepRegister,
  saveEntry,
  readAlerts,
  keepAlerts,
  buildDashboards,
  writeNewSheet,
};
