import type { WorkbookWriter } from "../live";
import { keepAlerts, readAlerts } from "./alerts";
import { buildDashboards } from "./dashboards/build";
import { ensureRegister, keepRegister, saveEntry } from "./kept/register";
import { ensureSettings } from "./kept/settings";
import { ensureTargets } from "./kept/targets";
import { writeNewSheet } from "./newSheet";
import { refresh } from "./store/refresh";

/** Excel behind the writer's port. */
export const excelWriter: WorkbookWriter = {
  refresh,
  ensureTargets,
  ensureSettings,
  ensureRegister,
  keepRegister,
  saveEntry,
  readAlerts,
  keepAlerts,
  buildDashboards,
  writeNewSheet,
};
