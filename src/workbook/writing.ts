import type { WorkbookWriter } from "../live";
import { keepAlerts, readAlerts } from "./alerts";
import { buildDashboards } from "./dashboards/build";
import { writeNewSheet } from "./newSheet";
import { ensureRegister } from "./register/ensure";
import { keepRegister } from "./register/keep";
import { saveEntry } from "./register/save";
import { refresh } from "./store/refresh";
import { ensureTargets } from "./targets/ensure";

/** Excel behind the writer's port. */
export const excelWriter: WorkbookWriter = {
  refresh,
  ensureTargets,
  ensureRegister,
  keepRegister,
  saveEntry,
  readAlerts,
  keepAlerts,
  buildDashboards,
  writeNewSheet,
};
